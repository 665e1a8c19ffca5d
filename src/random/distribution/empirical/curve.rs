//! A distribution function drawn with straight lines, and what becomes of those beyond its last point.

use crate::random::Law;
use crate::random::mathematics::{exp, ln};

/// What becomes of those who outlast the last time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tail {
    /// They leave at the constant rate of the exponential law through the last point.
    Exponential,
    /// All of them end at the last time.
    Last,
    /// They never end.
    Never,
}

/// A law whose distribution function runs in straight lines from knot to knot.
#[derive(Debug, Clone, PartialEq)]
pub struct Curve {
    /// Time [seconds] and probability of at most that time; both rise, times strictly.
    knots: Vec<(f64, f64)>,
    /// Share beyond the last knot.
    beyond: f64,
    /// Mean time beyond the last knot [seconds; 0 ends there, infinity never].
    rest: f64,
}

impl Curve {
    /// The curve through at least one knot; what lies below the first knot ends exactly there.
    pub(super) fn of(knots: Vec<(f64, f64)>, tail: Tail) -> Self {
        let (last, reached) = knots.last().copied().unwrap_or((0.0, 1.0));
        let beyond = 1.0 - reached;
        let rest = match tail {
            Tail::Last => 0.0,
            Tail::Never => f64::INFINITY,
            // Nobody has left: the rate is zero.
            Tail::Exponential if reached <= 0.0 => f64::INFINITY,
            Tail::Exponential if beyond <= 0.0 => 0.0,
            Tail::Exponential => last / -ln(beyond),
        };
        Self { knots, beyond, rest }
    }

    fn last(&self) -> f64 {
        self.knots.last().map_or(0.0, |knot| knot.0)
    }

    /// The sum over atom, lines and tail of mass times a function of the ends of each.
    fn sum(&self, line: impl Fn(f64, f64) -> f64, tail: f64) -> f64 {
        let atom = self.knots.first().map_or(0.0, |(time, mass)| mass * line(*time, *time));
        let lines: f64 = self.knots.windows(2).map(|pair| (pair[1].1 - pair[0].1) * line(pair[0].0, pair[1].0)).sum();
        atom + lines + if self.beyond > 0.0 { self.beyond * tail } else { 0.0 }
    }
}

impl Law for Curve {
    fn mean(&self) -> f64 {
        self.sum(|from, to| 0.5 * (from + to), self.last() + self.rest)
    }

    fn variance(&self) -> f64 {
        let (mean, last) = (self.mean(), self.last());
        if mean.is_infinite() {
            return f64::INFINITY;
        }
        let tail = last * last + 2.0 * self.rest * (last + self.rest);
        (self.sum(|from, to| (from * from + from * to + to * to) / 3.0, tail) - mean * mean).max(0.0)
    }

    fn cdf(&self, x: f64) -> f64 {
        let next = self.knots.partition_point(|knot| knot.0 <= x);
        if next == 0 {
            return 0.0;
        }
        let (time, reached) = self.knots[next - 1];
        if let Some((later, more)) = self.knots.get(next) {
            return reached + (more - reached) * (x - time) / (later - time);
        }
        let gone = if self.rest > 0.0 { 1.0 - exp(-(x - time) / self.rest) } else { 1.0 };
        if x == f64::INFINITY { 1.0 } else { reached + self.beyond * gone }
    }

    fn quantile(&self, p: f64) -> f64 {
        let next = self.knots.partition_point(|knot| knot.1 < p);
        if next == 0 {
            return self.knots.first().map_or(0.0, |knot| knot.0);
        }
        let (time, reached) = self.knots[next - 1];
        if let Some((later, more)) = self.knots.get(next) {
            return time + (later - time) * (p - reached) / (more - reached);
        }
        if self.rest == 0.0 {
            return self.last();
        }
        self.last() - self.rest * ln(((1.0 - p) / self.beyond).max(0.0))
    }
}
