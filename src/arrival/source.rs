//! The arrivals of one contact type in one replication, one after the other.
//!
//! Instants never go back; all lie before the end of the horizon, after the last comes `Instant::NEVER` for good.

use std::fmt;
use std::sync::Arc;

use crate::calendar::Steps;
use crate::random::Stream;
use crate::units::{Instant, TICKS_PER_SECOND};

/// Ticks in an hour.
pub(super) const HOUR: f64 = 3_600.0 * TICKS_PER_SECOND as f64;

/// A generator of arrivals.
pub enum Source {
    /// Poisson of one rate.
    Constant(Constant),
    /// Poisson whose rate changes at given instants.
    Piecewise(Piecewise),
    /// Any other process; the instants rise and lie before the end of the horizon.
    Other(Box<dyn Iterator<Item = Instant> + Send>),
}

/// Poisson arrivals of one rate.
#[derive(Debug, Clone)]
pub struct Constant {
    stream: Stream,
    /// Mean time between arrivals [ticks; infinite when there are none].
    gap: f64,
    /// The last arrival [ticks, not rounded].
    position: f64,
    /// End of the horizon [ticks].
    end: f64,
}

/// Poisson arrivals whose rate changes at given instants.
///
/// One exponential number of unit mean is used up at the rate of each piece on the way: time runs as fast as arrivals
/// do, and nothing is drawn in vain.
#[derive(Debug, Clone)]
pub struct Piecewise {
    stream: Stream,
    pieces: Arc<[Piece]>,
    /// The piece that `position` lies in.
    current: usize,
    /// The last arrival [ticks, not rounded].
    position: f64,
}

/// A stretch of constant rate.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Piece {
    /// Where it ends [ticks].
    end: f64,
    /// Mean time between arrivals [ticks; infinite when there are none].
    gap: f64,
}

impl Source {
    /// No arrivals at all.
    pub fn none() -> Self {
        Self::Other(Box::new(std::iter::empty()))
    }

    /// The next arrival; `Instant::NEVER` when there is none before the end of the horizon.
    #[inline(always)]
    #[expect(clippy::should_implement_trait, reason = "an endless answer, not an option, keeps the agenda branch-free")]
    pub fn next(&mut self) -> Instant {
        match self {
            Self::Constant(constant) => constant.next(),
            Self::Piecewise(piecewise) => piecewise.next(),
            Self::Other(instants) => instants.next().unwrap_or(Instant::NEVER),
        }
    }

    /// The next arrivals, as many as there is room for.
    pub(crate) fn fill<const MANY: usize>(&mut self, instants: &mut [Instant; MANY]) {
        match self {
            Self::Constant(constant) => constant.fill(instants),
            other => instants.iter_mut().for_each(|instant| *instant = other.next()),
        }
    }
}

impl Constant {
    #[inline(always)]
    fn next(&mut self) -> Instant {
        self.position += self.stream.exponential() * self.gap;
        moment_before(self.position, self.end)
    }

    fn fill<const MANY: usize>(&mut self, instants: &mut [Instant; MANY]) {
        let mut gaps = [0.0; MANY];
        self.stream.fill(&mut gaps);
        let (mut position, gap, end) = (self.position, self.gap, self.end);
        for (instant, gaps) in instants.iter_mut().zip(&gaps) {
            position += gaps * gap;
            *instant = moment_before(position, end);
        }
        self.position = position;
    }
}

/// A moment [ticks], if it lies before the end.
#[inline(always)]
fn moment_before(position: f64, end: f64) -> Instant {
    if position < end { Instant::ticks(position as i64 as u64) } else { Instant::NEVER }
}

impl Piecewise {
    #[inline(always)]
    fn next(&mut self) -> Instant {
        let mut left = self.stream.exponential();
        while let Some(piece) = self.pieces.get(self.current) {
            let arrival = self.position + left * piece.gap;
            if arrival < piece.end {
                self.position = arrival;
                return Instant::ticks(arrival as u64);
            }
            left -= (piece.end - self.position) / piece.gap;
            self.position = piece.end;
            self.current += 1;
        }
        Instant::NEVER
    }
}

/// The stretches of rates [per hour].
pub(super) fn pieces(rates: &Steps) -> Arc<[Piece]> {
    rates.pieces().map(|(_, to, rate)| Piece { end: to.as_ticks() as f64, gap: HOUR / rate }).collect()
}

/// Poisson arrivals over these stretches.
pub(super) fn poisson(pieces: &Arc<[Piece]>, stream: Stream) -> Source {
    match pieces[..] {
        [Piece { end, gap }] => Source::Constant(Constant { stream, gap, position: 0.0, end }),
        _ => Source::Piecewise(Piecewise { stream, pieces: Arc::clone(pieces), current: 0, position: 0.0 }),
    }
}

impl fmt::Debug for Source {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Constant(constant) => constant.fmt(out),
            Self::Piecewise(piecewise) => piecewise.fmt(out),
            Self::Other(_) => out.write_str("Other"),
        }
    }
}
