//! Comparison: what the same replications of several configurations say about their differences.
//!
//! Every measure is a ratio of sums over replications here, a mean being one whose lower number is 1; nothing knows how
//! replications are played, and two configurations that counted the same differ by exactly nothing.

mod better;
mod influence;
mod probe;
mod race;
mod subject;

pub use better::{Better, better};
pub use influence::{Influence, Paired, Sums, paired};
pub use probe::Probe;
pub use race::{Out, Race, Rule, Stage};
pub use subject::Subject;
