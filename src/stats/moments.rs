//! Moments: counts, sums, squares and products of observations as whole numbers.
//!
//! Adding an observation and adding other moments are exact, so every order of both gives the same bits.

use super::Wide;

/// Moments of one number per observation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Single {
    /// Observations in which there was no such number; counted instead of the others, so that a zero costs nothing.
    pub left_out: u64,
    /// Sum of the numbers.
    pub sum: Wide<2>,
    /// Sum of their squares.
    pub squares: Wide<3>,
}

/// Moments of two numbers per observation, of which the ratio matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Pair {
    /// Sum above the line.
    pub above: Wide<2>,
    /// Sum below the line.
    pub below: Wide<2>,
    /// Sum of squares of the numbers above.
    pub above_squares: Wide<3>,
    /// Sum of squares of the numbers below.
    pub below_squares: Wide<3>,
    /// Sum of products of the two numbers.
    pub products: Wide<3>,
}

impl Single {
    /// Takes in one observation.
    #[inline]
    pub fn add(&mut self, number: u64) {
        if number != 0 {
            self.sum.add(u128::from(number));
            self.squares.add_product(number, number);
        }
    }

    /// Takes in the observations of others.
    pub fn merge(&mut self, other: &Self) {
        self.left_out = self.left_out.saturating_add(other.left_out);
        self.sum = self.sum.plus(&other.sum);
        self.squares = self.squares.plus(&other.squares);
    }
}

impl Pair {
    /// Takes in one observation.
    #[inline]
    pub fn add(&mut self, above: u64, below: u64) {
        // Most numbers of most centres are zero, and zeros need not be added.
        if above != 0 {
            self.above.add(u128::from(above));
            self.above_squares.add_product(above, above);
            self.products.add_product(above, below);
        }
        if below != 0 {
            self.below.add(u128::from(below));
            self.below_squares.add_product(below, below);
        }
    }

    /// Takes in the observations of others.
    pub fn merge(&mut self, other: &Self) {
        self.above = self.above.plus(&other.above);
        self.below = self.below.plus(&other.below);
        self.above_squares = self.above_squares.plus(&other.above_squares);
        self.below_squares = self.below_squares.plus(&other.below_squares);
        self.products = self.products.plus(&other.products);
    }
}
