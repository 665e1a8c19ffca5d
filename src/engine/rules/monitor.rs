//! The monitor: listens to the centre and counts what conditions ask for, and hears of contacts that calls have brought;
//! only where a plan has conditions or campaigns.

use std::cell::RefCell;
use std::collections::{BTreeSet, VecDeque};
use std::rc::Rc;

use super::estimates::Outlook;
use crate::plan::Plan;
use crate::record::{AgentState, Cause, ContactRecord, Departure, Observer, Outcome};
use crate::units::{AgentId, Instant, Span, TeamId};

/// What conditions ask for and the centre does not know by itself.
#[derive(Debug)]
pub(crate) struct Monitor {
    queues: Vec<QueueSeen>,
    /// By queue: how its waits are estimated.
    pub(super) outlooks: Vec<Outlook>,
    /// By contact type: its class.
    pub(super) classes: Vec<u16>,
    /// By team, then state.
    people: Vec<[u32; AgentState::COUNT]>,
    /// What has become of contacts that calls have brought, since somebody asked.
    pub(super) called: Vec<Heard>,
}

/// What has become of a contact that a call has brought.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Heard {
    /// Number of the customer.
    pub(crate) customer: u64,
    /// Time since the customer answered the call.
    pub(crate) wait: Span,
    /// How it ended; `None`: an agent answered it.
    pub(crate) outcome: Option<Outcome>,
}

/// What has been seen of a queue.
#[derive(Debug, Clone)]
struct QueueSeen {
    /// Who waits: since when, and number.
    waiting: BTreeSet<(Instant, u64)>,
    /// Contacts whose talk and wrap-up are over.
    handled: u64,
    /// Their talks and wrap-ups [ticks].
    work: u64,
    /// Who was answered or gave up within the window, and whether that was in time.
    recent: VecDeque<(Instant, bool)>,
    /// How many of them were in time.
    in_time: usize,
    threshold: Span,
    window: Span,
}

impl Monitor {
    /// Nothing seen yet.
    pub(crate) fn new(plan: &Plan) -> Self {
        let queue = |rules: &crate::plan::QueueRules| QueueSeen {
            waiting: BTreeSet::new(),
            handled: 0,
            work: 0,
            recent: VecDeque::new(),
            in_time: 0,
            threshold: rules.threshold,
            window: rules.window,
        };
        let team = |team: &crate::plan::TeamPlan| {
            let mut states = [0; AgentState::COUNT];
            states[AgentState::Off as usize] = team.agents.len() as u32;
            states
        };
        Self {
            queues: plan.rules.queues.iter().map(queue).collect(),
            outlooks: (0..plan.rules.queues.len()).map(|queue| Outlook::new(plan, queue)).collect(),
            classes: plan.kinds.iter().map(|kind| kind.priority).collect(),
            people: plan.teams.iter().map(team).collect(),
            called: Vec::new(),
        }
    }

    /// When the one entered a queue who has waited there longest.
    pub(crate) fn oldest(&self, queue: u32) -> Option<Instant> {
        self.queues[queue as usize].waiting.first().map(|(entered, _)| *entered)
    }

    /// Mean talk and wrap-up of the contacts of a queue so far [seconds].
    pub(crate) fn handle_time(&self, queue: u32) -> Option<f64> {
        let seen = &self.queues[queue as usize];
        (seen.handled > 0).then(|| Span::ticks(seen.work).as_seconds() / seen.handled as f64)
    }

    /// All talk and wrap-up of the contacts of a queue so far [ticks].
    pub(super) fn work(&self, queue: u32) -> u64 {
        self.queues[queue as usize].work
    }

    /// Share in time of those who were answered or gave up lately; 1 of nobody.
    pub(crate) fn service_level(&mut self, queue: u32, now: Instant) -> f64 {
        let seen = &mut self.queues[queue as usize];
        while seen.recent.front().is_some_and(|(at, _)| now.since(*at) > seen.window) {
            let (_, in_time) = seen.recent.pop_front().expect("there is a first one");
            seen.in_time -= usize::from(in_time);
        }
        if seen.recent.is_empty() { 1.0 } else { seen.in_time as f64 / seen.recent.len() as f64 }
    }

    /// People of a team in one state.
    pub(crate) fn people(&self, team: TeamId, state: AgentState) -> u32 {
        self.people[team.index()][state as usize]
    }

    /// People of a team.
    pub(crate) fn everybody(&self, team: TeamId) -> u32 {
        self.people[team.index()].iter().sum()
    }

    /// People of a team who are at work, on a break too.
    pub(crate) fn at_work(&self, team: TeamId) -> u32 {
        self.everybody(team) - self.people(team, AgentState::Off)
    }

    /// Notes what has become of a contact, if a call has brought it.
    fn note_called(&mut self, now: Instant, contact: &ContactRecord, outcome: Option<Outcome>) {
        if contact.cause == Cause::Dialled {
            self.called.push(Heard { customer: contact.customer, wait: now.since(contact.arrived), outcome });
        }
    }

    fn served_or_lost(&mut self, now: Instant, contact: &ContactRecord, in_time: bool) {
        let seen = &mut self.queues[contact.queue.index()];
        seen.recent.push_back((now, in_time));
        seen.in_time += usize::from(in_time);
    }
}

/// What the monitor hears.
#[derive(Debug, Clone)]
pub(crate) struct Ears(pub(crate) Rc<RefCell<Monitor>>);

impl Observer for Ears {
    fn began_waiting(&mut self, _now: Instant, contact: &ContactRecord) {
        let mut monitor = self.0.borrow_mut();
        let (queue, class) = (contact.queue.index(), monitor.classes[contact.kind.index()]);
        monitor.queues[queue].waiting.insert((contact.entered, contact.serial));
        monitor.outlooks[queue].began_waiting(contact, class);
    }

    fn stopped_waiting(&mut self, _now: Instant, contact: &ContactRecord) {
        let mut monitor = self.0.borrow_mut();
        let (queue, class) = (contact.queue.index(), monitor.classes[contact.kind.index()]);
        monitor.queues[queue].waiting.remove(&(contact.entered, contact.serial));
        monitor.outlooks[queue].stopped_waiting(contact, class);
    }

    fn answered(&mut self, now: Instant, contact: &ContactRecord, _agent: AgentId, _team: TeamId) {
        let mut monitor = self.0.borrow_mut();
        let in_time = contact.answered_wait() <= monitor.queues[contact.queue.index()].threshold;
        monitor.served_or_lost(now, contact, in_time);
        monitor.answer_seen(now, contact);
        monitor.note_called(now, contact, None);
    }

    fn ended(&mut self, now: Instant, contact: &ContactRecord, outcome: Outcome) {
        self.0.borrow_mut().note_called(now, contact, Some(outcome));
    }

    fn departed(&mut self, now: Instant, contact: &ContactRecord, how: Departure) {
        if how == Departure::Abandoned {
            self.0.borrow_mut().served_or_lost(now, contact, false);
        }
    }

    fn handled(&mut self, now: Instant, contact: &ContactRecord, _wrap_up: Span, _agent: AgentId, _team: TeamId) {
        let mut monitor = self.0.borrow_mut();
        let seen = &mut monitor.queues[contact.queue.index()];
        seen.handled += 1;
        seen.work = seen.work.saturating_add(now.since(contact.answered).as_ticks());
    }

    fn moved(&mut self, _now: Instant, _agent: AgentId, team: TeamId, from: AgentState, to: AgentState) {
        let mut monitor = self.0.borrow_mut();
        let states = &mut monitor.people[team.index()];
        states[from as usize] -= 1;
        states[to as usize] += 1;
    }
}
