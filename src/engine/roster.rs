//! The roster: who comes and goes when, in one replication, worked out a day at a time.
//!
//! Chance decides absences and fractions of people, under names of their own, so that it is the same under every
//! routing policy.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::plan::{Plan, TeamPlan};
use crate::random::{Purpose, Streams};
use crate::units::{AgentId, FlowId, Instant, NodeId, QueueId, Share, Span, TeamId};

/// What changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Change {
    /// A person's shift begins.
    Come(AgentId),
    /// A person's shift ends.
    Go(AgentId),
    /// A person's break is over; after `Go`, so that nobody is taken on by whoever goes.
    BreakOver(AgentId),
    /// A person's break begins; it should end at that moment.
    BreakDue(AgentId, Span, Instant),
    /// A team that is counted, not named, has so many people from now on: step number of its staffing.
    Count(TeamId, u32),
    /// A queue closes on those who wait.
    Close(QueueId, u32),
    /// Time alone may change what the state of the centre calls for.
    Look,
    /// A contact that a person did not answer may be offered to the same person again.
    MayTryAgain(AgentId),
    /// What is known of the waits at sites is worked out anew.
    Refresh(FlowId, NodeId),
    /// Time alone may let a campaign dial.
    Dial,
}

impl Change {
    /// Whether it also happens to those who are still there when the horizon has ended.
    const fn outlasts_the_horizon(self) -> bool {
        matches!(self, Self::BreakOver(_) | Self::MayTryAgain(_))
    }
}

/// Changes to come, the next one at hand.
#[derive(Debug, Clone)]
pub(crate) struct Roster<'plan> {
    plan: &'plan Plan,
    streams: Streams,
    /// Known changes; at the same instant people come before people go, in the order of `Change`.
    pending: BinaryHeap<Reverse<(Instant, Change)>>,
    /// When the first of them is due.
    next_at: Instant,
    /// Day whose shifts are not yet in `pending`; day 0 is the one on which the horizon starts.
    day: i64,
    /// When that day begins; the day before the first one counts as beginning with the horizon.
    day_starts: Instant,
    end: Instant,
    has_shifts: bool,
}

impl<'plan> Roster<'plan> {
    /// Everything that changes before the horizon ends.
    pub(crate) fn new(plan: &'plan Plan, streams: Streams) -> Self {
        let end = plan.end;
        let (day_starts, pending) = (Instant::START, BinaryHeap::new());
        let has_shifts = plan.has_shifts();
        let next_at = Instant::NEVER;
        let mut roster = Self { plan, streams, pending, next_at, day: -1, day_starts, end, has_shifts };
        for (team, _) in plan.teams.iter().enumerate() {
            roster.plan_count(TeamId::of(team), 0);
        }
        for (queue, _) in plan.queues.iter().enumerate() {
            roster.plan_closing(QueueId::of(queue), 0);
        }
        roster.fill();
        roster
    }

    /// When the next change is due.
    #[inline(always)]
    pub(crate) fn next_at(&self) -> Instant {
        self.next_at
    }

    /// The next change.
    pub(crate) fn take(&mut self) -> Option<Change> {
        let Reverse((_, change)) = self.pending.pop()?;
        self.next_at = self.pending.peek().map_or(Instant::NEVER, |Reverse((at, _))| *at);
        self.fill();
        Some(change)
    }

    /// Adds a change; what lies beyond the end of the horizon is forgotten, but for people who come back from a break
    /// to those still waiting.
    pub(crate) fn add(&mut self, at: Instant, change: Change) {
        if at < self.end || change.outlasts_the_horizon() {
            self.pending.push(Reverse((at, change)));
            self.next_at = self.next_at.min(at);
        }
    }

    /// Nothing changes any more, except that breaks end.
    pub(crate) fn stop(&mut self) {
        self.pending.retain(|Reverse((_, change))| change.outlasts_the_horizon());
        self.next_at = self.pending.peek().map_or(Instant::NEVER, |Reverse((at, _))| *at);
        self.day_starts = Instant::NEVER;
    }

    /// People of a team from step `step` on.
    pub(crate) fn people(&self, team: TeamId, step: u32) -> u32 {
        let plan = &self.plan.teams[team.index()];
        let Some((at, _, paid)) = plan.steps.as_ref().and_then(|steps| steps.piece(step as usize)) else { return 0 };
        let there = self.not_absent(plan, team, at, paid);
        let share = there * self.plan.scenario.teams[team.index()].shrinkage.rest().get();
        let mut stream = self.streams.keyed(Purpose::Staffing, team.0, u64::from(step));
        let whole = share.floor();
        let one_more = Share::new(share - whole).is_ok_and(|fraction| stream.chance(fraction));
        whole as u32 + u32::from(one_more)
    }

    /// Announces step `step` of a counted team and what follows.
    pub(crate) fn plan_count(&mut self, team: TeamId, step: u32) {
        let steps = self.plan.teams[team.index()].steps.as_ref();
        if let Some((at, ..)) = steps.and_then(|steps| steps.piece(step as usize)) {
            self.add(at, Change::Count(team, step));
        }
    }

    /// Announces closing number `count` of a queue that turns away those who wait.
    pub(crate) fn plan_closing(&mut self, queue: QueueId, count: u32) {
        if let Some(&at) = self.plan.queues[queue.index()].closings.get(count as usize) {
            self.add(at, Change::Close(queue, count));
        }
    }

    /// Of so many paid people, those who are not away for the day; the fraction of a person is never away.
    fn not_absent(&self, plan: &TeamPlan, team: TeamId, at: Instant, paid: f64) -> f64 {
        if plan.absence == Share::ZERO {
            return paid;
        }
        let mut stream = self.streams.keyed(Purpose::Absence, team.0, self.plan.days.day_of(at) as u64);
        let away = (0..paid as u64).filter(|_| stream.chance(plan.absence)).count();
        paid - away as f64
    }

    /// Makes sure that everything due before the first unknown day is known.
    fn fill(&mut self) {
        while self.has_shifts && self.day_starts < self.end && self.next_at() >= self.day_starts {
            self.fill_day();
            self.day += 1;
            self.day_starts = self.plan.days.at(self.day, Span::ZERO).0;
        }
    }

    /// Adds the shifts that start on the next unknown day.
    fn fill_day(&mut self) {
        let mut shifts = Vec::new();
        for (index, agent) in self.plan.agents.iter().enumerate() {
            let Some((shift, _)) = self.plan.shift_of(agent) else { continue };
            if self.works(index, self.day) {
                let (start, over) = self.plan.days.at(self.day, shift.start.since_midnight());
                shifts.push((AgentId::of(index), start, over));
            }
        }
        for (agent, start, over) in shifts {
            self.add_shift(agent, start, over);
        }
    }

    /// Whether a person's shift starts on a day and the person is there for it.
    fn works(&self, index: usize, day: i64) -> bool {
        let Some((shift, team)) = self.plan.shift_of(&self.plan.agents[index]) else { return false };
        let missing = self.plan.teams[team.index()].away_for_shift;
        let mut stream = self.streams.keyed(Purpose::Absence, index as u32 | 1 << 31, day as u64);
        shift.days.contains(&self.plan.days.weekday(day)) && !stream.chance(missing)
    }

    /// Adds one person's shift, of which so much is over when the horizon starts.
    fn add_shift(&mut self, agent: AgentId, start: Instant, over: Span) {
        let Some((shift, _)) = self.plan.shift_of(&self.plan.agents[agent.index()]) else { return };
        if over >= shift.length {
            return;
        }
        let moment = |after: Span| start + Span::ticks(after.as_ticks().saturating_sub(over.as_ticks()));
        self.add(start, Change::Come(agent));
        for pause in &shift.breaks {
            let ends = pause.after.plus(pause.length);
            if ends > over {
                let (from, to) = (moment(pause.after), moment(ends));
                self.add(from, Change::BreakDue(agent, to.since(from), to));
            }
        }
        let goes_on = shift.length == Span::minutes(24 * 60) && self.works(agent.index(), self.day + 1);
        if !goes_on {
            self.add(moment(shift.length), Change::Go(agent));
        }
    }
}
