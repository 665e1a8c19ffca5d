//! The tally: listens to one replication and counts, by queue, contact type and team, interval by interval.
//!
//! A stay in a queue is booked in the interval in which it began, a contact in the one in which it arrived, people's
//! time where it passes. Whole numbers only; memory depends on the horizon, not on how many contacts come.

mod answers;
mod aside;
mod backlog;
mod bounds;
mod cells;
mod dials;
mod issues;
mod layout;
mod parts;
mod passed;
mod reading;
mod replies;
mod rows;
mod seldom;
mod time;
mod views;

pub use layout::{KindLayout, Layout, QueueLayout, WaitsKept};

use super::{ExtraLevel, Grade, Scope, WaitHistogram};
use crate::record::{
    AgentState, Aside, Attempt, AttemptEnd, CallbackTurn, Cause, ContactRecord, Departure, Exit, Foretold, HandOver,
    IssueEnd, IssueRecord, Observer, Offer, OfferEnd, Outcome, Records, Reply,
};
use crate::units::{AgentId, FlowId, Instant, Span, TeamId};
use backlog::deferred_pairs;
use bounds::Bounds;
use cells::{AsideCell, FlowCell, KindCell, PeopleNow, QueueCell, StayCell, TeamCell, WaitingNow};
use dials::DialCell;
use parts::Parts;
use rows::Rows;
use seldom::Seldom;
use views::View;

/// Counts of one replication.
#[derive(Debug, Clone)]
pub struct Tally {
    layout: Layout,
    scopes: Vec<Scope>,
    /// By scope: the cells that make it up.
    parts: Vec<Parts>,
    /// By contact type: its pairs.
    pairs_of_kind: Vec<Vec<usize>>,
    extra: Vec<ExtraLevel>,
    /// By row of a pair: the plain threshold and short bound of its queue.
    bounds: Vec<Bounds>,
    /// Service levels that need grades of their own, and by pair which of them.
    views: Vec<View>,
    views_of_pair: Vec<std::ops::Range<u32>>,
    /// By pair: whether its type is deferred; empty where none is.
    deferred: Vec<bool>,
    /// Row 0 holds the warm-up; then one row to each interval.
    stays: Vec<StayCell>,
    /// What happened to answered stays aside from talk; empty until something does.
    aside: Vec<AsideCell>,
    seldom: Seldom,
    /// What campaigns did; empty until one does.
    dials: Vec<DialCell>,
    waits: Vec<WaitHistogram>,
    /// First of the last row of `waits`, which holds all later intervals too.
    last_waits: usize,
    kinds: Vec<KindCell>,
    flows: Vec<FlowCell>,
    queues: Vec<QueueCell>,
    teams: Vec<TeamCell>,
    viewed: Vec<[u32; Grade::COUNT]>,
    /// Contacts waiting now, by queue.
    waiting: Vec<WaitingNow>,
    /// People now, by team.
    people: Vec<PeopleNow>,
    /// Whether customers of any type may come again.
    any_return: bool,
    /// Which row a moment belongs to.
    rows: Rows,
    /// The row of the last moment that anything came, moved or waited, and when it ends.
    row: usize,
    /// Where the stays of that row begin.
    first_stay: usize,
    row_ends: Instant,
    /// By row of what is diagnosed: what it was found to be.
    diagnosed: Vec<(u64, u64)>,
}

impl Tally {
    /// Nothing counted yet.
    pub fn new(layout: Layout) -> Self {
        let (kinds, pairs) = (layout.kinds.len(), layout.pairs.len());
        let (views, views_of_pair, bounds) = views::of(&layout);
        let rows = layout.intervals() + 1;
        let mut tally = Self {
            parts: Parts::of(&layout, &layout.scopes()),
            pairs_of_kind: parts::pairs_by(&layout, kinds, |(kind, _)| kind),
            scopes: layout.scopes(),
            extra: layout.extra_levels(),
            bounds,
            stays: vec![StayCell::default(); rows * pairs],
            aside: Vec::new(),
            seldom: Seldom::default(),
            dials: Vec::new(),
            waits: vec![WaitHistogram::default(); (layout.last_row_of_waits() + 1) * pairs],
            last_waits: layout.last_row_of_waits() * pairs,
            kinds: vec![KindCell::default(); rows * kinds],
            flows: vec![FlowCell::default(); rows * kinds],
            queues: vec![QueueCell::default(); rows * layout.queues.len()],
            teams: vec![TeamCell::default(); rows * layout.teams.len()],
            viewed: vec![[0; Grade::COUNT]; rows * views.len()],
            deferred: deferred_pairs(&layout),
            views,
            views_of_pair,
            waiting: vec![WaitingNow::default(); layout.queues.len()],
            people: vec![PeopleNow::default(); layout.teams.len()],
            rows: Rows::of(&layout),
            row: 0,
            first_stay: 0,
            row_ends: Instant::START + layout.warm_up,
            any_return: layout.kinds.iter().any(|kind| kind.returns),
            diagnosed: Vec::new(),
            layout,
        };
        tally.pass(Instant::START);
        tally
    }

    /// Forgets everything, for the next replication.
    pub fn clear(&mut self) {
        self.stays.fill(StayCell::default());
        self.aside.clear();
        self.seldom = Seldom::default();
        self.dials.clear();
        self.waits.iter_mut().for_each(WaitHistogram::clear);
        self.kinds.fill(KindCell::default());
        self.flows.fill(FlowCell::default());
        self.queues.fill(QueueCell::default());
        self.teams.fill(TeamCell::default());
        self.viewed.fill([0; Grade::COUNT]);
        self.waiting.fill(WaitingNow::default());
        self.people.fill(PeopleNow::default());
        (self.row, self.first_stay) = (0, 0);
        self.row_ends = Instant::START + self.layout.warm_up;
        self.pass(Instant::START);
    }

    /// Books people's and contacts' time up to the end of the horizon.
    pub fn close(&mut self) {
        self.pass(self.layout.end);
        if self.row_ends != Instant::NEVER {
            self.look(self.layout.end);
            self.row_ends = Instant::NEVER;
        }
        self.book_answers();
    }

    /// Moves on to the row of this moment.
    #[inline(always)]
    fn pass(&mut self, now: Instant) {
        if now >= self.row_ends {
            self.turn(now);
        }
    }

    /// The number of the cell that a stay is booked in, and its pair.
    #[inline(always)]
    fn stay(&self, contact: &ContactRecord) -> (usize, usize) {
        let pair = contact.stay as usize;
        (self.rows.at(contact.entered) * self.bounds.len() + pair, pair)
    }
}

impl Observer for Tally {
    const FORESEES: bool = true;

    #[inline(always)]
    fn arrived(&mut self, now: Instant, contact: &ContactRecord) {
        if contact.cause != Cause::First {
            self.pass(now);
            let first = self.row * self.layout.kinds.len();
            self.kinds[first + contact.kind.index()].came_again[contact.cause as usize - 1] += 1;
        }
    }

    fn used(&mut self, _now: Instant, contact: &ContactRecord, cost: f64) {
        self.note_use(contact, cost);
    }

    fn left_flow(&mut self, now: Instant, contact: &ContactRecord, (_, entered): (FlowId, Instant), exit: Exit) {
        self.pass(now);
        self.note_exit(contact, exit, now.since(entered));
    }

    #[inline(always)]
    fn began_waiting(&mut self, now: Instant, contact: &ContactRecord) {
        self.pass(now);
        self.waiting[contact.queue.index()].rise(now.as_ticks());
    }

    #[inline(always)]
    fn stopped_waiting(&mut self, now: Instant, contact: &ContactRecord) {
        self.pass(now);
        self.waiting[contact.queue.index()].level.fall(now.as_ticks());
    }

    #[inline(always)]
    fn answered(&mut self, now: Instant, contact: &ContactRecord, _agent: AgentId, team: TeamId) {
        self.answer(now, contact, (Span::ZERO, false));
        self.people[team.index()].answered += 1;
    }

    #[inline(always)]
    fn answered_for_good(
        &mut self,
        now: Instant,
        contact: &ContactRecord,
        _agent: AgentId,
        team: TeamId,
        ends: Option<Instant>,
    ) {
        self.answer_for_good(now, contact, ends);
        self.people[team.index()].answered += 1;
    }

    #[inline(always)]
    fn answered_from_rest(
        &mut self,
        now: Instant,
        contact: &ContactRecord,
        _agent: AgentId,
        team: TeamId,
        ends: Option<Instant>,
    ) {
        self.pass(now);
        self.answer_for_good(now, contact, ends);
        let people = &mut self.people[team.index()];
        people.answered += 1;
        people.states[AgentState::Talking as usize].rise(now.as_ticks());
    }

    fn callback(&mut self, now: Instant, contact: &ContactRecord, turn: CallbackTurn) {
        self.count_callback(now, contact, turn);
    }

    fn turned_out(&mut self, now: Instant, contact: &ContactRecord, foretold: Foretold) {
        self.foretold(now, contact, foretold);
    }

    fn departed(&mut self, now: Instant, contact: &ContactRecord, how: Departure) {
        if how == Departure::Withdrawn {
            return self.withdrawn(now, contact);
        }
        let (cell, pair) = self.stay(contact);
        let wait = now.since(contact.entered);
        let grade = self.bounds[pair].departed(wait, how);
        let cell = &mut self.stays[cell];
        cell.grades[grade as usize] += 1;
        cell.waits[if how == Departure::Abandoned { 1 } else { 2 }] += wait.as_ticks();
        cell.longest = cell.longest.max(wait.as_ticks());
        self.view(now, contact, pair, |bounds, wait| bounds.departed(wait, how));
    }

    fn set_aside(&mut self, now: Instant, contact: &ContactRecord, why: Aside, _agent: AgentId, _team: TeamId) {
        self.pass(now);
        self.aside(contact).interruptions += u32::from(why == Aside::OnHold);
    }

    fn was_aside(&mut self, _now: Instant, contact: &ContactRecord, on_hold: Span, inactive: Span) {
        self.note_aside(contact, on_hold, inactive);
    }

    fn handed_over(&mut self, _now: Instant, contact: &ContactRecord, hand_over: HandOver) {
        self.note_hand_over(contact, hand_over);
    }

    fn issue_ended(&mut self, now: Instant, issue: &IssueRecord, how: IssueEnd) {
        self.note_issue(now, issue, how);
    }

    fn replied(&mut self, _now: Instant, contact: &ContactRecord, reply: Reply, _agent: AgentId, _team: TeamId) {
        self.note_reply(contact, reply);
    }

    #[inline(always)]
    fn talked(&mut self, now: Instant, contact: &ContactRecord, _agent: AgentId, _team: TeamId) {
        let (cell, _) = self.stay(contact);
        let talk = &mut self.stays[cell].talk;
        *talk = talk.wrapping_add(now.since(contact.answered).as_ticks());
    }

    #[inline(always)]
    fn served(&mut self, now: Instant, contact: &ContactRecord, _agent: AgentId, _team: TeamId) {
        let row = self.rows.at(contact.entered);
        self.stays[row * self.bounds.len() + contact.stay as usize].talk += now.since(contact.answered).as_ticks();
        self.count_outcome(row, contact, Outcome::Served);
        self.gone(now, contact, Outcome::Served);
    }

    fn handed_back(&mut self, now: Instant, contact: &ContactRecord, agent: AgentId, team: TeamId) {
        self.pass(now);
        self.talked(now, contact, agent, team);
    }

    #[inline(always)]
    fn handled(&mut self, _now: Instant, contact: &ContactRecord, wrap_up: Span, _agent: AgentId, _team: TeamId) {
        if wrap_up > Span::ZERO {
            let (cell, _) = self.stay(contact);
            self.stays[cell].wrap_up += wrap_up.as_ticks();
        }
    }

    #[inline(always)]
    fn ended(&mut self, _now: Instant, contact: &ContactRecord, outcome: Outcome) {
        self.kind(contact).outcomes[outcome as usize] += 1;
    }

    #[inline(always)]
    fn gone(&mut self, _now: Instant, contact: &ContactRecord, outcome: Outcome) {
        if !self.any_return || !self.layout.kinds[contact.kind.index()].returns {
            return;
        }
        let wait = contact.waited_before.saturating_add(contact.answered_wait().as_ticks());
        let cell = self.kind(contact);
        let served = matches!(outcome, Outcome::Served | Outcome::SelfServed);
        for (count, add) in cell.gone.iter_mut().zip([1, u32::from(served), u32::from(contact.attempt)]) {
            *count += add;
        }
        cell.customer_wait += wait;
    }

    #[inline(always)]
    fn moved(&mut self, now: Instant, _agent: AgentId, team: TeamId, from: AgentState, to: AgentState) {
        self.pass(now);
        let states = &mut self.people[team.index()].states;
        // Nobody counts who is available: those are all whom nothing else is said of.
        if from != AgentState::Available {
            states[from as usize].fall(now.as_ticks());
        }
        if to != AgentState::Available {
            states[to as usize].rise(now.as_ticks());
        }
    }

    fn offer_ended(&mut self, now: Instant, _contact: &ContactRecord, offer: Offer, how: OfferEnd) {
        self.pass(now);
        let (number, time) = &mut self.teams[self.row * self.people.len() + offer.team.index()].offers[how as usize];
        *number += 1;
        *time += now.since(offer.began).as_ticks();
    }

    fn attempt_ended(&mut self, _now: Instant, attempt: &Attempt, how: AttemptEnd) {
        self.note_attempt(attempt, how);
    }

    fn live_settled(&mut self, _now: Instant, attempt: &Attempt, wait: Span, answered: bool) {
        self.note_live(attempt, wait, answered);
    }

    fn records_ended(&mut self, now: Instant, records: &Records) {
        self.note_records(now, records);
    }

    fn overtime_began(&mut self, now: Instant, team: TeamId) {
        self.pass(now);
        self.people[team.index()].overtime.rise(now.as_ticks());
    }

    fn overtime_ended(&mut self, now: Instant, team: TeamId) {
        self.pass(now);
        self.people[team.index()].overtime.fall(now.as_ticks());
    }
}
