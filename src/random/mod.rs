//! Chance: named streams, laws of durations and the samplers that draw from them.
//!
//! Nothing here reads a clock or any global state: the same seed gives the same numbers everywhere.

mod ahead;
pub mod distribution;
mod law;
pub(crate) mod mathematics;
mod stream;
mod streams;

pub use ahead::Ahead;
pub use law::{Distribution, Law, Sampler};
pub use stream::Stream;
pub use streams::{Purpose, Streams};
