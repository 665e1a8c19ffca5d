//! Turns: contact types whose turn hardly ever comes, since those that go before them bring more work than there is time.

use super::Ground;
use super::load::{able, at_once, staffed_hours, work_hours};
use crate::routing::{ContactKey, QueueKey, Urgent};
use crate::scenario::{ContactType, Entrance, Leave, Queue, Scenario, Team};
use crate::units::{QueueId, Span};

/// So many standard deviations of those who wait lie between their mean and nobody.
const SURELY: f64 = 3.0;

pub(super) fn check(ground: &mut Ground<'_>) {
    let scenario = ground.scenario;
    if scenario.queues.iter().any(|queue| !queue.overload.is_empty()) {
        return;
    }
    for contact in &scenario.contacts {
        let Some((work, staffed)) = no_time_for(scenario, contact) else { continue };
        let message = format!(
            "the turn of `contacts.{}` hardly ever comes: contacts that go before it bring {work:.0} hours of work to \
             {staffed:.0} staffed hours",
            contact.name
        );
        let help = "let it become more urgent with `changes`, give it people of its own, or staff more people";
        ground.warn(ground.setting("contacts", &contact.name, "priority"), message, help);
    }
}

/// The work of those who go before a contact and the time of those who do it, where nothing is left of that [hours].
fn no_time_for(scenario: &Scenario, contact: &ContactType) -> Option<(f64, f64)> {
    let queue = queue_of(contact).filter(|queue| stays_as_it_is(contact, &scenario.queues[queue.index()]))?;
    let teams: Vec<&Team> = held(able(scenario, contact), &scenario.teams);
    let staffed: f64 = teams.iter().map(|team| staffed_hours(scenario, team) * at_once(scenario, team)).sum();
    let others = scenario.contacts.iter().filter(|other| !std::ptr::eq(*other, contact));
    let mut before: Vec<&ContactType> =
        others.filter(|other| goes_before(scenario, other, (contact, queue), &teams)).collect();
    // The most patient first: who gives up soon takes nothing from the others.
    before.sort_by(|one, other| patience(scenario, other).total_cmp(&patience(scenario, one)));
    let work = |of: &[&ContactType]| of.iter().map(|other| work_hours(scenario, other)).sum::<f64>();
    let fill = |of: &[&ContactType]| work(of) > staffed && always_wait(scenario, of, staffed / work(of));
    let filled = staffed > 0.0 && (1..=before.len()).any(|number| fill(&before[..number]));
    filled.then(|| (work(&before), staffed))
}

/// Those of a list that are marked.
fn held(marked: Vec<bool>, teams: &[Team]) -> Vec<&Team> {
    teams.iter().zip(marked).filter(|(_, marked)| *marked).map(|(team, _)| team).collect()
}

/// The queue that it comes to at once.
fn queue_of(contact: &ContactType) -> Option<QueueId> {
    if let Entrance::Queue(queue) = contact.entrance { Some(queue) } else { None }
}

/// Whether a contact keeps its class and its queue while it waits.
fn stays_as_it_is(contact: &ContactType, queue: &Queue) -> bool {
    let moved = queue.maximum_wait.is_some_and(|it| matches!(it.action, Leave::Queue(_) | Leave::Flow(_)));
    let changed = queue.steps.iter().any(|step| !step.change.is_nothing());
    let kept = contact.changes.is_empty() && queue.changes.is_empty() && queue.also_in.is_empty();
    kept && !moved && !changed && contact.preferred_agent.is_none()
}

/// Whether a contact goes before another one for all of these people, and for no others.
fn goes_before(
    scenario: &Scenario,
    other: &ContactType,
    (contact, queue): (&ContactType, QueueId),
    teams: &[&Team],
) -> bool {
    let Some(from) = queue_of(other) else { return false };
    let theirs = held(able(scenario, other), &scenario.teams);
    let bound = theirs.iter().all(|team| teams.iter().any(|own| own.name == team.name));
    let first = |team: &&Team| {
        let rank = |queue| team.membership(queue).map_or(1, |member| member.rank);
        rank(from) < rank(queue)
            || rank(from) == rank(queue) && is_more_urgent(scenario, (other, from), (contact, queue))
    };
    bound && theirs.len() == teams.len() && teams.iter().all(|team| first(team) && is_free_to_serve(team, other, from))
}

/// Whether no rule keeps a team from contacts that it could serve.
fn is_free_to_serve(team: &Team, contact: &ContactType, queue: QueueId) -> bool {
    let held = team
        .membership(queue)
        .is_some_and(|member| member.while_.is_some() || member.delay > Span::ZERO || member.target.is_some());
    let skilled = contact.skill.is_none_or(|skill| team.skills_while.iter().all(|(at_times, _)| *at_times != skill));
    !held && skilled && team.keep_free.is_empty()
}

/// Whether a contact of one queue goes before one of another, whatever their waits.
fn is_more_urgent(scenario: &Scenario, other: (&ContactType, QueueId), one: (&ContactType, QueueId)) -> bool {
    let own = scenario.queues[one.1.index()].contact_order.as_ref().filter(|_| other.1 == one.1);
    let order = own.unwrap_or(&scenario.routing.contact_order);
    let weight = |queue: QueueId| scenario.queues[queue.index()].weight;
    match scenario.routing.queue_order.first() {
        Some(QueueKey::QueueWeight) if other.1 != one.1 => weight(other.1) > weight(one.1),
        Some(_) if other.1 != one.1 => false,
        _ => match order.first() {
            Some(ContactKey::Priority(first)) => match first {
                Urgent::Lower => other.0.priority < one.0.priority,
                Urgent::Higher => other.0.priority > one.0.priority,
            },
            _ => false,
        },
    }
}

/// Whether some of these wait nearly always where time suffices for such a share of them: those who wait are some number
/// of which mean and variance are known where people give up after exponential times (W. Whitt, Management Science 50,
/// 2004, 1449 to 1461).
fn always_wait(scenario: &Scenario, contacts: &[&ContactType], share: f64) -> bool {
    let calendar = &scenario.horizon.calendar;
    let count = |contact: &ContactType| {
        let steps = contact.arrivals.iter().map(|process| process.expected(calendar));
        steps.map(|steps| steps.integral(crate::units::Instant::START, calendar.end())).sum::<f64>()
    };
    let all: f64 = contacts.iter().map(|contact| count(contact)).sum();
    let left: f64 = contacts.iter().map(|contact| count(contact) / patience(scenario, contact)).sum();
    let hours = calendar.length.as_hours();
    left == 0.0 || (all / hours) * (1.0 - share) >= SURELY * (left / hours).sqrt()
}

/// Mean time after which a contact that nobody takes is gone [hours].
fn patience(scenario: &Scenario, contact: &ContactType) -> f64 {
    let own = if contact.channel.live && !contact.patience.is_never() {
        contact.patience.mean() / 3_600.0
    } else {
        f64::INFINITY
    };
    let queue = queue_of(contact).map(|queue| &scenario.queues[queue.index()]);
    let most = queue.and_then(|queue| queue.maximum_wait).map_or(f64::INFINITY, |most| most.after.as_hours());
    let bounded = queue.is_some_and(|queue| queue.capacity.is_some()) || contact.lines.is_some();
    if bounded { 0.0 } else { own.min(most) }
}
