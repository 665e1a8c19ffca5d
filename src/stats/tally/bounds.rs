//! Bounds: how a stay is graded against the times of a service level.

use crate::record::Departure;
use crate::stats::{Grade, ServiceLevel};
use crate::units::Span;

/// Times that the plain grades of a queue are counted against.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bounds {
    pub(super) threshold: Span,
    pub(super) short: Span,
}

impl Bounds {
    pub(super) fn of(level: &ServiceLevel) -> Self {
        Self { threshold: level.threshold, short: level.short }
    }

    #[inline(always)]
    pub(super) fn answered(self, wait: Span) -> Grade {
        if wait <= self.threshold { Grade::AnsweredInTime } else { Grade::AnsweredLate }
    }

    #[inline]
    pub(super) fn departed(self, wait: Span, how: Departure) -> Grade {
        match how {
            Departure::Abandoned if wait <= self.short => Grade::AbandonedShort,
            Departure::Abandoned if wait <= self.threshold => Grade::AbandonedInTime,
            Departure::Abandoned => Grade::AbandonedLate,
            Departure::Ejected => Grade::Ejected,
            Departure::FlowOut if wait <= self.threshold => Grade::FlowOutInTime,
            Departure::FlowOut => Grade::FlowOutLate,
            Departure::Blocked => Grade::Blocked,
            Departure::Unfinished | Departure::Withdrawn => Grade::Unfinished,
        }
    }
}
