//! What was foretold of a wait, as observers see it when that wait ends in an answer.

use crate::units::{Instant, Span};

/// An estimate of the wait that was still to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Foretold {
    /// When it was made.
    pub at: Instant,
    /// What it said.
    pub wait: Span,
}
