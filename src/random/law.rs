//! What a distribution is: a law that can be drawn from, and a sampler that draws spans quickly.
//!
//! Nothing drawn is negative or NaN; an infinite draw is `Span::NEVER`.

use std::fmt::Debug;
use std::sync::Arc;

use super::Stream;
use super::distribution::{Constant, Exponential, Never};
use crate::units::{Span, TICKS_PER_SECOND};

/// A probability law of durations [seconds, 0 to infinity].
///
/// A law that does not replace `sample` draws by inversion: larger uniform numbers give longer durations.
pub trait Law: Send + Sync + Debug {
    /// Expectation [seconds; infinite when the law may give "never"].
    fn mean(&self) -> f64;

    /// Variance [seconds²; infinite when the law may give "never"].
    fn variance(&self) -> f64;

    /// Probability of at most `x` [seconds].
    fn cdf(&self, x: f64) -> f64;

    /// The least `x` with `cdf(x) >= p`, for `p` from 0 to 1 [seconds].
    fn quantile(&self, p: f64) -> f64;

    /// One draw [seconds].
    fn sample(&self, stream: &mut Stream) -> f64 {
        self.quantile(stream.uniform())
    }
}

/// A law of durations, cheap to copy and shared between threads.
#[derive(Debug, Clone)]
pub struct Distribution {
    law: Arc<dyn Law>,
    sampler: Sampler,
}

/// How spans are drawn, resolved once so that the common laws need no virtual call.
#[derive(Debug, Clone)]
pub enum Sampler {
    /// Always `Span::NEVER`.
    Never,
    /// Always the same span; uses no random number.
    Constant(Span),
    /// Exponential with this mean [ticks].
    Exponential {
        /// Mean [ticks].
        mean_ticks: f64,
    },
    /// Any other law.
    Other(Arc<dyn Law>),
}

impl Distribution {
    /// Any law.
    pub fn of(law: impl Law + 'static) -> Self {
        let law: Arc<dyn Law> = Arc::new(law);
        Self { sampler: Sampler::Other(Arc::clone(&law)), law }
    }

    /// Always this span.
    pub fn constant(span: Span) -> Self {
        let sampler = if span.is_never() { Sampler::Never } else { Sampler::Constant(span) };
        Self { law: Arc::new(Constant::of(span)), sampler }
    }

    /// Exponential with this mean.
    pub fn exponential(mean: Span) -> Self {
        if mean.is_never() || mean == Span::ZERO {
            return Self::constant(mean);
        }
        let sampler = Sampler::Exponential { mean_ticks: mean.as_ticks() as f64 };
        Self { law: Arc::new(Exponential { mean: mean.as_seconds() }), sampler }
    }

    /// It does not happen.
    pub fn never() -> Self {
        Self { law: Arc::new(Never), sampler: Sampler::Never }
    }

    /// Whether it never happens.
    pub const fn is_never(&self) -> bool {
        matches!(self.sampler, Sampler::Never)
    }

    /// Expectation [seconds; may be infinite].
    pub fn mean(&self) -> f64 {
        self.law.mean()
    }

    /// Variance [seconds²; may be infinite].
    pub fn variance(&self) -> f64 {
        self.law.variance()
    }

    /// The law itself: quantiles, probabilities, draws in seconds.
    pub fn law(&self) -> &Arc<dyn Law> {
        &self.law
    }

    /// What draws from it.
    pub fn sampler(&self) -> Sampler {
        self.sampler.clone()
    }
}

impl Sampler {
    /// One draw.
    #[inline]
    pub fn draw(&self, stream: &mut Stream) -> Span {
        match self {
            Self::Never => Span::NEVER,
            Self::Constant(span) => *span,
            Self::Exponential { mean_ticks } => whole(stream.exponential() * mean_ticks),
            Self::Other(law) => whole(law.sample(stream) * TICKS_PER_SECOND as f64),
        }
    }

    /// As many draws, one after the other.
    pub(super) fn fill<const MANY: usize>(&self, stream: &mut Stream, spans: &mut [Span; MANY]) {
        match self {
            Self::Exponential { mean_ticks } => {
                let mut numbers = [0.0; MANY];
                stream.fill(&mut numbers);
                spans.iter_mut().zip(&numbers).for_each(|(span, number)| *span = whole(number * mean_ticks));
            }
            Self::Other(_) => spans.iter_mut().for_each(|span| *span = self.draw(stream)),
            Self::Never | Self::Constant(_) => spans.fill(self.draw(stream)),
        }
    }
}

/// The nearest whole number of ticks; 2^52 ticks, 142 years, and more are never.
///
/// Adding 2^52 leaves the rounded number in the mantissa, which costs one addition and one mask where a checked
/// conversion costs comparisons as well, and can be done for several numbers at once.
#[inline(always)]
fn whole(ticks: f64) -> Span {
    const SHIFT: f64 = (1_u64 << 52) as f64;
    const MANTISSA: u64 = (1 << 52) - 1;
    if ticks < SHIFT { Span::ticks((ticks + SHIFT).to_bits() & MANTISSA) } else { Span::NEVER }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::{Purpose, Streams};

    #[test]
    fn a_constant_uses_no_chance() {
        let mut stream = Streams::new(1, 0).named(Purpose::Talk, 0);
        let before = stream.clone();
        assert_eq!(Distribution::constant(Span::minutes(3)).sampler().draw(&mut stream), Span::minutes(3));
        assert_eq!(Distribution::never().sampler().draw(&mut stream), Span::NEVER);
        assert_eq!(stream, before);
    }

    #[test]
    fn an_endless_constant_or_mean_is_never() {
        assert!(Distribution::constant(Span::NEVER).is_never());
        assert!(Distribution::exponential(Span::NEVER).is_never());
    }

    #[test]
    fn the_fast_exponential_draws_what_its_law_draws() {
        let distribution = Distribution::exponential(Span::minutes(3));
        let mut fast = Streams::new(1, 0).named(Purpose::Talk, 0);
        let mut slow = fast.clone();
        let sampler = distribution.sampler();
        for _ in 0..1_000 {
            let (drawn, law) = (sampler.draw(&mut fast), Span::seconds(distribution.law().sample(&mut slow)));
            assert!(drawn.as_ticks().abs_diff(law.as_ticks()) <= 1);
        }
    }
}
