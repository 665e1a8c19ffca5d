//! Days by number: day 0 is the one on which the horizon starts, days before it are negative.

use jiff::civil::{DateTime, Time};

use super::DAY;
use crate::units::{Instant, Span, Weekday};

/// Numbers the days of a horizon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    /// Days from Monday to the first day.
    first_weekday: i64,
    /// Time of day at which the horizon starts [ticks].
    offset: i64,
}

impl Days {
    /// Days of a horizon that starts at this civil time.
    pub fn new(start: DateTime) -> Self {
        let midnight = start.date().to_datetime(Time::midnight());
        let offset = i64::try_from(start.duration_since(midnight).as_micros()).unwrap_or(0);
        Self { first_weekday: i64::from(start.weekday().to_monday_zero_offset()), offset }
    }

    /// Time of day at which the horizon starts.
    pub fn offset(&self) -> Span {
        Span::ticks(self.offset as u64)
    }

    /// The day of a moment.
    pub fn day_of(&self, at: Instant) -> i64 {
        (self.since_first_midnight(at) / i128::from(DAY)) as i64
    }

    /// Time from the last midnight to a moment.
    pub fn time_of(&self, at: Instant) -> Span {
        Span::ticks((self.since_first_midnight(at) % i128::from(DAY)) as u64)
    }

    /// The day of the week of a day.
    pub fn weekday(&self, day: i64) -> Weekday {
        Weekday::ALL[(self.first_weekday + day.rem_euclid(7)) as usize % 7]
    }

    /// Where a day begins [ticks since the start of the horizon; negative before it].
    pub fn midnight(&self, day: i64) -> i128 {
        i128::from(day) * i128::from(DAY) - i128::from(self.offset)
    }

    /// The moment of a time of day, and how long before the horizon it lies if it does; such a moment is the start.
    pub fn at(&self, day: i64, time: Span) -> (Instant, Span) {
        let ticks = self.midnight(day) + i128::from(time.as_ticks());
        let clamp = |ticks: i128| u64::try_from(ticks.max(0)).unwrap_or(u64::MAX);
        (Instant::ticks(clamp(ticks)), Span::ticks(clamp(-ticks)))
    }

    fn since_first_midnight(&self, at: Instant) -> i128 {
        i128::from(at.as_ticks()) + i128::from(self.offset)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_of_day_before_the_start_is_at_the_start_and_so_much_over() {
        let days = Days::new(jiff::civil::date(2026, 3, 4).at(8, 0, 0, 0));
        assert_eq!(days.weekday(0).index(), 2);
        assert_eq!(days.weekday(-3).index(), 6);
        assert_eq!(days.at(0, Span::minutes(9 * 60)), (Instant::START + Span::minutes(60), Span::ZERO));
        assert_eq!(days.at(-1, Span::minutes(22 * 60)), (Instant::START, Span::minutes(600)));
        assert_eq!(days.day_of(Instant::START + Span::minutes(16 * 60)), 1);
        assert_eq!(days.time_of(Instant::START + Span::minutes(17 * 60)), Span::minutes(60));
    }
}
