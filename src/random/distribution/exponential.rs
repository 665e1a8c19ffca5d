//! Without memory: what is left takes as long as the whole.

use crate::random::mathematics::{expm1, log1p};
use crate::random::{Law, Stream};

/// The exponential law, `P(X > x) = exp(-x / mean)`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Exponential {
    /// Mean [seconds].
    pub mean: f64,
}

impl Law for Exponential {
    fn mean(&self) -> f64 {
        self.mean
    }

    fn variance(&self) -> f64 {
        self.mean * self.mean
    }

    fn cdf(&self, x: f64) -> f64 {
        if x < 0.0 { 0.0 } else { -expm1(-x / self.mean) }
    }

    fn quantile(&self, p: f64) -> f64 {
        -self.mean * log1p(-p)
    }

    fn sample(&self, stream: &mut Stream) -> f64 {
        self.mean * stream.exponential()
    }
}
