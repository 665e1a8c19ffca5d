//! Exponential draws in blocks, from one xoshiro256++ generator.
//!
//! Drawing many at once keeps the generator's state in registers and takes the draw off the path
//! from one event to the next.

use rand::SeedableRng;
use rand_distr::{Distribution, Exp1};
use rand_xoshiro::Xoshiro256PlusPlus;

/// Draws per block.
const BLOCK: usize = 256;

/// A source of exponential spans.
pub(crate) struct Draws {
    /// Where the next block comes from.
    generator: Xoshiro256PlusPlus,
    /// Exponential draws of mean 1, used from the end.
    block: Box<[f64; BLOCK]>,
    /// Draws of the block not yet used.
    left: usize,
}

impl Draws {
    /// The draws of a seed.
    pub(crate) fn new(seed: u64) -> Self {
        Self { generator: Xoshiro256PlusPlus::seed_from_u64(seed), block: Box::new([0.0; BLOCK]), left: 0 }
    }

    /// An exponential span of the given mean [ticks].
    #[inline]
    pub(crate) fn span(&mut self, mean: f64) -> u64 {
        if self.left == 0 {
            self.refill();
        }
        self.left -= 1;
        whole(self.block[self.left & (BLOCK - 1)] * mean)
    }

    #[inline(never)]
    fn refill(&mut self) {
        let mut generator = self.generator.clone();
        for draw in self.block.iter_mut() {
            *draw = Exp1.sample(&mut generator);
        }
        self.generator = generator;
        self.left = BLOCK;
    }
}

/// The whole number nearest to a number from 0 to 2^52.
///
/// Adding 2^52 leaves the rounded number in the mantissa, which costs one addition and one mask where
/// a checked conversion costs comparisons as well.
#[inline]
fn whole(number: f64) -> u64 {
    const MANTISSA: u64 = (1 << 52) - 1;
    (number + (1_u64 << 52) as f64).to_bits() & MANTISSA
}
