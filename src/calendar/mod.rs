//! The civil calendar of a run: which weekday and time of day each instant is, and what changes with them.
//!
//! There are no time zones and no clock changes: every day has 24 hours.

mod days;
mod profile;
mod steps;

pub use days::Days;
pub use profile::{AMOUNTS, COUNTS, EVERY, FROM, RATES, REPEAT, profile, unheeded};
pub use steps::Steps;

use jiff::SignedDuration;
use jiff::civil::DateTime;

use crate::units::{Clock, Hours, Instant, Span, TICKS_PER_SECOND, Weekday};

const DAY: i64 = 86_400 * TICKS_PER_SECOND as i64;
/// Days that a calendar unrolls at most: 27 years.
const MOST_DAYS: i64 = 10_000;

/// When a run starts and how long it lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Calendar {
    /// Date and time of `Instant::START`.
    pub start: DateTime,
    /// Length of the horizon; a few years at most, since profiles are laid out over all of it.
    pub length: Span,
}

/// One civil day that the horizon touches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    /// Its day of the week.
    pub weekday: Weekday,
    /// Its midnight [ticks since the start of the horizon; negative for a first day that began before].
    pub midnight: i64,
}

impl Calendar {
    /// The first instant after the horizon.
    pub fn end(&self) -> Instant {
        Instant::START + self.length
    }

    /// Time of day at an instant.
    pub fn clock_at(&self, instant: Instant) -> Clock {
        let seconds = self.since_midnight(instant).as_ticks() / TICKS_PER_SECOND;
        Clock::seconds(seconds as u32).unwrap_or_default()
    }

    /// Time since the last midnight.
    pub fn since_midnight(&self, instant: Instant) -> Span {
        self.numbered().time_of(instant)
    }

    /// Day of the week at an instant.
    pub fn weekday_at(&self, instant: Instant) -> Weekday {
        let days = self.numbered();
        days.weekday(days.day_of(instant))
    }

    /// Date and time at an instant; the last date there is for instants beyond it.
    pub fn date_time_at(&self, instant: Instant) -> DateTime {
        let since = SignedDuration::from_micros(i64::try_from(instant.as_ticks()).unwrap_or(i64::MAX));
        self.start.checked_add(since).unwrap_or(DateTime::MAX)
    }

    /// The instant of a date and time; `None` before the start.
    pub fn instant_of(&self, date_time: DateTime) -> Option<Instant> {
        let since = date_time.duration_since(self.start).as_micros();
        u64::try_from(since).ok().map(Instant::ticks)
    }

    /// The days that the horizon touches, in order.
    pub fn days(&self) -> impl Iterator<Item = Day> + use<> {
        let (days, length) = (self.numbered(), self.length.as_ticks());
        (0..MOST_DAYS)
            .map(move |day| Day { weekday: days.weekday(day), midnight: days.midnight(day) as i64 })
            .take_while(move |day| day.midnight < 0 || (day.midnight as u64) < length)
    }

    /// Where a time of day falls on a day; `None` outside the horizon.
    pub fn instant_on(&self, day: Day, clock: Clock) -> Option<Instant> {
        let ticks = u64::try_from(day.midnight + clock.since_midnight().as_ticks() as i64).ok()?;
        (ticks < self.length.as_ticks()).then_some(Instant::ticks(ticks))
    }

    /// Opening and closing instants within the horizon, ordered; doors that open as others close stay open.
    pub fn openings(&self, hours: &Hours) -> Vec<(Instant, Instant)> {
        if hours.is_always() {
            return vec![(Instant::START, self.end())];
        }
        let mut openings: Vec<(Instant, Instant)> = Vec::new();
        for day in self.days() {
            for (opens, closes) in &hours.days[day.weekday.index()] {
                let [opens, closes] = [*opens, *closes].map(|clock| self.held(day.midnight + ticks(clock)));
                match openings.last_mut() {
                    Some(last) if last.1 >= opens => last.1 = last.1.max(closes),
                    _ if opens < closes => openings.push((opens, closes)),
                    _ => {}
                }
            }
        }
        openings
    }

    /// The instant so many ticks after the start, held within the horizon.
    fn held(&self, ticks: i64) -> Instant {
        Instant::ticks(u64::try_from(ticks).unwrap_or(0)).min(self.end())
    }

    /// Its days by number.
    pub fn numbered(&self) -> Days {
        Days::new(self.start)
    }
}

fn ticks(clock: Clock) -> i64 {
    clock.since_midnight().as_ticks() as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Three days from a Friday at 08:00.
    fn calendar() -> Calendar {
        Calendar { start: "2026-03-06T08:00".parse().expect("a date"), length: Span::minutes(3 * 24 * 60) }
    }

    fn hour(hours: u64) -> Instant {
        Instant::START + Span::minutes(60 * hours)
    }

    #[test]
    fn an_instant_knows_its_weekday_and_time() {
        let calendar = calendar();
        let shown = |instant| format!("{} {}", calendar.weekday_at(instant), calendar.clock_at(instant));
        assert_eq!([shown(hour(0)), shown(hour(16)), shown(hour(41))], ["fri 08:00", "sat 00:00", "sun 01:00"]);
        assert_eq!(calendar.date_time_at(hour(41)).to_string(), "2026-03-08T01:00:00");
        assert_eq!(calendar.instant_of("2026-03-08T01:00".parse().expect("a date")), Some(hour(41)));
        assert_eq!(calendar.instant_of("2026-03-06T07:59".parse().expect("a date")), None);
    }

    #[test]
    fn a_horizon_that_starts_in_the_morning_touches_one_more_day() {
        let days: Vec<_> = calendar().days().map(|day| day.weekday.to_string()).collect();
        assert_eq!(days, ["fri", "sat", "sun", "mon"]);
    }

    #[test]
    fn doors_open_within_the_horizon_and_stay_open_past_midnight() {
        let clock = |text: &str| text.parse::<Clock>().expect("a time");
        let mut hours = Hours::default();
        hours.days[4] = vec![(clock("07:00"), clock("12:00")), (clock("20:00"), clock("24:00"))];
        hours.days[5] = vec![(clock("00:00"), clock("02:00"))];
        assert_eq!(calendar().openings(&hours), [(hour(0), hour(4)), (hour(12), hour(18))]);
        assert_eq!(calendar().openings(&Hours::always()), [(hour(0), hour(72))]);
        assert_eq!(calendar().openings(&Hours::default()), []);
    }

    #[test]
    fn the_ends_of_the_scale_do_no_harm() {
        let calendar = Calendar { length: Span::NEVER, ..calendar() };
        assert_eq!(calendar.days().count(), MOST_DAYS as usize);
        let _ = (calendar.weekday_at(Instant::NEVER), calendar.clock_at(Instant::NEVER));
        assert_eq!(calendar.date_time_at(Instant::NEVER), DateTime::MAX);
        assert_eq!(Calendar { length: Span::ZERO, ..calendar }.days().count(), 1);
    }
}
