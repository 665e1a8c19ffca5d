//! Times of day and opening hours: what a wall clock in the centre shows.
//!
//! There are no time zones and no clock changes: a scenario lives on one civil clock.

use std::fmt;
use std::str::FromStr;

use super::{Span, UnitError};

const DAY: u64 = 86_400;
const NAMES: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// A time of day [seconds since midnight, 0 to 86,400; `24:00` is the end of the day].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Clock(u32);

/// A day of the week [0 Monday to 6 Sunday].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Weekday(u8);

/// When something is open: for each day of the week, ordered spans of the day that do not overlap.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hours {
    /// Opening and closing times, from Monday; an empty day is closed all day.
    pub days: [Vec<(Clock, Clock)>; 7],
}

impl Clock {
    /// The time so many seconds after midnight; at most 24:00.
    pub fn seconds(seconds: u32) -> Option<Self> {
        (u64::from(seconds) <= DAY).then_some(Self(seconds))
    }

    /// Time since midnight.
    pub fn since_midnight(self) -> Span {
        Span::ticks(u64::from(self.0) * super::TICKS_PER_SECOND)
    }
}

impl Weekday {
    /// Every day, from Monday.
    pub const ALL: [Self; 7] = [Self(0), Self(1), Self(2), Self(3), Self(4), Self(5), Self(6)];

    /// Days since Monday.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

impl Hours {
    /// Open round the clock.
    pub fn always() -> Self {
        Self { days: std::array::from_fn(|_| vec![(Clock(0), Clock(DAY as u32))]) }
    }

    /// Whether it never closes.
    pub fn is_always(&self) -> bool {
        *self == Self::always()
    }
}

impl FromStr for Clock {
    type Err = UnitError;

    fn from_str(text: &str) -> Result<Self, UnitError> {
        let refuse = || UnitError::new(text, "a time of day such as \"08:30\" or \"08:30:15\"");
        let parts: Vec<&str> = text.trim().split(':').collect();
        if !(2..=3).contains(&parts.len()) || parts.iter().any(|part| part.is_empty() || part.len() > 2) {
            return Err(refuse());
        }
        let mut numbers = [0_u32; 3];
        for (number, part) in numbers.iter_mut().zip(&parts) {
            *number = part.parse().map_err(|_| refuse())?;
        }
        let [hours, minutes, seconds] = numbers;
        let total = hours * 3_600 + minutes * 60 + seconds;
        let lawful = minutes < 60 && seconds < 60 && u64::from(total) <= DAY;
        lawful.then_some(Self(total)).ok_or_else(refuse)
    }
}

impl FromStr for Weekday {
    type Err = UnitError;

    fn from_str(text: &str) -> Result<Self, UnitError> {
        let lower = text.trim().to_ascii_lowercase();
        let found = NAMES.iter().position(|name| lower.get(..3) == Some(*name));
        found
            .map(|index| Self(index as u8))
            .ok_or_else(|| UnitError::new(text, "a day of the week such as \"mon\" or \"Sunday\""))
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:02}:{:02}", self.0 / 3_600, self.0 / 60 % 60)?;
        match self.0 % 60 {
            0 => Ok(()),
            seconds => write!(out, ":{seconds:02}"),
        }
    }
}

impl fmt::Display for Weekday {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(NAMES[self.index()])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_of_day_reads_and_prints() {
        for text in ["08:30", "00:00", "24:00", "23:59:59"] {
            assert_eq!(text.parse::<Clock>().map(|clock| clock.to_string()), Ok(text.to_owned()));
        }
        for text in ["8", "25:00", "08:60", "24:01", "a:b", "1:2:3:4"] {
            assert!(text.parse::<Clock>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_weekday_is_known_by_its_first_three_letters() {
        assert_eq!("Sunday".parse::<Weekday>().map(Weekday::index), Ok(6));
        assert!("so".parse::<Weekday>().is_err());
    }
}
