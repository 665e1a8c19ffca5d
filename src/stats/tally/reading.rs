//! Reading a tally: cells become [`Counts`] of a scope.

use super::{FlowCell, StayCell, Tally, TeamCell};
use crate::record::{AgentState, Exit, OfferEnd, Outcome};
use crate::stats::{Counts, ExtraLevel, Field, Grade, Scope, Tallied, WaitHistogram, Weights};
use crate::units::TICKS_PER_SECOND;

/// Weights are counted in millionths of a stay.
const MILLION: f64 = 1e6;

impl Tallied for Tally {
    fn scopes(&self) -> &[Scope] {
        &self.scopes
    }

    fn intervals(&self) -> usize {
        self.layout.intervals()
    }

    fn add_to(&self, scope: usize, interval: usize, counts: &mut Counts) {
        counts.add(Field::Elapsed, self.layout.length(interval));
        let parts = &self.parts[scope];
        parts.kinds.iter().for_each(|&kind| self.add_kind(kind, interval, counts));
        parts.pairs.iter().for_each(|&pair| self.add_stays(pair, interval, counts));
        parts.queues.iter().for_each(|&queue| self.add_queue(queue, interval, counts));
        parts.teams.iter().for_each(|&team| self.add_team(team, interval, counts));
        self.add_backlog(&parts.queues, interval, counts);
    }

    fn waits(&self, scope: usize, interval: usize, into: &mut WaitHistogram) {
        for &pair in &self.parts[scope].pairs {
            let row = (interval + 1).min(self.layout.last_row_of_waits());
            into.absorb(&self.waits[row * self.layout.pairs.len() + pair]);
            into.add_zeros(u64::from(self.cell(pair, interval).at_once));
        }
    }

    fn all_waits(&self, scope: usize, into: &mut WaitHistogram) {
        for &pair in &self.parts[scope].pairs {
            let rows = 1..=self.layout.last_row_of_waits();
            rows.for_each(|row| into.absorb(&self.waits[row * self.layout.pairs.len() + pair]));
            let at_once = |interval| u64::from(self.cell(pair, interval).at_once);
            into.add_zeros((0..self.layout.intervals()).map(at_once).sum());
        }
    }

    fn diagnosed(&self, row: usize) -> (u64, u64) {
        self.diagnosed.get(row).copied().unwrap_or_default()
    }

    fn extra_levels(&self) -> &[ExtraLevel] {
        &self.extra
    }

    fn extra(&self, level: usize, interval: usize) -> (u64, u64) {
        let scope = self.extra[level].scope;
        let before = self.extra[..level].iter().filter(|other| other.scope == scope).count();
        self.parts[scope].pairs.iter().fold((0, 0), |(good, of), &pair| {
            let (more_good, more_of) = self.weighed(pair, before + 1, interval);
            (good + more_good, of + more_of)
        })
    }
}

impl Tally {
    fn add_kind(&self, kind: usize, interval: usize, counts: &mut Counts) {
        let cell = &self.kinds[(interval + 1) * self.layout.kinds.len() + kind];
        // Whoever has arrived has an outcome.
        let [redials, reconnects, follow_ups, dialled] = cell.came_again.map(u64::from);
        let outcomes = self.outcomes(kind, interval);
        let arrived = outcomes.iter().copied().map(u64::from).sum::<u64>();
        counts.add(Field::ArrivedFirst, arrived - redials - reconnects - follow_ups - dialled);
        counts.add(Field::ArrivedRedial, redials);
        counts.add(Field::ArrivedReconnect, reconnects);
        counts.add(Field::ArrivedFollowUp, follow_ups);
        counts.add(Field::ArrivedDialled, dialled);
        self.add_dials(kind, interval, counts);
        self.add_passed_on(kind, interval, counts);
        self.add_issues(kind, interval, counts);
        for (outcome, number) in Outcome::ALL.into_iter().zip(outcomes) {
            counts.add_outcome(outcome, u64::from(number));
        }
        let visits = &self.flows[(interval + 1) * self.layout.kinds.len() + kind];
        if *visits != FlowCell::default() {
            for (exit, number) in Exit::ALL.into_iter().zip(visits.exits) {
                counts.add_exit(exit, u64::from(number));
            }
            counts.add(Field::FlowTime, visits.time);
            counts.add(Field::Uses, u64::from(visits.uses));
            counts.add(Field::UseCost, visits.cost);
        }
        let [gone, served, attempts] = if self.layout.kinds[kind].returns { cell.gone } else { once_only(&outcomes) };
        counts.add(Field::CustomersGone, u64::from(gone));
        counts.add(Field::CustomersServed, u64::from(served));
        counts.add(Field::CustomerAttempts, u64::from(attempts));
        counts.add(Field::CustomerWait, self.customer_wait(kind, interval));
    }

    /// Contacts of a type by outcome.
    fn outcomes(&self, kind: usize, interval: usize) -> [u32; Outcome::ALL.len()] {
        let mut outcomes = self.kinds[(interval + 1) * self.layout.kinds.len() + kind].outcomes;
        let pairs = self.pairs_of_kind[kind].iter();
        outcomes[Outcome::Served as usize] += pairs.map(|&pair| self.cell(pair, interval).served).sum::<u32>();
        outcomes
    }

    /// Time that the customers of a type waited who will not come again.
    fn customer_wait(&self, kind: usize, interval: usize) -> u64 {
        if self.layout.kinds[kind].returns {
            return self.kinds[(interval + 1) * self.layout.kinds.len() + kind].customer_wait;
        }
        let pairs = &self.pairs_of_kind[kind];
        pairs.iter().map(|&pair| self.cell(pair, interval).waits.iter().sum::<u64>()).sum()
    }

    fn cell(&self, pair: usize, interval: usize) -> &StayCell {
        &self.stays[(interval + 1) * self.layout.pairs.len() + pair]
    }

    fn add_stays(&self, pair: usize, interval: usize, counts: &mut Counts) {
        let cell = self.cell(pair, interval);
        for (grade, number) in cell.all_grades().into_iter().enumerate() {
            counts.add_grade(grade, u64::from(number));
        }
        let (good, of) = self.weighed(pair, 0, interval);
        counts.add(Field::ServiceGood, good);
        counts.add(Field::ServiceOf, of);
        counts.add(Field::AnsweredAtOnce, u64::from(cell.at_once));
        counts.add(Field::WaitAnswered, cell.waits[0]);
        counts.add(Field::WaitAbandoned, cell.waits[1]);
        counts.add(Field::WaitOther, cell.waits[2]);
        counts.set(Field::LongestWait, counts.get(Field::LongestWait).max(cell.longest));
        counts.add(Field::Talk, cell.talk);
        counts.add(Field::WrapUp, cell.wrap_up);
        if let Some(aside) = self.aside.get((interval + 1) * self.layout.pairs.len() + pair) {
            counts.add(Field::Interruptions, u64::from(aside.interruptions));
            counts.add(Field::OnHold, aside.on_hold);
            counts.add(Field::Inactive, aside.inactive);
        }
        self.add_seldom((interval + 1) * self.layout.pairs.len() + pair, counts);
    }

    /// Stays above and below the line of one of a queue's levels [millionths].
    fn weighed(&self, pair: usize, level: usize, interval: usize) -> (u64, u64) {
        let queue = &self.layout.queues[self.layout.pairs[pair].1 as usize];
        let plain = level == 0 && queue.first_is_plain();
        let grades = if plain {
            self.cell(pair, interval).all_grades()
        } else {
            let views = self.views_of_pair[pair].clone();
            let view = views.into_iter().find(|&view| self.views[view as usize].level == level);
            view.map_or([0; Grade::COUNT], |view| self.viewed[(interval + 1) * self.views.len() + view as usize])
        };
        let level = &queue.levels[level];
        (weigh(&grades, &level.numerator), weigh(&grades, &level.denominator))
    }

    fn add_queue(&self, queue: usize, interval: usize, counts: &mut Counts) {
        let cell = &self.queues[(interval + 1) * self.layout.queues.len() + queue];
        counts.add(Field::QueueArea, cell.area);
        counts.add(Field::WaitBeside, cell.beside);
        counts.set(Field::QueueMost, counts.get(Field::QueueMost).max(u64::from(cell.most)));
    }

    fn add_team(&self, team: usize, interval: usize, counts: &mut Counts) {
        let TeamCell { areas, overtime, answered, offers } =
            self.teams[(interval + 1) * self.layout.teams.len() + team];
        let [_, staffed @ ..] = areas;
        for (field, area) in STATES.into_iter().zip(&staffed) {
            counts.add(field, *area);
        }
        counts.add(Field::AgentOvertime, overtime);
        counts.add(Field::AgentAnswered, u64::from(answered));
        if offers != [(0, 0); OfferEnd::COUNT] {
            for (how, (number, time)) in OfferEnd::ALL.into_iter().zip(offers) {
                counts.add_offers(how, u64::from(number), time);
            }
        }
        let hours = staffed.iter().sum::<u64>() as f64 / (3_600.0 * TICKS_PER_SECOND as f64);
        counts.add(Field::Cost, (hours * self.layout.teams[team].1 * MILLION).round() as u64);
    }
}

/// What people at work are doing, in the order of `AgentState`.
const STATES: [Field; AgentState::COUNT - 1] = [
    Field::AgentAvailable,
    Field::AgentTalking,
    Field::AgentWrapUp,
    Field::AgentBreak,
    Field::AgentRinging,
    Field::AgentNotReady,
];

/// Customers who come only once: all whose contact is over.
fn once_only(outcomes: &[u32; Outcome::ALL.len()]) -> [u32; 3] {
    let over = outcomes.iter().sum::<u32>() - outcomes[Outcome::Unfinished as usize];
    [over, outcomes[Outcome::Served as usize] + outcomes[Outcome::SelfServed as usize], over]
}

fn weigh(grades: &[u32; Grade::COUNT], weights: &Weights) -> u64 {
    let sum: f64 = grades.iter().zip(weights).map(|(&stays, weight)| f64::from(stays) * weight).sum();
    // To the nearest; conversion cuts off.
    (sum.max(0.0) * MILLION + 0.5) as u64
}
