//! Reading a tally: cells become [`Counts`] of a scope.

use super::{StayCell, Tally, TeamCell};
use crate::record::Outcome;
use crate::stats::{Counts, ExtraLevel, Field, Grade, Scope, ScopeKind, Tallied, WaitHistogram, Weights};
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

    fn counts(&self, scope: usize, interval: usize) -> Counts {
        let mut counts = Counts::default();
        counts.set(Field::Elapsed, self.layout.length(interval));
        for kind in 0..self.layout.kinds.len() {
            if self.includes_kind(scope, kind) {
                self.add_kind(kind, interval, &mut counts);
            }
        }
        for pair in 0..self.layout.pairs.len() {
            if self.includes_pair(scope, pair) {
                self.add_stays(pair, interval, &mut counts);
            }
        }
        for queue in 0..self.layout.queues.len() {
            if self.includes_queue(scope, queue) {
                self.add_queue(queue, interval, &mut counts);
            }
        }
        for team in 0..self.layout.teams.len() {
            if self.includes_team(scope, team) {
                self.add_team(team, interval, &mut counts);
            }
        }
        counts
    }

    fn waits(&self, scope: usize, interval: usize, into: &mut WaitHistogram) {
        for pair in (0..self.layout.pairs.len()).filter(|&pair| self.includes_pair(scope, pair)) {
            let row = (interval + 1).min(self.last_row_of_waits);
            into.absorb(&self.waits[row * self.layout.pairs.len() + pair]);
            into.add_zeros(u64::from(self.cell(pair, interval).at_once));
        }
    }

    fn all_waits(&self, scope: usize, into: &mut WaitHistogram) {
        for pair in (0..self.layout.pairs.len()).filter(|&pair| self.includes_pair(scope, pair)) {
            let rows = 1..=self.last_row_of_waits;
            rows.for_each(|row| into.absorb(&self.waits[row * self.layout.pairs.len() + pair]));
            let at_once = |interval| u64::from(self.cell(pair, interval).at_once);
            into.add_zeros((0..self.layout.intervals()).map(at_once).sum());
        }
    }

    fn extra_levels(&self) -> &[ExtraLevel] {
        &self.extra
    }

    fn extra(&self, level: usize, interval: usize) -> (u64, u64) {
        let queue = self.extra[level].scope - 1;
        let before = self.extra[..level].iter().filter(|other| other.scope == queue + 1).count();
        let pairs = (0..self.layout.pairs.len()).filter(|&pair| self.layout.pairs[pair].1 as usize == queue);
        pairs.fold((0, 0), |(good, of), pair| {
            let (more_good, more_of) = self.weighed(pair, before + 1, interval);
            (good + more_good, of + more_of)
        })
    }
}

impl Tally {
    fn scope_row(&self, scope: usize, of: ScopeKind) -> Option<usize> {
        let first = self.scopes.iter().position(|other| other.of == of)?;
        (self.scopes[scope].of == of).then(|| scope - first)
    }

    fn is_all(&self, scope: usize) -> bool {
        self.scopes[scope].of == ScopeKind::All
    }

    fn includes_kind(&self, scope: usize, kind: usize) -> bool {
        let channel = || {
            self.scopes[scope].of == ScopeKind::Channel && self.scopes[scope].name == self.layout.kinds[kind].channel
        };
        self.is_all(scope) || self.scope_row(scope, ScopeKind::Contacts) == Some(kind) || channel()
    }

    fn includes_queue(&self, scope: usize, queue: usize) -> bool {
        self.is_all(scope) || self.scope_row(scope, ScopeKind::Queue) == Some(queue)
    }

    fn includes_pair(&self, scope: usize, pair: usize) -> bool {
        let (kind, queue) = self.layout.pairs[pair];
        self.includes_kind(scope, kind as usize) || self.scope_row(scope, ScopeKind::Queue) == Some(queue as usize)
    }

    fn includes_team(&self, scope: usize, team: usize) -> bool {
        self.is_all(scope) || self.scope_row(scope, ScopeKind::Team) == Some(team)
    }

    fn add_kind(&self, kind: usize, interval: usize, counts: &mut Counts) {
        let cell = &self.kinds[(interval + 1) * self.layout.kinds.len() + kind];
        let causes = [Field::ArrivedFirst, Field::ArrivedRedial, Field::ArrivedReconnect];
        for (field, number) in causes.into_iter().zip(cell.arrived) {
            counts.add(field, u64::from(number));
        }
        for (outcome, number) in Outcome::ALL.into_iter().zip(cell.outcomes) {
            counts.add_outcome(outcome, u64::from(number));
        }
        counts.add(Field::FlowVisits, u64::from(cell.flow_visits));
        counts.add(Field::FlowTime, cell.flow_time);
        let [gone, served, attempts] =
            if self.layout.kinds[kind].returns { cell.gone } else { once_only(&cell.outcomes) };
        counts.add(Field::CustomersGone, u64::from(gone));
        counts.add(Field::CustomersServed, u64::from(served));
        counts.add(Field::CustomerAttempts, u64::from(attempts));
        counts.add(Field::CustomerWait, self.customer_wait(kind, interval));
    }

    /// Time that the customers of a type waited who will not come again.
    fn customer_wait(&self, kind: usize, interval: usize) -> u64 {
        if self.layout.kinds[kind].returns {
            return self.kinds[(interval + 1) * self.layout.kinds.len() + kind].customer_wait;
        }
        let own = |pair: &usize| self.layout.pairs[*pair].0 as usize == kind;
        let pairs = (0..self.layout.pairs.len()).filter(own);
        pairs.map(|pair| self.cell(pair, interval).waits.iter().sum::<u64>()).sum()
    }

    fn cell(&self, pair: usize, interval: usize) -> &StayCell {
        &self.stays[(interval + 1) * self.layout.pairs.len() + pair]
    }

    fn add_stays(&self, pair: usize, interval: usize, counts: &mut Counts) {
        let cell = self.cell(pair, interval);
        for (grade, number) in cell.grades.into_iter().enumerate() {
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
    }

    /// Stays above and below the line of one of a queue's levels [millionths].
    fn weighed(&self, pair: usize, level: usize, interval: usize) -> (u64, u64) {
        let queue = &self.layout.queues[self.layout.pairs[pair].1 as usize];
        let plain = level == 0 && queue.first_is_plain();
        let grades = if plain {
            self.cell(pair, interval).grades
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
        counts.set(Field::QueueMost, counts.get(Field::QueueMost).max(u64::from(cell.most)));
    }

    fn add_team(&self, team: usize, interval: usize, counts: &mut Counts) {
        let TeamCell { areas, overtime, answered } = self.teams[(interval + 1) * self.layout.teams.len() + team];
        let [_, available, talking, wrap_up, pause] = areas;
        let states = [Field::AgentAvailable, Field::AgentTalking, Field::AgentWrapUp, Field::AgentBreak];
        for (field, area) in states.into_iter().zip([available, talking, wrap_up, pause]) {
            counts.add(field, area);
        }
        counts.add(Field::AgentOvertime, overtime);
        counts.add(Field::AgentAnswered, u64::from(answered));
        let hours = (available + talking + wrap_up + pause) as f64 / (3_600.0 * TICKS_PER_SECOND as f64);
        counts.add(Field::Cost, (hours * self.layout.teams[team].1 * MILLION).round() as u64);
    }
}

/// Customers who come only once: all whose contact is over.
fn once_only(outcomes: &[u32; 10]) -> [u32; 3] {
    let over = outcomes.iter().sum::<u32>() - outcomes[Outcome::Unfinished as usize];
    [over, outcomes[Outcome::Served as usize] + outcomes[Outcome::SelfServed as usize], over]
}

fn weigh(grades: &[u32; Grade::COUNT], weights: &Weights) -> u64 {
    let sum: f64 = grades.iter().zip(weights).map(|(&stays, weight)| f64::from(stays) * weight).sum();
    (sum.max(0.0) * MILLION).round() as u64
}
