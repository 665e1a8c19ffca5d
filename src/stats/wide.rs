//! Whole numbers of several machine words, so that sums of squares stay exact however long a study gets.
//!
//! Never negative and never rounded; a sum of two words holds 2^64 values of any size, one of three words their squares.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// The largest power of ten in one word, and its number of zeros.
const DECIMAL: (u64, usize) = (10_000_000_000_000_000_000, 19);

/// A whole number of `WORDS` times 64 bits, lowest word first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wide<const WORDS: usize>([u64; WORDS]);

impl<const WORDS: usize> Default for Wide<WORDS> {
    fn default() -> Self {
        Self([0; WORDS])
    }
}

impl<const WORDS: usize> From<u64> for Wide<WORDS> {
    fn from(value: u64) -> Self {
        let mut wide = Self::default();
        wide.0[0] = value;
        wide
    }
}

impl<const WORDS: usize> Wide<WORDS> {
    /// The words, lowest first.
    pub const fn words(&self) -> &[u64; WORDS] {
        &self.0
    }

    /// The same number with more words; words beyond the new width are lost.
    pub fn widen<const MORE: usize>(&self) -> Wide<MORE> {
        let mut wide = Wide::<MORE>::default();
        wide.0.iter_mut().zip(&self.0).for_each(|(theirs, mine)| *theirs = *mine);
        wide
    }

    /// Adds a number of two words.
    #[inline]
    pub fn add(&mut self, value: u128) {
        let low = u128::from(self.0[0]) | u128::from(self.0[1]) << 64;
        let (sum, mut carry) = low.overflowing_add(value);
        self.0[0] = sum as u64;
        self.0[1] = (sum >> 64) as u64;
        for word in &mut self.0[2..] {
            (*word, carry) = word.overflowing_add(u64::from(carry));
        }
    }

    /// Adds a product of two words.
    #[inline]
    pub fn add_product(&mut self, a: u64, b: u64) {
        self.add(u128::from(a) * u128::from(b));
    }

    /// Sum.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Self {
        let (mut sum, mut carry) = (*self, false);
        for (mine, theirs) in sum.0.iter_mut().zip(&other.0) {
            let (part, first) = mine.overflowing_add(*theirs);
            let (part, second) = part.overflowing_add(u64::from(carry));
            (*mine, carry) = (part, first | second);
        }
        sum
    }

    /// Difference, zero where it would be negative.
    #[must_use]
    pub fn minus(&self, other: &Self) -> Self {
        let (mut rest, mut borrow) = (*self, false);
        for (mine, theirs) in rest.0.iter_mut().zip(&other.0) {
            let (part, first) = mine.overflowing_sub(*theirs);
            let (part, second) = part.overflowing_sub(u64::from(borrow));
            (*mine, borrow) = (part, first | second);
        }
        if borrow { Self::default() } else { rest }
    }

    /// Product; words beyond the width are lost.
    #[must_use]
    pub fn times(&self, other: &Self) -> Self {
        let mut product = Self::default();
        for (low, &mine) in self.0.iter().enumerate() {
            let mut carry = 0_u128;
            for (slot, &theirs) in product.0[low..].iter_mut().zip(&other.0) {
                let part = u128::from(mine) * u128::from(theirs) + u128::from(*slot) + carry;
                (*slot, carry) = (part as u64, part >> 64);
            }
        }
        product
    }

    /// The nearest floating-point number, within three units of its last place.
    pub fn as_f64(&self) -> f64 {
        self.0.iter().rev().fold(0.0, |value, &word| value * 2.0_f64.powi(64) + word as f64)
    }

    /// The number written in decimal digits; `None` when something else stands there or it does not fit.
    pub fn parse(text: &str) -> Option<Self> {
        let lawful = !text.is_empty() && text.bytes().all(|digit| digit.is_ascii_digit());
        text.bytes().filter(|_| lawful).try_fold(Self::default(), Self::append).filter(|_| lawful)
    }

    /// Ten times this and a digit.
    fn append(mut self, digit: u8) -> Option<Self> {
        let mut carry = u128::from(digit - b'0');
        for word in &mut self.0 {
            let part = u128::from(*word) * 10 + carry;
            (*word, carry) = (part as u64, part >> 64);
        }
        (carry == 0).then_some(self)
    }

    /// Divides by a word and tells the remainder.
    fn divide(&mut self, by: u64) -> u64 {
        self.0.iter_mut().rev().fold(0, |rest, word| {
            let part = u128::from(rest) << 64 | u128::from(*word);
            *word = (part / u128::from(by)) as u64;
            (part % u128::from(by)) as u64
        })
    }
}

impl<const WORDS: usize> fmt::Display for Wide<WORDS> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (mut rest, mut groups) = (*self, Vec::new());
        while rest != Self::default() {
            groups.push(rest.divide(DECIMAL.0));
        }
        write!(out, "{}", groups.pop().unwrap_or(0))?;
        groups.iter().rev().try_for_each(|group| write!(out, "{group:0width$}", width = DECIMAL.1))
    }
}

impl<const WORDS: usize> Serialize for Wide<WORDS> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de, const WORDS: usize> Deserialize<'de> for Wide<WORDS> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        let refuse = || de::Error::custom(format!("found `{text}`, expected a whole number of at most {WORDS} words"));
        Self::parse(&text).ok_or_else(refuse)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_carry_runs_through_every_word() {
        let mut wide = Wide([u64::MAX, u64::MAX, 7]);
        wide.add(1);
        assert_eq!(wide, Wide([0, 0, 8]));
        assert_eq!(wide.minus(&Wide::from(1)), Wide([u64::MAX, u64::MAX, 7]));
        assert_eq!(Wide([u64::MAX, u64::MAX, 7]).plus(&Wide::from(1)), wide);
    }

    #[test]
    fn a_difference_stops_at_zero() {
        assert_eq!(Wide::<3>::from(1).minus(&Wide::from(2)), Wide::default());
    }

    #[test]
    fn a_million_squares_of_the_largest_word_are_exact() {
        let mut wide = Wide::<3>::default();
        (0..1_000_000).for_each(|_| wide.add_product(u64::MAX, u64::MAX));
        let largest = Wide::<3>::from(u64::MAX);
        assert_eq!(wide, largest.times(&largest).times(&Wide::from(1_000_000)));
    }

    #[test]
    fn decimal_digits_are_those_of_the_number() {
        let two_to_128 = Wide([0, 0, 1]);
        assert_eq!(two_to_128.to_string(), "340282366920938463463374607431768211456");
        assert_eq!(two_to_128.as_f64(), 2.0_f64.powi(128));
        for text in ["", "-1", "1 ", "0x1", "1.0"] {
            assert_eq!(Wide::<3>::parse(text), None, "{text}");
        }
        assert_eq!(Wide::<2>::parse("340282366920938463463374607431768211456"), None);
    }

    proptest! {
        #[test]
        fn arithmetic_agrees_with_the_machine_where_the_machine_can(a: u64, b: u64, c: u64) {
            let wide = Wide::<4>::from;
            let (a128, b128) = (u128::from(a), u128::from(b));
            let mut sum = wide(c);
            sum.add_product(a, b);
            prop_assert_eq!(wide(a).times(&wide(b)).plus(&wide(c)), sum);
            prop_assert_eq!(wide(a).times(&wide(b)).to_string(), (a128 * b128).to_string());
            prop_assert_eq!(wide(a).plus(&wide(b)).minus(&wide(b)), wide(a));
        }

        #[test]
        fn what_is_written_reads_as_the_same(words: [u64; 3]) {
            prop_assert_eq!(Wide::parse(&Wide(words).to_string()), Some(Wide(words)));
        }
    }
}
