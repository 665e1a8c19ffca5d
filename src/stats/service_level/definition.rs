//! One definition of service level: which contacts count as served well, out of which contacts.
//!
//! A definition is two rows of weights over grades; the level is the ratio of their sums, never a mean of ratios.

use crate::units::Span;

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
    /// Which interval it is booked in.
    pub booked: BookedIn,
    /// Weights of the sum above the line.
    pub numerator: Weights,
    /// Weights of the sum below the line.
    pub denominator: Weights,
}
