//! Readings: the values of a condition's fields now, and when time alone may change what it says.

use super::Monitor;
use crate::engine::centre::Centre;
use crate::plan::{Sensor, Test};
use crate::record::{AgentState, Observer};
use crate::scenario::Count;
use crate::units::{Instant, QueueId, Span, TICKS_PER_SECOND, TeamId};

const DAY: Span = Span::minutes(24 * 60);

impl<Watch: Observer> Centre<'_, Watch> {
    /// Whether a condition holds now.
    pub(crate) fn test(&self, test: &Test) -> bool {
        let values: Vec<f64> = test.sources.iter().map(|source| self.sense(source)).collect();
        test.program.holds(&values)
    }

    fn sense(&self, source: &Sensor) -> f64 {
        let waiting = |queue: u32| f64::from(self.queues[queue as usize].waiting);
        match source {
            Sensor::Length(queue) => waiting(*queue),
            Sensor::OldestWait(queue) => {
                self.heard(|it| it.oldest(*queue)).map_or(0.0, |entered| self.now.since(entered).as_seconds())
            }
            Sensor::ExpectedWait(queue) => self.expected_wait(QueueId(*queue)),
            Sensor::ServiceLevel(queue) => self.heard(|it| it.service_level(*queue, self.now)),
            Sensor::Open(queue) => f64::from(u8::from(self.plan.queues[*queue as usize].door.is_open(self.now))),
            Sensor::People(count, teams) => f64::from(self.people(*count, teams)),
            Sensor::TimeOfDay => self.plan.days.time_of(self.now).as_seconds(),
            Sensor::Switch(number) => f64::from(u8::from(self.rules.switches[*number as usize].on)),
        }
    }

    pub(super) fn heard<T>(&self, read: impl FnOnce(&mut Monitor) -> T) -> T {
        let monitor = self.rules.monitor.as_ref().expect("a plan with conditions is monitored");
        read(&mut monitor.borrow_mut())
    }

    /// So many people of some teams.
    pub(super) fn people(&self, count: Count, teams: &[TeamId]) -> u32 {
        let of = |&team: &TeamId| match count {
            Count::Available => self.bench.available(team),
            Count::Idle => self.heard(|it| it.people(team, AgentState::Available)),
            Count::Staffed => self.heard(|it| it.at_work(team)),
        };
        teams.iter().map(of).sum()
    }

    /// Whether everybody of some teams is in one of these states.
    pub(super) fn are_absent(&self, teams: &[TeamId], states: &[AgentState]) -> bool {
        self.heard(|it| {
            teams.iter().all(|&team| {
                let absent: u32 = states.iter().map(|&state| it.people(team, state)).sum();
                absent == it.everybody(team)
            })
        })
    }

    /// The next moment at which time alone may make a condition true or false.
    pub(super) fn crosses_at(&self, test: &Test) -> Instant {
        let crossings = test.crossings.iter().filter_map(|crossing| {
            let stands_still = |source: &Sensor| match source {
                Sensor::OldestWait(queue) => self.queues[*queue as usize].waiting == 0,
                Sensor::TimeOfDay => false,
                _ => true,
            };
            if crossing.sources.iter().all(stands_still) {
                return None;
            }
            let values: Vec<f64> = crossing.sources.iter().map(|source| self.sense(source)).collect();
            ticks_until_zero(crossing.program.evaluate(&values), crossing.slope)
        });
        let at = crossings.min().map_or(Instant::NEVER, |ticks| self.now + Span::ticks(ticks));
        if test.reads_clock { at.min(self.midnight()) } else { at }
    }

    fn midnight(&self) -> Instant {
        let over = self.plan.days.time_of(self.now).as_ticks();
        self.now + Span::ticks(DAY.as_ticks() - over)
    }
}

/// Ticks until a value that changes evenly has reached 0, or has passed it where it is 0 now; none when it never does.
fn ticks_until_zero(value: f64, slope: f64) -> Option<u64> {
    let seconds = -value / slope;
    let ticks = (seconds * TICKS_PER_SECOND as f64).ceil();
    (seconds >= 0.0 && ticks < u64::MAX as f64 / 4.0).then_some((ticks as u64).max(1))
}
