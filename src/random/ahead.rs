//! Spans drawn ahead: what one law gives out of one stream, a block at a time.
//!
//! The spans come in the order in which they would be drawn one by one. Drawing several at once keeps the stream's state
//! in registers and takes the draw off the path from one event to the next.

use super::{Sampler, Stream};
use crate::units::Span;

/// Spans of a block.
const BLOCK: usize = 16;

/// An endless supply of spans.
#[derive(Debug, Clone)]
pub struct Ahead {
    /// How many spans of the block have been used.
    used: usize,
    block: [Span; BLOCK],
    sampler: Sampler,
    stream: Stream,
}

impl Ahead {
    /// The spans of a law and a stream.
    pub fn new(sampler: Sampler, stream: Stream) -> Self {
        Self { used: BLOCK, block: [Span::ZERO; BLOCK], sampler, stream }
    }

    /// The next span.
    #[inline(always)]
    pub fn span(&mut self) -> Span {
        if self.used == BLOCK {
            self.refill();
        }
        let span = self.block[self.used % BLOCK];
        self.used += 1;
        span
    }

    #[inline(never)]
    fn refill(&mut self) {
        self.sampler.fill(&mut self.stream, &mut self.block);
        self.used = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::{Distribution, Purpose, Streams};

    #[test]
    fn spans_come_in_the_order_in_which_they_would_be_drawn_one_by_one() {
        let stream = Streams::new(1, 0).named(Purpose::Talk, 0);
        for law in [Distribution::exponential(Span::minutes(3)), Distribution::constant(Span::minutes(1))] {
            let (mut ahead, mut one_by_one) = (Ahead::new(law.sampler(), stream.clone()), stream.clone());
            for _ in 0..3 * BLOCK {
                assert_eq!(ahead.span(), law.sampler().draw(&mut one_by_one));
            }
        }
    }
}
