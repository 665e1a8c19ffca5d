//! A share of a whole, from 0 to 1, written `"80%"` or `0.8`.

use std::fmt;
use std::str::FromStr;

use super::UnitError;

const EXPECTED: &str = "a share from 0 to 1 such as \"80%\" or 0.8";

/// A part of a whole or a probability [0 to 1, never NaN].
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default)]
pub struct Share(f64);

impl Share {
    /// Nothing.
    pub const ZERO: Self = Self(0.0);
    /// Everything.
    pub const ONE: Self = Self(1.0);

    /// The share `value`, if it lies within 0 and 1.
    pub fn new(value: f64) -> Result<Self, UnitError> {
        if (0.0..=1.0).contains(&value) { Ok(Self(value)) } else { Err(UnitError::new(&value.to_string(), EXPECTED)) }
    }

    /// So many of a hundred, at most all.
    pub const fn percent(value: u8) -> Self {
        Self(if value < 100 { value as f64 / 100.0 } else { 1.0 })
    }

    /// The value [0 to 1].
    pub const fn get(self) -> f64 {
        self.0
    }

    /// What is left of the whole.
    #[must_use]
    pub fn rest(self) -> Self {
        Self(1.0 - self.0)
    }
}

impl FromStr for Share {
    type Err = UnitError;

    fn from_str(text: &str) -> Result<Self, UnitError> {
        let refuse = || UnitError::new(text, EXPECTED);
        let trimmed = text.trim();
        let value = match trimmed.strip_suffix('%') {
            Some(percent) => percent.trim().parse::<f64>().map(|percent| percent / 100.0),
            None => trimmed.parse(),
        };
        value.map_err(|_| refuse()).and_then(|value| Self::new(value).map_err(|_| refuse()))
    }
}

impl fmt::Display for Share {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}%", (self.0 * 1e6).round() / 1e4)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percent_and_fraction_mean_the_same() {
        assert_eq!("80%".parse::<Share>(), "0.8".parse());
        assert_eq!("80%".parse::<Share>().map(|share| share.to_string()), Ok("80%".to_owned()));
    }

    #[test]
    fn more_than_everything_and_nan_are_refused() {
        for text in ["120%", "-1%", "NaN", "1.01", "", "%"] {
            assert!(text.parse::<Share>().is_err(), "{text}");
        }
    }
}
