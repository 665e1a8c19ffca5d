//! A rate of events, written `"240/h"`, `"4/m"`, `"0.5/s"` or `"1000/d"`.

use std::fmt;
use std::str::FromStr;

use super::UnitError;

const EXPECTED: &str = "a rate from 0 to 1000000000 an hour such as \"240/h\", \"4/m\", \"0.5/s\" or \"1000/d\"";

/// More events an hour than any centre sees; a bound that keeps gaps between events longer than nothing.
const MOST: f64 = 1e9;

/// Events per unit of time [per hour; 0 to 1e9].
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default)]
pub struct Rate(f64);

impl Rate {
    /// Nothing ever happens.
    pub const ZERO: Self = Self(0.0);

    /// So many events an hour, if there are none to 1e9.
    pub fn per_hour(value: f64) -> Result<Self, UnitError> {
        let lawful = (0.0..=MOST).contains(&value);
        // Adding zero makes a negative zero an ordinary one.
        lawful.then_some(Self(value + 0.0)).ok_or_else(|| UnitError::new(&value.to_string(), EXPECTED))
    }

    /// Events per hour.
    pub const fn as_per_hour(self) -> f64 {
        self.0
    }

    /// Events per second.
    pub fn as_per_second(self) -> f64 {
        self.0 / 3_600.0
    }
}

impl FromStr for Rate {
    type Err = UnitError;

    fn from_str(text: &str) -> Result<Self, UnitError> {
        let refuse = || UnitError::new(text, EXPECTED);
        let (number, unit) = text.split_once('/').ok_or_else(refuse)?;
        let hours = match unit.trim() {
            "s" => 3_600.0,
            "m" | "min" => 60.0,
            "h" => 1.0,
            "d" => 1.0 / 24.0,
            _ => return Err(refuse()),
        };
        let number: f64 = number.trim().parse().map_err(|_| refuse())?;
        Self::per_hour(number * hours).map_err(|_| refuse())
    }
}

impl fmt::Display for Rate {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}/h", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_unit_comes_to_events_an_hour() {
        for (text, per_hour) in [("240/h", 240.0), ("4/m", 240.0), ("0.5/s", 1_800.0), ("48/d", 2.0)] {
            assert_eq!(text.parse::<Rate>().map(Rate::as_per_hour), Ok(per_hour), "{text}");
        }
    }

    #[test]
    fn negative_endless_and_unitless_rates_are_refused() {
        for text in ["-1/h", "inf/h", "240", "240/fortnight", "/h"] {
            assert!(text.parse::<Rate>().is_err(), "{text}");
        }
    }
}
