//! The dialler at one moment: what campaigns have dialled, what they dial again and when, and how many calls they make.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap, VecDeque};

use crate::dialling::{Calls, Pacing, Seen};
use crate::plan::{CampaignPlan, Plan};
use crate::record::{Attempt, AttemptEnd, Called};
use crate::units::{Instant, Span};

/// Days over which a predictive dialler looks back.
const LOOKS_BACK: u32 = 30;

/// All campaigns now; empty where nobody is called.
#[derive(Debug)]
pub(crate) struct Dialler {
    /// By campaign.
    pub(crate) campaigns: Vec<CampaignNow>,
    /// By slot: attempts under way.
    pub(crate) under_way: BTreeMap<u32, Trying>,
    /// Attempts so far; numbers them.
    pub(crate) attempts: u64,
    /// Events handled when campaigns were looked at last.
    pub(crate) looked: u64,
    /// When time alone lets a campaign dial, as far as the roster knows.
    pub(crate) wakes: Instant,
}

/// One campaign now.
#[derive(Debug)]
pub(crate) struct CampaignNow {
    /// The first record that has never been dialled.
    pub(crate) fresh: u32,
    /// Records to be dialled again: when, which, and what was tried.
    pub(crate) again: BinaryHeap<Reverse<(Instant, u32, Tries)>>,
    /// Calls by the centre that have not been answered, or have and wait for an agent.
    pub(crate) in_flight: u32,
    /// By record: contacts that calls have brought and that are not over.
    pub(crate) lives: BTreeMap<u32, Live>,
    /// Calls for each agent, where they are paced.
    calls: f64,
    /// When they are set anew.
    pub(crate) changes: Instant,
    /// Calls for each agent as observers know it; 0 while stopped.
    pub(crate) told: f64,
    /// Calls of which it is known what was on the line, and those that a person seemed to answer.
    answered: Recent,
    /// Live answers, and those that waited longer than the pacing allows.
    late: Recent,
    /// Live answers, and those that found no agent as soon as the limit asks for.
    lost: Recent,
    /// Live answers since the calls were last set, and their waits [seconds].
    waits: (u32, f64),
}

/// What was tried with a record.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Tries {
    /// Attempts.
    pub(crate) number: u16,
    /// Attempts by what was on the line.
    by: [u16; Called::COUNT],
}

/// An attempt under way.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Trying {
    pub(crate) attempt: Attempt,
    /// What was tried before.
    pub(crate) tries: Tries,
    /// What it will find, and what that will be taken for.
    pub(crate) called: Called,
    pub(crate) how: AttemptEnd,
    /// Who dials; `NONE` for the centre.
    pub(crate) agent: u32,
}

/// A contact that a call has brought.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Live {
    pub(crate) attempt: Attempt,
    /// What was tried, this attempt included.
    pub(crate) tries: Tries,
    /// What it is.
    pub(crate) called: Called,
    /// Whether it counts among those in flight.
    pub(crate) in_flight: bool,
    /// Whether an agent has answered it, or it has left.
    pub(crate) settled: bool,
}

/// A number of things and of certain ones among them, over some days.
#[derive(Debug, Clone, Default)]
struct Recent {
    /// Days that count.
    days: u32,
    /// Day, things, certain ones.
    by_day: VecDeque<(i64, u32, u32)>,
    all: u32,
    certain: u32,
}

impl Dialler {
    /// Nothing dialled yet.
    pub(crate) fn new(plan: &Plan) -> Self {
        Self {
            campaigns: plan.campaigns.iter().map(CampaignNow::new).collect(),
            under_way: BTreeMap::new(),
            attempts: 0,
            looked: u64::MAX,
            wakes: Instant::NEVER,
        }
    }
}

impl CampaignNow {
    fn new(plan: &CampaignPlan) -> Self {
        let (calls, changes) = match &plan.calls_per_agent {
            Calls::Fixed(calls) => (*calls, Instant::NEVER),
            Calls::Paced(pacing) => (pacing.start, Instant::START + pacing.every),
        };
        Self {
            fresh: 0,
            again: BinaryHeap::new(),
            in_flight: 0,
            lives: BTreeMap::new(),
            calls,
            changes,
            told: calls,
            answered: Recent { days: LOOKS_BACK, ..Recent::default() },
            late: Recent { days: LOOKS_BACK, ..Recent::default() },
            lost: Recent { days: plan.limit.map_or(1, |limit| limit.days), ..Recent::default() },
            waits: (0, 0.0),
        }
    }

    /// The next record to dial at a moment, and what was tried with it: one whose time has come again before a fresh one.
    pub(crate) fn take_record(&mut self, now: Instant, plan: &CampaignPlan) -> Option<(u32, Tries)> {
        if let Some(Reverse((at, record, tries))) = self.again.peek().copied()
            && at <= now
        {
            self.again.pop();
            return Some((record, tries));
        }
        let record = self.fresh;
        (record < plan.records).then(|| {
            self.fresh += 1;
            (record, Tries::default())
        })
    }

    /// A record is to be dialled at this moment or later.
    pub(crate) fn put_back(&mut self, at: Instant, (record, tries): (u32, Tries)) {
        self.again.push(Reverse((at, record, tries)));
    }

    /// The record that was taken last is not dialled after all.
    pub(crate) fn untake(&mut self, now: Instant, (record, tries): (u32, Tries)) {
        if tries == Tries::default() && record + 1 == self.fresh {
            self.fresh -= 1;
        } else {
            self.put_back(now, (record, tries));
        }
    }

    /// When there is a record to dial, at this moment or later.
    pub(crate) fn record_due(&self, now: Instant, plan: &CampaignPlan) -> Instant {
        if self.fresh < plan.records {
            return now;
        }
        self.again.peek().map_or(Instant::NEVER, |Reverse((at, ..))| *at)
    }

    /// It is known what was on the line.
    pub(crate) fn note_call(&mut self, day: i64, how: AttemptEnd) {
        self.answered.add(day, how.brings_contact());
    }

    /// A live answer was answered after this wait, or found no agent.
    pub(crate) fn note_live(&mut self, day: i64, (wait, answered): (Span, bool), plan: &CampaignPlan) {
        let beyond = |most: Span| !answered || wait > most;
        self.waits = (self.waits.0 + 1, self.waits.1 + wait.as_seconds());
        if let Calls::Paced(pacing) = &plan.calls_per_agent {
            self.late.add(day, beyond(pacing.threshold));
        }
        if let Some(limit) = &plan.limit {
            self.lost.add(day, beyond(limit.within));
        }
    }

    /// Whether more live answers than the limit allows have found no agent in time.
    pub(crate) fn is_beyond_limit(&mut self, day: i64, plan: &CampaignPlan) -> bool {
        let Some(limit) = &plan.limit else { return false };
        let share = self.lost.share(day);
        self.lost.all >= limit.judged_from && share > limit.share.get()
    }

    /// What a pacing goes by, with so many agents at work.
    pub(crate) fn seen(&mut self, day: i64, agents: u32, plan: &CampaignPlan) -> Seen {
        let live_rate = self.answered.share(day);
        let (lives, waits) = self.waits;
        Seen {
            live_rate: if self.answered.all == 0 { plan.seems_live() } else { live_rate },
            wait: (lives > 0).then(|| waits / f64::from(lives)),
            exceeded: self.late.share(day),
            agents,
        }
    }

    /// Sets how many calls there are for each agent, if it is time for it.
    pub(crate) fn set_calls(&mut self, now: Instant, pacing: &Pacing, seen: &Seen) {
        if now >= self.changes {
            self.calls = pacing.next(self.calls, seen);
            self.waits = (0, 0.0);
            let missed = now.since(self.changes).as_ticks() / pacing.every.as_ticks();
            self.changes = self.changes + Span::ticks(pacing.every.as_ticks().saturating_mul(missed + 1));
        }
    }

    /// Calls for each agent who is free, whatever the limit says.
    pub(crate) fn calls(&self, plan: &CampaignPlan, seen: &Seen) -> f64 {
        match &plan.calls_per_agent {
            Calls::Paced(pacing) if pacing.is_cautious(seen) => 1.0,
            _ => self.calls,
        }
    }
}

impl Tries {
    /// The same after one more attempt that found this on the line.
    pub(crate) fn with(mut self, called: Called) -> Self {
        self.number = self.number.saturating_add(1);
        let by = &mut self.by[called as usize];
        *by = by.saturating_add(1);
        self
    }

    /// Attempts that found this on the line.
    pub(crate) fn by(&self, called: Called) -> u16 {
        self.by[called as usize]
    }
}

impl Recent {
    fn add(&mut self, day: i64, certain: bool) {
        self.forget(day);
        match self.by_day.back_mut() {
            Some((last, all, of_them)) if *last == day => {
                *all += 1;
                *of_them += u32::from(certain);
            }
            _ => self.by_day.push_back((day, 1, u32::from(certain))),
        }
        self.all += 1;
        self.certain += u32::from(certain);
    }

    /// Share of certain ones; none of nothing.
    fn share(&mut self, day: i64) -> f64 {
        self.forget(day);
        if self.all == 0 { 0.0 } else { f64::from(self.certain) / f64::from(self.all) }
    }

    fn forget(&mut self, day: i64) {
        while let Some(&(first, all, certain)) = self.by_day.front()
            && first + i64::from(self.days) <= day
        {
            self.by_day.pop_front();
            self.all -= all;
            self.certain -= certain;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_have_passed_count_no_more() {
        let mut recent = Recent { days: 2, ..Recent::default() };
        recent.add(0, true);
        recent.add(1, false);
        assert_eq!((recent.share(1), recent.all), (0.5, 2));
        assert_eq!((recent.share(2), recent.all), (0.0, 1));
        assert_eq!((recent.share(3), recent.all), (0.0, 0));
    }
}
