//! Statistics: observations become numbers with intervals.
//!
//! Sums are whole numbers, so that merging is exact in any order; ratios are ratios of sums.

#[cfg(test)]
mod by_hand;
pub mod compare;
mod confidence;
mod counts;
pub mod diagnosis;
mod estimates;
mod histogram;
pub mod measure;
mod moments;
pub mod service_level;
mod tallied;
mod tally;
pub mod until;
mod wide;

pub use confidence::{Estimate, Student};
pub use counts::{Counts, Field};
pub use estimates::{Estimates, Shape, Unlike};
pub use histogram::WaitHistogram;
pub use measure::MEASURES;
pub use moments::{Pair, Single};
pub use service_level::{BookedIn, ClockStart, Grade, OpenTime, SERVICE_LEVELS, ServiceLevel, Weights};
pub use tallied::{ExtraLevel, Scope, ScopeKind, Tallied};
pub use tally::{KindLayout, Layout, QueueLayout, Tally, WaitsKept};
pub use wide::Wide;
