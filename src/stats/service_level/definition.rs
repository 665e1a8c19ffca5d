//! One definition of service level: which contacts count as served well, out of which contacts.
//!
//! A definition is two rows of weights over grades; the level is the ratio of their sums, never a mean of ratios.

use std::sync::Arc;

use crate::units::{Instant, Span};

/// What became of one stay in a queue, against two times: the threshold T and the bound of a short abandonment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Grade {
    /// Answered, wait at most T.
    AnsweredInTime,
    /// Answered, wait above T.
    AnsweredLate,
    /// Abandoned, wait at most the short bound.
    AbandonedShort,
    /// Abandoned, wait above the short bound and at most T.
    AbandonedInTime,
    /// Abandoned, wait above both.
    AbandonedLate,
    /// Cut off by the centre, at closing or after the maximum wait.
    Ejected,
    /// Sent elsewhere by the centre, wait at most T.
    FlowOutInTime,
    /// Sent elsewhere by the centre, wait above T.
    FlowOutLate,
    /// Refused for want of a line or a place.
    Blocked,
    /// Still there when the run was cut.
    Unfinished,
}

impl Grade {
    /// Number of grades.
    pub const COUNT: usize = 10;
}

/// A number for each grade.
pub type Weights = [f64; Grade::COUNT];

/// Where the clock of a service level starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClockStart {
    /// When the contact came to the centre.
    Arrival,
    /// When it entered this queue.
    Enqueue,
}

/// Which interval a stay in the queue is booked in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BookedIn {
    /// The one in which it entered the queue.
    Arrival,
    /// The one in which it left the queue.
    Event,
}

/// Opening hours over a horizon, by which a clock runs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OpenTime {
    /// First moment open, first moment closed again, and the time open before; in order and apart.
    openings: Arc<[(Instant, Instant, Span)]>,
}

impl OpenTime {
    /// First moments open and closed again, in order and apart.
    pub fn new(openings: &[(Instant, Instant)]) -> Self {
        let sum = |before: &mut Span, &(opens, closes): &(Instant, Instant)| {
            let so_far = *before;
            *before = before.plus(closes.since(opens));
            Some((opens, closes, so_far))
        };
        Self { openings: openings.iter().scan(Span::ZERO, sum).collect() }
    }

    /// Time open from one moment to another.
    pub fn between(&self, from: Instant, to: Instant) -> Span {
        Span::ticks(self.until(to).as_ticks() - self.until(from.min(to)).as_ticks())
    }

    /// Time open before a moment.
    fn until(&self, moment: Instant) -> Span {
        let begun = self.openings.partition_point(|(opens, ..)| *opens <= moment);
        let last = begun.checked_sub(1).map(|last| self.openings[last]);
        last.map_or(Span::ZERO, |(opens, closes, before)| before.plus(closes.min(moment).since(opens)))
    }
}

/// One definition of service level.
#[derive(Debug, Clone, PartialEq)]
pub struct ServiceLevel {
    /// Name: the preset's keyword, or the author's.
    pub name: String,
    /// The time T; a wait of exactly T is in time.
    pub threshold: Span,
    /// Bound of a short abandonment; a wait of exactly that is short.
    pub short: Span,
    /// Where the clock starts; it stops when an agent answers or the contact leaves.
    pub clock: ClockStart,
    /// When alone the clock runs; `None`: always.
    pub open: Option<OpenTime>,
    /// Which interval it is booked in.
    pub booked: BookedIn,
    /// Weights of the sum above the line.
    pub numerator: Weights,
    /// Weights of the sum below the line.
    pub denominator: Weights,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_stands_still_outside_opening_hours() {
        let at = |hours: u64| Instant::START + Span::minutes(60 * hours);
        let open = OpenTime::new(&[(at(8), at(18)), (at(32), at(42))]);
        let hours = |from, to| open.between(at(from), at(to)).as_hours();
        // Over night, before, within, from within to closed, from closed to closed, and over both days.
        let found = [hours(17, 33), hours(0, 8), hours(9, 12), hours(17, 30), hours(20, 30), hours(0, 50)];
        assert_eq!(found, [2.0, 0.0, 3.0, 1.0, 0.0, 20.0]);
        assert_eq!(open.between(at(9), at(9)), Span::ZERO);
        assert_eq!(OpenTime::default().between(at(0), at(99)), Span::ZERO);
    }
}
