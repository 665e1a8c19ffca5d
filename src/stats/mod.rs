//! Statistics: observations become numbers with intervals.
//!
//! Sums are whole numbers, so that merging is exact in any order; ratios are ratios of sums.

mod service_level;

pub use service_level::{BookedIn, ClockStart, Grade, ServiceLevel, Weights};
