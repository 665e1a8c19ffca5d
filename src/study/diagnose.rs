//! What there is to diagnose in a plan: who stands to whom how, and which numbers are told.

use std::collections::BTreeSet;

use crate::plan::{Hold, Plan, Standing};
use crate::record::rule::{
    ABOVE_TARGET, CALLBACK, CLOSED, DELAY, HEAD_ONLY, IN_TURN, KEPT_FREE, MATCH_EVERY, MISSED_IT, OUT_OF_VIEW,
    OVERLOAD, OWN_CONTACTS_FIRST, PREFERRED_AGENT, QUEUE_WHILE, RINGING, ROOM, SKILLS_WHILE, STEP, TRIED, UNSEEN,
};
use crate::record::{RULES, Rule};
use crate::routing::{AgentKey, GUARDS};
use crate::scenario::{AboveTarget, CourseNode, Queue, Scan, Team};
use crate::stats::ScopeKind;
use crate::stats::diagnosis::{Centre, DiagnosedRow, Diagnostic, Stands, Stay, UNEXPLAINED};
use crate::units::{QueueId, Span, TeamId};

/// A queue's contacts count as starved after so many times the threshold of its first service level.
const STARVED_AFTER: u64 = 10;
/// Rules that a stage and a team state.
const BY_STAGE: [Rule; 6] = [ABOVE_TARGET, DELAY, KEPT_FREE, QUEUE_WHILE, SKILLS_WHILE, STEP];

/// What there is to diagnose in a plan.
pub(super) fn centre(plan: &Plan) -> Centre {
    let scenario = &plan.scenario;
    let patience = |queue: &Queue| {
        let threshold = queue.service_levels.first().map_or(0, |level| level.threshold.as_ticks());
        (queue.name.clone(), Span::ticks(threshold.saturating_mul(STARVED_AFTER)))
    };
    let stays: Vec<Stay> = (0..plan.stays.len() as u32).map(|number| stay(plan, number)).collect();
    Centre {
        queues: scenario.queues.iter().map(patience).collect(),
        teams: scenario.teams.iter().map(|team| team.name.clone()).collect(),
        rows: rows(plan, &stays),
        stays,
        warm_up: scenario.horizon.warm_up,
    }
}

/// Contacts of one type in one queue, whatever their class.
fn stay(plan: &Plan, number: u32) -> Stay {
    let queue = QueueId(plan.stays[number as usize].1);
    let scenario = &plan.scenario;
    // The stages of one class are those of every other.
    let first = (0..plan.lanes.len() as u32).find(|lane| plan.stay_of(*lane) == number).unwrap_or(0);
    let course = plan.rules.courses.of(plan.stays[number as usize].0, queue);
    let lanes = || (first..).take(course.len());
    let standing = |lane: u32, team: usize| plan.standing(lane, TeamId::of(team));
    let serves = |team: usize| lanes().any(|lane| standing(lane, team) == Standing::Able);
    let stands = |lane: u32, team: usize| match standing(lane, team) {
        _ if !serves(team) => Stands::Never,
        Standing::Able => {
            let above = || stays_idle(&scenario.teams[team], queue).then_some(ABOVE_TARGET);
            held(plan, lane, team).or_else(above).map_or(Stands::Together, |rule| Stands::By(rule.keyword))
        }
        Standing::AfterDelay(_) => Stands::By(DELAY.keyword),
        Standing::AfterStep(_) | Standing::OutSince(_) | Standing::NotCountedIn => Stands::By(STEP.keyword),
        Standing::Never(_) => Stands::Never,
    };
    let teams = |lane: u32| (0..plan.teams.len()).map(|team| stands(lane, team)).collect();
    let own = &scenario.queues[queue.index()];
    let passed = |node: &CourseNode| match node.next_step {
        Some(turn) => turn.step.min(own.steps.len()),
        None if own.has_own_course() => own.steps.len(),
        None => own.steps.iter().filter(|step| step.at <= node.from).count(),
    };
    let head_only = takes_the_first_alone(own).then_some(HEAD_ONLY);
    let in_rounds = (scenario.routing.match_every > Span::ZERO).then_some(MATCH_EVERY);
    Stay {
        queue: queue.index(),
        teams: lanes().map(teams).collect(),
        passed: if own.steps.is_empty() { Vec::new() } else { course.iter().map(passed).collect() },
        otherwise: head_only.or(in_rounds).map(|rule| rule.keyword),
        stages: if own.has_own_course() { Vec::new() } else { course.iter().map(|node| node.from).collect() },
    }
}

/// Whether only the first of a queue may be taken, and nobody while it rings.
fn takes_the_first_alone(queue: &Queue) -> bool {
    queue.scan == Scan::HeadOnly || queue.offering.serial
}

/// Whether a queue looks at the first few of its people before it looks at what they can do.
fn looks_at_members(key: &AgentKey) -> bool {
    matches!(key, AgentKey::View(_))
}

/// Whether people of a team stay idle rather than serve a queue beyond its target.
fn stays_idle(team: &Team, queue: QueueId) -> bool {
    team.membership(queue).is_some_and(|member| member.above_target == AboveTarget::StayIdle)
}

/// The first rule that may keep people of a team from the contacts of a lane whom its stage does not.
fn held(plan: &Plan, lane: u32, team: usize) -> Option<Rule> {
    let need = &plan.needs[plan.lanes[lane as usize].need as usize];
    let of = |pool: u32| pool - need.channel * plan.profiles.len() as u32;
    let mut own = need.holds.iter().filter(|(pool, _)| plan.profiles[of(*pool) as usize].team == TeamId::of(team));
    own.next().map(|(_, hold)| match plan.holds[*hold as usize] {
        Hold::KeepFree(..) => KEPT_FREE,
        Hold::Membership(_) => QUEUE_WHILE,
        Hold::Skills(..) => SKILLS_WHILE,
    })
}

/// Every number that is told: by diagnostic, that of the centre before those of its parts, by cause.
fn rows(plan: &Plan, stays: &[Stay]) -> Vec<DiagnosedRow> {
    let queues: Vec<(usize, &str)> =
        plan.scenario.queues.iter().enumerate().map(|(number, queue)| (number, queue.name.as_str())).collect();
    let mut rows = Vec::new();
    let mut told = |diagnostic, causes: &dyn Fn(usize) -> Vec<String>| {
        let of_queues: Vec<(Vec<String>, &str)> =
            queues.iter().map(|(number, name)| (causes(*number), *name)).collect();
        let all: BTreeSet<&String> = of_queues.iter().flat_map(|(causes, _)| causes).collect();
        rows.extend(all.iter().map(|cause| DiagnosedRow::new(diagnostic, cause, ScopeKind::All, "")));
        for (causes, name) in &of_queues {
            rows.extend(causes.iter().map(|cause| DiagnosedRow::new(diagnostic, cause, ScopeKind::Queue, name)));
        }
    };
    let alone = |_: usize| vec![String::new()];
    told(Diagnostic::AnsweredAtStep, &|queue| steps(&plan.scenario.queues[queue]));
    told(Diagnostic::IdleWhileWaiting, &|queue| causes(plan, stays, queue));
    told(Diagnostic::LongestIdleWhileWaiting, &alone);
    told(Diagnostic::Overtakes, &|_| ["ability", "order"].map(str::to_owned).to_vec());
    told(Diagnostic::Starved, &alone);
    let teams = plan.scenario.teams.iter();
    rows.extend(teams.map(|team| DiagnosedRow::new(Diagnostic::WorkloadSpread, "", ScopeKind::Team, &team.name)));
    rows
}

/// Numbers of steps that a contact of a queue can have passed; none where it has no steps.
fn steps(queue: &Queue) -> Vec<String> {
    let steps = queue.steps.len();
    if steps == 0 { Vec::new() } else { (0..=steps).map(|step| step.to_string()).collect() }
}

/// Rules that may keep a contact of a queue from somebody who is available.
fn causes(plan: &Plan, stays: &[Stay], queue: usize) -> Vec<String> {
    let own = &plan.scenario.queues[queue];
    let stated = |rule: &'static str| {
        let stages = stays.iter().filter(|stay| stay.queue == queue).flat_map(|stay| &stay.teams);
        stages.flatten().any(|stands| *stands == Stands::By(rule))
    };
    let may = |rule: &'static str| match rule {
        rule if rule == CALLBACK.keyword => plan.rules.callbacks,
        rule if rule == CLOSED.keyword => !own.hours.is_always(),
        rule if rule == HEAD_ONLY.keyword => takes_the_first_alone(own),
        rule if rule == OUT_OF_VIEW.keyword => own.agent_order.iter().any(looks_at_members),
        rule if rule == MATCH_EVERY.keyword => plan.scenario.routing.match_every > Span::ZERO,
        rule if rule == TRIED.keyword => own.offering.same_agent_after > Span::ZERO,
        rule if rule == UNSEEN.keyword => plan.sees_late,
        rule if [MISSED_IT, RINGING].iter().any(|other| other.keyword == rule) => {
            plan.rules.callbacks || plan.teams.iter().any(|team| team.offers.is_some())
        }
        rule if rule == IN_TURN.keyword => plan.desk.in_turn,
        rule if rule == ROOM.keyword => !plan.one_at_a_time,
        rule if [OWN_CONTACTS_FIRST, PREFERRED_AGENT].iter().any(|other| other.keyword == rule) => plan.desk.prefers,
        rule if rule == OVERLOAD.keyword => plan.rules.overload,
        rule if GUARDS.entries.iter().any(|entry| entry.member.keyword == rule) => {
            plan.rules.guards.iter().any(|guard| guard.keyword() == rule)
        }
        rule if BY_STAGE.iter().any(|other| other.keyword == rule) => stated(rule),
        // A rule that says nothing of queues may concern any.
        _ => true,
    };
    let known = RULES.entries.iter().map(|entry| entry.member.keyword).filter(|rule| may(rule));
    known.chain([UNEXPLAINED]).map(str::to_owned).collect()
}
