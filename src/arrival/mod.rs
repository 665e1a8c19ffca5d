//! Stub.
use crate::{calendar::*, random::*, units::*};
/// p
pub trait Process: Send + Sync + std::fmt::Debug {
    /// s
    fn source(&self, s: &Streams, kind: u32) -> Source;
    /// e
    fn expected(&self, c: &Calendar) -> Steps;
}
/// s
#[derive(Debug)]
pub enum Source {
    /// p
    Poisson {
        /// s
        stream: Stream,
        /// m
        mean_ticks: f64,
        /// at
        at: Instant,
    },
}
impl Source {
    /// n
    #[inline]
    pub fn next(&mut self) -> Instant {
        let Source::Poisson { stream, mean_ticks, at } = self;
        *at = *at + Span::ticks((stream.exponential() * *mean_ticks) as u64);
        *at
    }
}
