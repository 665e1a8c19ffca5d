//! Statistics: observations become numbers with intervals.
//!
//! Sums are whole numbers, so that merging is exact in any order; ratios are ratios of sums.

mod counts;
mod histogram;
pub mod service_level;
mod tallied;
mod tally;

pub use counts::{Counts, Field};
pub use histogram::WaitHistogram;
pub use service_level::{BookedIn, ClockStart, Grade, SERVICE_LEVELS, ServiceLevel, Weights};
pub use tallied::{ExtraLevel, Scope, ScopeKind, Tallied};
pub use tally::{KindLayout, Layout, QueueLayout, Tally};
