//! The ledger: counts what the tally counts, from single contacts and people instead of sums; panics at what cannot be.

mod backlog;
mod heard;
mod lists;

use std::collections::{BTreeMap, HashMap, HashSet};

use switchboard::plan::Plan;
use switchboard::record::{AgentState, Aside, ContactRecord, Departure, Outcome};
use switchboard::stats::{Counts, Field, Grade, Layout, Scope, ScopeKind};
use switchboard::units::{AgentId, Instant, Span, TeamId};

use crate::stage;
use lists::Lists;

/// Everything heard so far.
#[derive(Debug)]
pub(super) struct Ledger {
    layout: Layout,
    scopes: Vec<Scope>,
    /// By scope, then interval.
    books: Vec<Vec<Counts>>,
    /// By queue, then interval: stays above and below the line of the second service level.
    extra: Vec<Vec<(u64, u64)>>,
    now: Instant,
    contacts: HashMap<u64, Life>,
    /// By type and customer: time waited so far.
    customers: HashMap<(u32, u64), u64>,
    /// By queue: how many wait, and the interval that the most was last noted for.
    waiting: Vec<(u64, usize)>,
    agents: Vec<Person>,
    /// By team: since when each of those on overtime is.
    overtime: Vec<Vec<Instant>>,
    last_wait_ended: Instant,
    lists: Lists,
    /// By type and customer: when the first contact came.
    first_came: HashMap<(u32, u64), Instant>,
    /// Who will not come again, as told last, and how long that one waited [ticks].
    last_gone: Option<((u32, u64), u64)>,
    /// Issues that have ended, and the contacts that they all took.
    issues: HashSet<(u32, u64)>,
    contacts_of_issues: usize,
}

/// One contact so far.
#[derive(Debug, Default)]
struct Life {
    /// By queue: since when it is there, and since when it waits there.
    offered: BTreeMap<usize, Instant>,
    waiting: BTreeMap<usize, Instant>,
    with: Option<AgentId>,
    /// Who has asked for another and stays meanwhile, and what was told of how long it was aside.
    staying: Vec<(AgentId, [Span; 2])>,
    /// What was told of how long it was aside, before its agent asked another.
    told_before: [Span; 2],
    /// Who asks another, in place of whom that one is with it.
    asking: Option<AgentId>,
    transfers: u16,
    in_flow: bool,
    /// Why nobody works on it, since when, and for how long that was so before: on hold, and inactive.
    aside: Option<(Aside, Instant)>,
    was_aside: [Span; 2],
    ended: bool,
    /// Whether an agent has replied, in a conversation by turns.
    replied: bool,
    /// Where it rings, and since when.
    rings: Vec<(AgentId, Instant)>,
}

/// One person so far.
#[derive(Debug, Clone, Copy)]
struct Person {
    team: TeamId,
    state: AgentState,
    since: Instant,
    talks: u32,
    wrap_ups: u32,
}

const STATES: [Option<Field>; AgentState::COUNT] = [
    None,
    Some(Field::AgentAvailable),
    Some(Field::AgentTalking),
    Some(Field::AgentWrapUp),
    Some(Field::AgentBreak),
    Some(Field::AgentRinging),
    Some(Field::AgentNotReady),
];

impl Ledger {
    pub(super) fn new(plan: &Plan) -> Self {
        let layout = stage::layout(plan);
        let scopes = layout.scopes();
        let person = |agent: &switchboard::plan::AgentPlan| Person {
            team: agent.team,
            state: AgentState::Off,
            since: Instant::START,
            talks: 0,
            wrap_ups: 0,
        };
        let mut ledger = Self {
            books: vec![vec![Counts::default(); layout.intervals()]; scopes.len()],
            extra: vec![vec![(0, 0); layout.intervals()]; layout.queues.len()],
            waiting: vec![(0, 0); layout.queues.len()],
            overtime: vec![Vec::new(); layout.teams.len()],
            agents: plan.agents.iter().map(person).collect(),
            now: Instant::START,
            contacts: HashMap::new(),
            customers: HashMap::new(),
            last_wait_ended: Instant::START,
            lists: Lists::new(plan),
            first_came: HashMap::new(),
            last_gone: None,
            issues: HashSet::new(),
            contacts_of_issues: 0,
            layout,
            scopes,
        };
        for (interval, (from, to)) in ledger.intervals().into_iter().enumerate() {
            ledger.books.iter_mut().for_each(|book| book[interval].set(Field::Elapsed, to - from));
        }
        ledger
    }

    pub(super) fn counts(&self, scope: usize, interval: usize) -> Counts {
        self.books[scope][interval]
    }

    pub(super) fn extra(&self, level: usize, interval: usize) -> (u64, u64) {
        self.extra[level][interval]
    }

    pub(super) fn arrivals(&self) -> u64 {
        self.contacts.len() as u64
    }

    pub(super) const fn last_wait_ended(&self) -> Instant {
        self.last_wait_ended
    }

    /// Books what still goes on, and looks whether all has ended.
    pub(super) fn close(&mut self, plan: &Plan) {
        assert!(self.contacts.values().all(|life| life.ended && life.waiting.is_empty() && !life.in_flow));
        self.lists.close(plan);
        assert_eq!(
            self.contacts_of_issues,
            if plan.rules.issues { self.contacts.len() } else { 0 },
            "every contact is about one issue"
        );
        self.note_looks();
        for number in 0..self.agents.len() {
            let person = self.agents[number];
            self.pass_time(person, plan.end);
        }
        for team in 0..self.overtime.len() {
            for since in std::mem::take(&mut self.overtime[team]) {
                self.split(&of_team(&self.scopes, &self.layout, team), Field::AgentOvertime, since, plan.end);
            }
        }
        for queue in 0..self.waiting.len() {
            self.note_most(queue, self.layout.intervals() - 1);
        }
        for book in self.books.iter().flatten() {
            let causes = [
                Field::ArrivedFirst,
                Field::ArrivedRedial,
                Field::ArrivedReconnect,
                Field::ArrivedFollowUp,
                Field::ArrivedDialled,
            ];
            let arrived = causes.map(|it| book.get(it));
            let outcomes: u64 = Outcome::ALL.iter().map(|&outcome| book.outcome(outcome)).sum();
            assert_eq!(arrived.iter().sum::<u64>(), outcomes, "who arrived in an interval ends once");
        }
    }

    /// Where each interval begins and ends [ticks].
    fn intervals(&self) -> Vec<(u64, u64)> {
        let end = self.layout.end.as_ticks();
        let step = self.layout.interval.as_ticks();
        let first = self.layout.warm_up.as_ticks();
        let starts = (0..self.layout.intervals() as u64).map(|number| first + number * step);
        starts.map(|from| (from, (from + step).min(end))).collect()
    }

    /// The interval of a moment; the last one for moments after the horizon, none in the warm-up.
    fn interval(&self, at: Instant) -> Option<usize> {
        let ticks = at.as_ticks().checked_sub(self.layout.warm_up.as_ticks())?;
        Some(((ticks / self.layout.interval.as_ticks()) as usize).min(self.layout.intervals() - 1))
    }

    fn at(&mut self, now: Instant) {
        assert!(now >= self.now, "time runs backwards from {:?} to {now:?}", self.now);
        if now > self.now {
            self.agents.iter().for_each(Person::is_what_it_does);
        }
        self.now = now;
    }

    fn add(&mut self, scopes: &[usize], at: Instant, field: Field, value: u64) {
        if let Some(interval) = self.interval(at) {
            for &scope in scopes {
                self.books[scope][interval].add(field, value);
            }
        }
    }

    /// Adds the time from one moment to another to the intervals that it passes in.
    fn split(&mut self, scopes: &[usize], field: Field, from: Instant, to: Instant) {
        for (interval, (starts, ends)) in self.intervals().into_iter().enumerate() {
            let time = to.as_ticks().min(ends).saturating_sub(from.as_ticks().max(starts));
            for &scope in scopes {
                self.books[scope][interval].add(field, time);
            }
        }
    }

    fn pass_time(&mut self, person: Person, until: Instant) {
        if let Some(field) = STATES[person.state as usize] {
            self.split(&of_team(&self.scopes, &self.layout, person.team.index()), field, person.since, until);
        }
    }

    /// Notes the number waiting as a candidate for the most in every interval up to this one.
    fn note_most(&mut self, queue: usize, upto: usize) {
        let (count, from) = self.waiting[queue];
        for interval in from..=upto {
            for scope in [0, 1 + queue] {
                let most = self.books[scope][interval].get(Field::QueueMost).max(count);
                self.books[scope][interval].set(Field::QueueMost, most);
            }
        }
        self.waiting[queue].1 = from.max(upto);
    }

    fn change_waiting(&mut self, now: Instant, queue: usize, more: bool) {
        let interval = self.interval(now);
        if let Some(interval) = interval {
            self.note_most(queue, interval);
        }
        if now >= self.layout.end {
            self.waiting[queue].1 = self.layout.intervals();
        }
        let count = &mut self.waiting[queue].0;
        *count = if more { *count + 1 } else { count.checked_sub(1).expect("nobody waits who could stop waiting") };
        if let Some(interval) = interval
            && now < self.layout.end
        {
            self.note_most(queue, interval);
        }
    }

    fn life(&mut self, contact: &ContactRecord) -> &mut Life {
        self.contacts.get_mut(&contact.serial).expect("the contact has arrived")
    }

    /// A stay is over: by grade, with its wait.
    fn stay_ends(&mut self, now: Instant, contact: &ContactRecord, how: Option<Departure>) {
        let life = self.life(contact);
        assert!(!life.ended, "a stay ends before its contact");
        let queue = contact.queue.index();
        let entered = life.offered.remove(&queue).expect("a stay ends that has begun");
        assert_eq!(entered, contact.entered);
        assert!(!life.waiting.contains_key(&queue), "who waits stops waiting first");
        if how == Some(Departure::Withdrawn) {
            let wait = now.since(entered).as_ticks();
            return self.add(&[0, 1 + queue], entered, Field::WaitBeside, wait);
        }
        self.note_backlog(contact, (entered, now));
        let levels = &self.layout.queues[queue].levels;
        let (first, second) = (levels[0].clone(), levels.get(1).cloned());
        let wait = now.since(entered);
        let scopes = of_stay(&self.scopes, &self.layout, contact);
        let graded = grade(wait, how, first.threshold, first.short);
        if let Some(interval) = self.interval(entered) {
            for &scope in &scopes {
                let book = &mut self.books[scope][interval];
                book.add_grade(graded as usize, 1);
                book.add(Field::ServiceGood, (first.numerator[graded as usize] * 1e6) as u64);
                book.add(Field::ServiceOf, (first.denominator[graded as usize] * 1e6) as u64);
                book.set(Field::LongestWait, book.get(Field::LongestWait).max(wait.as_ticks()));
            }
        }
        let field = match how {
            None if wait == Span::ZERO => Field::AnsweredAtOnce,
            None => Field::WaitAnswered,
            Some(Departure::Abandoned) => Field::WaitAbandoned,
            Some(_) => Field::WaitOther,
        };
        self.add(&scopes, entered, field, if field == Field::AnsweredAtOnce { 1 } else { wait.as_ticks() });
        if !self.layout.kinds[contact.kind.index()].returns {
            let kinds = of_kind(&self.scopes, &self.layout, contact.kind.index());
            self.add(&kinds, entered, Field::CustomerWait, wait.as_ticks());
        }
        *self.customers.entry((contact.kind.0, contact.customer)).or_default() += wait.as_ticks();
        if let (Some(level), Some(interval)) = (second, self.interval(now)) {
            let graded = grade(now.since(contact.arrived), how, level.threshold, level.short) as usize;
            let book = &mut self.extra[queue][interval];
            book.0 += (level.numerator[graded] * 1e6) as u64;
            book.1 += (level.denominator[graded] * 1e6) as u64;
        }
    }
}

impl Person {
    /// Whoever has customers talks; whoever only finishes wraps up; nobody else does.
    fn is_what_it_does(&self) {
        let should = match (self.talks, self.wrap_ups) {
            (1.., _) => AgentState::Talking,
            (0, 1..) => AgentState::WrapUp,
            (0, 0) => return assert!(!matches!(self.state, AgentState::Talking | AgentState::WrapUp), "{self:?}"),
        };
        assert_eq!(self.state, should, "{self:?}");
    }
}

fn grade(wait: Span, how: Option<Departure>, threshold: Span, short: Span) -> Grade {
    let in_time = wait <= threshold;
    match how {
        None if in_time => Grade::AnsweredInTime,
        None => Grade::AnsweredLate,
        Some(Departure::Abandoned) if wait <= short => Grade::AbandonedShort,
        Some(Departure::Abandoned) if in_time => Grade::AbandonedInTime,
        Some(Departure::Abandoned) => Grade::AbandonedLate,
        Some(Departure::Ejected) => Grade::Ejected,
        Some(Departure::FlowOut) if in_time => Grade::FlowOutInTime,
        Some(Departure::FlowOut) => Grade::FlowOutLate,
        Some(Departure::Blocked) => Grade::Blocked,
        Some(Departure::Unfinished | Departure::Withdrawn) => Grade::Unfinished,
    }
}

/// Scopes that a contact of a type counts in.
fn of_kind(scopes: &[Scope], layout: &Layout, kind: usize) -> Vec<usize> {
    let kind = &layout.kinds[kind];
    let holds = |scope: &Scope| match scope.of {
        ScopeKind::All => true,
        ScopeKind::Contacts => scope.name == kind.name,
        ScopeKind::Channel => scope.name == kind.channel,
        ScopeKind::Queue | ScopeKind::Team => false,
    };
    (0..scopes.len()).filter(|&scope| holds(&scopes[scope])).collect()
}

/// Scopes that a stay counts in.
fn of_stay(scopes: &[Scope], layout: &Layout, contact: &ContactRecord) -> Vec<usize> {
    let mut all = of_kind(scopes, layout, contact.kind.index());
    all.push(1 + contact.queue.index());
    all
}

/// Scopes that a team's people count in.
fn of_team(scopes: &[Scope], layout: &Layout, team: usize) -> Vec<usize> {
    vec![0, scopes.len() - layout.teams.len() + team]
}
