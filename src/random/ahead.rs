//! Spans drawn ahead: what several laws give, each out of a stream of its own, a block at a time.
//!
//! The spans come in the order in which they would be drawn one by one. Drawing several at once keeps the stream's state
//! in registers and takes the draw off the path from one event to the next.

use super::{Sampler, Stream};
use crate::units::Span;

/// Spans of a block.
const BLOCK: usize = 32;

/// An endless supply of spans, one of each law at a time.
#[derive(Debug, Clone)]
pub struct Ahead<const LAWS: usize> {
    /// How many spans of each block have been used.
    used: usize,
    blocks: [[Span; BLOCK]; LAWS],
    laws: [(Sampler, Stream); LAWS],
}

impl<const LAWS: usize> Ahead<LAWS> {
    /// The spans of these laws and streams.
    pub fn new(laws: [(Sampler, Stream); LAWS]) -> Self {
        Self { used: BLOCK, blocks: [[Span::ZERO; BLOCK]; LAWS], laws }
    }

    /// The next span of each law.
    #[inline(always)]
    pub fn spans(&mut self) -> [Span; LAWS] {
        if self.used == BLOCK {
            self.refill();
        }
        let used = self.used % BLOCK;
        self.used += 1;
        std::array::from_fn(|law| self.blocks[law][used])
    }

    #[inline(never)]
    fn refill(&mut self) {
        for ((sampler, stream), block) in self.laws.iter_mut().zip(&mut self.blocks) {
            sampler.fill(stream, block);
        }
        self.used = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::{Distribution, Purpose, Streams};

    #[test]
    fn spans_come_in_the_order_in_which_they_would_be_drawn_one_by_one() {
        let streams = Streams::new(1, 0);
        let laws = [Distribution::exponential(Span::minutes(3)), Distribution::constant(Span::minutes(1))];
        let mut one_by_one = [Purpose::Talk, Purpose::WrapUp].map(|purpose| streams.named(purpose, 0));
        let mut ahead = Ahead::new([0, 1].map(|law| (laws[law].sampler(), one_by_one[law].clone())));
        for _ in 0..3 * BLOCK {
            let drawn = [0, 1].map(|law| laws[law].sampler().draw(&mut one_by_one[law]));
            assert_eq!(ahead.spans(), drawn);
        }
    }
}
