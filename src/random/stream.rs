//! One stream of chance: uniform, exponential and normal numbers, truths and choices.
//!
//! The same state gives the same numbers on every platform and in every build.

use rand::Rng;
use rand_distr::{Distribution as _, Exp1, StandardNormal};
use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::SeedableRng;

use crate::units::Share;

/// A sequence of independent random numbers (xoshiro256++ of D. Blackman and S. Vigna, <https://prng.di.unimi.it>).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stream {
    generator: Xoshiro256PlusPlus,
}

impl Stream {
    /// The stream with this state.
    #[inline(always)]
    pub(super) fn with_state(state: [u64; 4]) -> Self {
        let mut bytes = [0_u8; 32];
        for (eight, word) in bytes.chunks_exact_mut(8).zip(state) {
            eight.copy_from_slice(&word.to_le_bytes());
        }
        Self { generator: Xoshiro256PlusPlus::from_seed(bytes) }
    }

    /// 64 random bits.
    #[inline(always)]
    pub fn bits(&mut self) -> u64 {
        self.generator.next_u64()
    }

    /// Uniform strictly between 0 and 1: the middles of 2^52 equal cells.
    #[inline(always)]
    pub fn uniform(&mut self) -> f64 {
        const CELL: f64 = 1.0 / (1_u64 << 52) as f64;
        ((self.bits() >> 12) as f64 + 0.5) * CELL
    }

    /// Exponential with mean 1.
    #[inline(always)]
    pub fn exponential(&mut self) -> f64 {
        Exp1.sample(&mut self.generator)
    }

    /// Fills places with exponential numbers with mean 1, one after the other.
    #[inline(never)]
    pub(crate) fn fill<const MANY: usize>(&mut self, places: &mut [f64; MANY]) {
        // A copy of its own can stay in registers, of which four at a time leave enough.
        let mut own = self.clone();
        let (fours, rest) = places.as_chunks_mut::<4>();
        for four in fours {
            *four = [own.exponential(), own.exponential(), own.exponential(), own.exponential()];
        }
        rest.iter_mut().for_each(|place| *place = own.exponential());
        *self = own;
    }

    /// Normal with mean 0 and variance 1.
    #[inline(always)]
    pub fn normal(&mut self) -> f64 {
        StandardNormal.sample(&mut self.generator)
    }

    /// True with this probability.
    #[inline(always)]
    pub fn chance(&mut self, share: Share) -> bool {
        self.uniform() < share.get()
    }

    /// One of the whole numbers below `n`, each equally likely; 0 when there is none.
    ///
    /// D. Lemire, Fast random integer generation in an interval, ACM TOMACS 29 (2019), algorithm 5.
    #[inline(always)]
    pub fn below(&mut self, n: u64) -> u64 {
        if n == 0 {
            return 0;
        }
        let mut product = u128::from(self.bits()) * u128::from(n);
        if (product as u64) < n {
            let threshold = n.wrapping_neg() % n;
            while (product as u64) < threshold {
                product = u128::from(self.bits()) * u128::from(n);
            }
        }
        (product >> 64) as u64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stream() -> Stream {
        Stream::with_state([1, 2, 3, 4])
    }

    #[test]
    fn the_generator_is_the_published_one() {
        // First outputs of https://prng.di.unimi.it/xoshiro256plusplus.c from the state 1, 2, 3, 4.
        let mut stream = stream();
        assert_eq!([stream.bits(), stream.bits(), stream.bits()], [41_943_041, 58_720_359, 3_588_806_011_781_223]);
    }

    #[test]
    fn certain_and_impossible_chances_are_exactly_that() {
        let mut stream = stream();
        assert!((0..10_000).all(|_| stream.chance(Share::ONE)));
        assert!((0..10_000).all(|_| !stream.chance(Share::ZERO)));
    }

    #[test]
    fn uniform_numbers_stay_strictly_inside() {
        let mut stream = stream();
        assert!((0..100_000).map(|_| stream.uniform()).all(|value| 0.0 < value && value < 1.0));
    }

    #[test]
    fn each_number_below_three_is_equally_likely() {
        let mut stream = stream();
        let mut counts = [0_f64; 3];
        for _ in 0..30_000 {
            counts[stream.below(3) as usize] += 1.0;
        }
        let chi_square: f64 = counts.iter().map(|count| (count - 10_000.0).powi(2) / 10_000.0).sum();
        // 99.9 % point of chi square with 2 degrees of freedom: -2 ln 0.001.
        assert!(chi_square < 13.82, "{counts:?}");
        assert_eq!((stream.below(0), stream.below(1)), (0, 0));
    }

    #[test]
    fn exponential_and_normal_numbers_have_their_moments() {
        let n = 100_000;
        let mut stream = stream();
        let exponential = (0..n).map(|_| stream.exponential()).sum::<f64>() / f64::from(n);
        let normal = (0..n).map(|_| stream.normal()).sum::<f64>() / f64::from(n);
        let square = (0..n).map(|_| stream.normal().powi(2)).sum::<f64>() / f64::from(n);
        // 99.9 % of a mean of n lie within 3.29 standard errors; the standard deviations are 1, 1 and root 2.
        let error = 3.29 / f64::from(n).sqrt();
        assert!((exponential - 1.0).abs() < error, "{exponential}");
        assert!(normal.abs() < error, "{normal}");
        assert!((square - 1.0).abs() < error * 2_f64.sqrt(), "{square}");
    }
}
