//! The horizon: when the scenario plays, what is left out at its start, and how its time is cut into intervals.

use crate::calendar::Calendar;
use crate::units::Span;

/// When a scenario plays.
#[derive(Debug, Clone)]
pub struct Horizon {
    /// Civil start and length.
    pub calendar: Calendar,
    /// Time at the start that no measure counts.
    pub warm_up: Span,
    /// Length of a reporting interval; intervals are counted from the end of the warm-up, the last may be shorter.
    pub interval: Span,
    /// What happens to contacts present at the end.
    pub at_end: AtEnd,
}

/// What happens at the end of the horizon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AtEnd {
    /// Nothing new arrives; those present are served, leave or give up, agents stay until the last has gone.
    Drain,
    /// Everything stops; contacts present end as unfinished.
    Cut,
}
