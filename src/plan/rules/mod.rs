//! Rules that ask for the state of the centre, made ready.

mod test;

pub use test::{Source, Test};

use std::sync::Arc;

use super::{Door, LanePlan, Need, Profile};
use crate::routing::{Estimator, Guard};
use crate::scenario::{
    Clock, Condition, CourseNode, Leave, NoAgents, Node, Others, Queue, Scenario, Step, Switch, WhenFalse,
};
use crate::units::{Instant, QueueId, Span, TeamId};

/// Everything that asks for the state of the centre.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each says that a part of the engine has nothing to do")]
pub struct Rules {
    /// Whether there is anything here; if not, nothing is measured.
    pub any: bool,
    /// Whether some queue calls its customers back.
    pub callbacks: bool,
    /// Whether some queue states how its waits are estimated.
    pub estimates: bool,
    /// Whether something may keep people from contacts that they may serve otherwise.
    pub holds: bool,
    /// Switches of the file, then one for every other condition that something depends on.
    pub switches: Vec<SwitchPlan>,
    /// Numbers that are raised and lowered.
    pub adapts: Vec<Adapts>,
    /// When numbers change that go by the time.
    pub changes: Vec<Instant>,
    /// By queue.
    pub queues: Vec<QueueRules>,
    /// By flow, then node: the cases that it decides by.
    pub flows: Vec<Vec<Vec<Test>>>,
    /// Whether contacts may go on after a talk, through a flow or to another queue.
    pub travels: bool,
    /// Whether agents pass contacts on, or ask others about them.
    pub passes_on: bool,
    /// Whether customers are followed over their contacts, or it is asked what talks came to.
    pub issues: bool,
    /// Every place of every course.
    pub courses: Courses,
    /// By contact type, then queue, then step.
    steps: Vec<Vec<StepRules>>,
    /// What withholds people from contacts for the sake of others.
    pub guards: Vec<Guard>,
    /// Whether some queue can be overloaded.
    pub overload: bool,
    /// Whether some course goes by when a customer first came.
    pub remembers_first: bool,
    /// Whether some course depends on more than the wait.
    pub own_courses: bool,
    /// Lanes in which contacts wait for the condition of a step.
    pub waiting: Vec<u32>,
}

/// A switch made ready.
#[derive(Debug)]
pub struct SwitchPlan {
    /// What turns it on; `None`: nothing but its hours.
    pub on: Option<Test>,
    /// What turns it off; `None`: that the first does not hold any more.
    pub off: Option<Test>,
    /// When it can be on.
    pub door: Door,
    /// Time between two looks.
    pub every: Option<Span>,
    /// Time from a decision until it takes effect.
    pub lag: Span,
}

/// A number that is raised and lowered.
#[derive(Debug)]
pub struct Adapts {
    /// At the start.
    pub start: u32,
    /// Never less.
    pub least: u32,
    /// Never more.
    pub most: u32,
    /// By how much it changes.
    pub step: u32,
    /// Time between two looks.
    pub every: Span,
    /// What raises it.
    pub raise_if: Option<Test>,
    /// What lowers it.
    pub lower_if: Option<Test>,
}

/// What a queue asks of the centre.
#[derive(Debug)]
pub struct QueueRules {
    /// When a contact that comes goes elsewhere, and where.
    pub overflow: Vec<(Test, Leave)>,
    /// What happens while nobody is there.
    pub no_agents: Option<NoAgents>,
    /// What the maximum wait asks.
    pub wait_check: Option<WaitTest>,
    /// By level: when the queue is overloaded.
    pub overload: Vec<Test>,
    /// Teams that may ever serve it.
    pub members: Vec<TeamId>,
    /// What must hold for a callback to be offered; `None`: nothing.
    pub callback_if: Option<Test>,
    /// How its waits are estimated, where it says so.
    pub estimator: Option<Arc<dyn Estimator>>,
    /// Class of those who come last there, by their types.
    pub last_class: u16,
    /// Mean talk and wrap-up of the types that come to it, as written [seconds].
    pub handle_time: f64,
    /// Threshold of its first service level.
    pub threshold: Span,
    /// How far back its service level looks.
    pub window: Span,
    /// Its weight among queues.
    pub weight: f64,
}

/// What a maximum wait asks of the centre.
#[derive(Debug)]
pub struct WaitTest {
    /// Time in the queue at which it asks first.
    pub after: Span,
    /// Where the contact goes if this holds.
    pub only_if: Test,
    /// Where it goes.
    pub action: Leave,
    /// Time until it asks again.
    pub every: Option<Span>,
}

/// What a step asks for one contact type.
#[derive(Debug)]
pub struct StepRules {
    /// It is taken only if this holds.
    pub only_if: Option<Test>,
    /// It waits if that does not hold, rather than being skipped.
    pub waits: bool,
    /// It is skipped if this holds.
    pub skip_if: Option<Test>,
}

/// The courses of all contact types in all queues.
#[derive(Debug)]
pub struct Courses {
    /// By contact type, then queue; empty where the type never comes.
    all: Vec<Vec<CourseNode>>,
    queues: usize,
}

impl Courses {
    pub(super) fn new(scenario: &Scenario) -> Self {
        let mut all = Vec::new();
        for contact in &scenario.contacts {
            let reach = scenario.reach(contact);
            let queues = (0..scenario.queues.len()).map(QueueId::of);
            let course = |queue| if reach.has_queue(queue) { scenario.course(contact, queue) } else { Vec::new() };
            all.extend(queues.map(course));
        }
        Self { all, queues: scenario.queues.len() }
    }

    /// Every place of the course of a contact type in a queue, the one at the entrance first.
    pub fn of(&self, kind: u32, queue: QueueId) -> &[CourseNode] {
        &self.all[kind as usize * self.queues + queue.index()]
    }
}

/// Conditions that become switches, and numbers that adapt, while holds are found.
#[derive(Debug)]
pub(super) struct Switchboard {
    named: usize,
    conditions: Vec<Condition>,
    adaptive: Vec<(TeamId, usize)>,
}

impl Switchboard {
    pub(super) fn new(scenario: &Scenario) -> Self {
        Self { named: scenario.switches.len(), conditions: Vec::new(), adaptive: Vec::new() }
    }

    /// The switch that is on while a condition holds.
    pub(super) fn switch_of(&mut self, condition: &Condition) -> u32 {
        if let Some(named) = condition.names_switch() {
            return named as u32;
        }
        let known = self.conditions.iter().position(|known| known.same_as(condition));
        let place = known.unwrap_or_else(|| {
            self.conditions.push(condition.clone());
            self.conditions.len() - 1
        });
        (self.named + place) as u32
    }

    /// The number of a reserve of a team that adapts.
    pub(super) fn adaptive(&mut self, team: TeamId, reserve: usize) -> u32 {
        let known = self.adaptive.iter().position(|known| *known == (team, reserve));
        known.unwrap_or_else(|| {
            self.adaptive.push((team, reserve));
            self.adaptive.len() - 1
        }) as u32
    }
}

/// Who may serve which queue.
pub(super) struct Crews<'a> {
    scenario: &'a Scenario,
    /// By queue: teams that may ever serve it.
    members: Vec<Vec<TeamId>>,
}

impl Rules {
    /// The rules of a scenario.
    pub(super) fn new(
        scenario: &Scenario,
        courses: Courses,
        (lanes, needs, profiles): (&[LanePlan], &[Need], &[Profile]),
        switchboard: &Switchboard,
    ) -> Self {
        let crews = Crews::new(scenario, lanes, needs, profiles);
        let named = scenario.switches.iter().map(|switch| crews.switch(switch));
        let others = switchboard.conditions.iter().map(|condition| crews.plain_switch(condition));
        let mut rules = Self {
            any: false,
            callbacks: scenario.queues.iter().any(|queue| queue.callback.is_some()),
            estimates: scenario.queues.iter().any(|queue| queue.estimator.is_some()),
            holds: false,
            switches: named.chain(others).collect(),
            adapts: switchboard.adaptive.iter().filter_map(|(team, reserve)| crews.adapts(*team, *reserve)).collect(),
            changes: changes(scenario),
            queues: (0..scenario.queues.len()).map(|queue| crews.queue(QueueId::of(queue), lanes)).collect(),
            flows: crews.flows(),
            travels: scenario.travels(),
            passes_on: scenario.passes_on(),
            issues: scenario.follows_customers(),
            steps: crews.all_steps(),
            guards: scenario.routing.guards.clone(),
            overload: scenario.queues.iter().any(|queue| !queue.overload.is_empty()),
            remembers_first: scenario.queues.iter().any(|queue| queue.schedule.clock == Clock::SinceFirstAttempt),
            own_courses: lanes.iter().any(|lane| lane.own_course),
            waiting: waiting(lanes, &courses),
            courses,
        };
        let kept = needs.iter().any(|need| !need.holds.is_empty());
        rules.holds = kept || rules.overload || !rules.guards.is_empty();
        rules.any = rules.asks(scenario) || needs.iter().any(|need| need.view.is_some());
        rules
    }

    fn asks(&self, scenario: &Scenario) -> bool {
        let plain = scenario.queues.iter().all(|queue| queue.overflow.is_empty() && queue.no_agents.is_none());
        let still = self.switches.is_empty() && self.adapts.is_empty() && self.changes.is_empty();
        let undecided = self.flows.iter().flatten().all(Vec::is_empty);
        !(plain
            && still
            && !self.estimates
            && !self.callbacks
            && undecided
            && self.guards.is_empty()
            && !self.overload
            && !self.own_courses)
    }

    /// What a step of a queue asks for one contact type.
    pub fn step(&self, kind: u32, queue: u32, step: usize) -> Option<&StepRules> {
        self.steps[kind as usize * self.queues.len() + queue as usize].get(step)
    }
}

impl<'a> Crews<'a> {
    fn new(scenario: &'a Scenario, lanes: &[LanePlan], needs: &[Need], profiles: &[Profile]) -> Self {
        let mut members: Vec<Vec<TeamId>> = vec![Vec::new(); scenario.queues.len()];
        for lane in lanes {
            let own = &mut members[lane.queue.index()];
            own.extend(needs[lane.need as usize].profiles.iter().map(|&profile| profiles[profile as usize].team));
            own.sort_unstable();
            own.dedup();
        }
        Self { scenario, members }
    }

    fn test(&self, condition: &Condition) -> Test {
        Test::new(condition, self, &[])
    }

    fn switch(&self, switch: &Switch) -> SwitchPlan {
        let door = Door::new(&switch.hours, &self.scenario.horizon.calendar);
        SwitchPlan {
            on: switch.on.as_ref().map(|condition| self.test(condition)),
            off: switch.off.as_ref().map(|condition| self.test(condition)),
            door: if let Some(times) = &switch.times { door.only_at(times) } else { door },
            every: switch.every,
            lag: switch.lag,
        }
    }

    /// A switch that is on while a condition holds.
    fn plain_switch(&self, condition: &Condition) -> SwitchPlan {
        let door = Door::new(&crate::units::Hours::always(), &self.scenario.horizon.calendar);
        SwitchPlan { on: Some(self.test(condition)), off: None, door, every: None, lag: Span::ZERO }
    }

    /// By flow, then node: the cases that it decides by.
    fn flows(&self) -> Vec<Vec<Vec<Test>>> {
        let cases = |node: &Node| node.conditions().iter().map(|case| self.test(case)).collect();
        self.scenario.flows.iter().map(|flow| flow.nodes.iter().map(cases).collect()).collect()
    }

    fn adapts(&self, team: TeamId, reserve: usize) -> Option<Adapts> {
        let Others::Adaptive(of) = &self.scenario.teams[team.index()].keep_free[reserve].others else { return None };
        Some(Adapts {
            start: of.start,
            least: of.least,
            most: of.most,
            step: of.step,
            every: of.every,
            raise_if: of.raise_if.as_ref().map(|condition| self.test(condition)),
            lower_if: of.lower_if.as_ref().map(|condition| self.test(condition)),
        })
    }

    fn queue(&self, id: QueueId, lanes: &[LanePlan]) -> QueueRules {
        let queue = &self.scenario.queues[id.index()];
        QueueRules {
            overflow: queue.overflow.iter().map(|rule| (self.test(&rule.when), rule.action)).collect(),
            no_agents: queue.no_agents.clone(),
            wait_check: self.wait_check(queue),
            overload: queue.overload.iter().map(|condition| self.test(condition)).collect(),
            members: self.members[id.index()].clone(),
            callback_if: queue.callback.as_ref().and_then(|of| of.only_if.as_ref()).map(|of| self.test(of)),
            estimator: queue.estimator.clone(),
            last_class: lanes.iter().filter(|lane| lane.queue == id).map(|lane| lane.priority).max().unwrap_or(0),
            handle_time: self.handle_time(id, lanes),
            threshold: queue.service_levels.first().map_or(Span::ZERO, |level| level.threshold),
            window: queue.window,
            weight: queue.weight,
        }
    }

    fn wait_check(&self, queue: &Queue) -> Option<WaitTest> {
        let (maximum, check) = (queue.maximum_wait?, queue.wait_check.as_ref()?);
        let only_if = self.test(&check.only_if);
        Some(WaitTest { after: maximum.after, only_if, action: maximum.action, every: check.every })
    }

    /// Mean talk and wrap-up of the types that come to a queue, each counted once [seconds].
    fn handle_time(&self, queue: QueueId, lanes: &[LanePlan]) -> f64 {
        let mut kinds: Vec<u32> = lanes.iter().filter(|lane| lane.queue == queue).map(|lane| lane.kind).collect();
        kinds.dedup();
        let contacts = kinds.iter().map(|&kind| &self.scenario.contacts[kind as usize]);
        let total: f64 = contacts.map(|contact| contact.talk.mean() + contact.wrap_up.mean()).sum();
        total / kinds.len().max(1) as f64
    }

    /// By contact type, then queue: what its steps ask.
    fn all_steps(&self) -> Vec<Vec<StepRules>> {
        let mut all = Vec::new();
        for contact in &self.scenario.contacts {
            for (number, queue) in self.scenario.queues.iter().enumerate() {
                let rules = |(place, step): (usize, &Step)| {
                    let crew = self.scenario.counted_in(contact, QueueId::of(number), place);
                    let test = |condition: &Condition| Test::new(condition, self, &crew);
                    StepRules {
                        only_if: step.only_if.as_ref().map(test),
                        waits: step.when_false == WhenFalse::Wait,
                        skip_if: step.skip_if.as_ref().map(test),
                    }
                };
                let conditional = queue.steps.iter().any(Step::is_conditional);
                let steps = queue.steps.iter().enumerate().filter(|_| conditional);
                all.push(steps.map(rules).collect());
            }
        }
        all
    }
}

/// When reserves change that go by the time.
fn changes(scenario: &Scenario) -> Vec<Instant> {
    let reserves = scenario.teams.iter().flat_map(|team| &team.keep_free);
    let by_time = reserves.filter_map(|keep| if let Others::ByTime(steps) = &keep.others { Some(steps) } else { None });
    let mut changes: Vec<Instant> =
        by_time.flat_map(|steps| steps.merged().pieces().map(|(at, ..)| at).collect::<Vec<_>>()).collect();
    changes.sort_unstable();
    changes.dedup();
    changes
}

/// Lanes in which contacts wait for the condition of a step.
fn waiting(lanes: &[LanePlan], courses: &Courses) -> Vec<u32> {
    let waits = |lane: &LanePlan| {
        let turn = courses.of(lane.kind, lane.queue)[lane.stage as usize].next_step;
        turn.is_some_and(|turn| turn.when == crate::scenario::When::Met)
    };
    (0..).zip(lanes).filter(|(_, lane)| waits(lane)).map(|(number, _)| number).collect()
}
