//! Days of the horizon on the centre's wall clock.

use jiff::civil::DateTime;

use crate::units::{Instant, Span, TICKS_PER_SECOND, Weekday};

const DAY: i128 = 86_400 * TICKS_PER_SECOND as i128;

/// Numbers the days of a horizon: day 0 is the one on which it starts.
#[derive(Debug, Clone, Copy)]
pub struct Days {
    /// Days from Monday to the first day.
    first_weekday: i64,
    /// Time of day at which the horizon starts [ticks].
    offset: i128,
}

impl Days {
    /// Days of a horizon that starts at this civil time.
    pub fn new(start: DateTime) -> Self {
        let time = start.time();
        let seconds = i128::from(time.hour()) * 3_600 + i128::from(time.minute()) * 60 + i128::from(time.second());
        let first_weekday = i64::from(start.date().weekday().to_monday_zero_offset());
        Self { first_weekday, offset: seconds * i128::from(TICKS_PER_SECOND) }
    }

    /// The day of a moment.
    pub fn day_of(&self, at: Instant) -> i64 {
        ((i128::from(at.as_ticks()) + self.offset) / DAY) as i64
    }

    /// The day of the week of a day.
    pub fn weekday(&self, day: i64) -> Weekday {
        Weekday::ALL[(self.first_weekday + day).rem_euclid(7) as usize]
    }

    /// The moment of a time of day, and how long before the horizon it lies if it does; such a moment is the start.
    pub fn at(&self, day: i64, time: Span) -> (Instant, Span) {
        let ticks = i128::from(day) * DAY + i128::from(time.as_ticks()) - self.offset;
        let clamp = |ticks: i128| u64::try_from(ticks.max(0)).unwrap_or(u64::MAX);
        (Instant::ticks(clamp(ticks)), Span::ticks(clamp(-ticks)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_of_day_before_the_start_is_at_the_start_and_so_much_over() {
        let days = Days::new(jiff::civil::date(2026, 3, 4).at(8, 0, 0, 0));
        assert_eq!(days.weekday(0).index(), 2);
        assert_eq!(days.at(0, Span::minutes(9 * 60)), (Instant::START + Span::minutes(60), Span::ZERO));
        assert_eq!(days.at(-1, Span::minutes(22 * 60)), (Instant::START, Span::minutes(600)));
        assert_eq!(days.day_of(Instant::START + Span::minutes(16 * 60)), 1);
    }
}
