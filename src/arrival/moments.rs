//! Moments that a scenario lists by hand: times of day that come every day, and dates that come once.

use crate::calendar::Calendar;
use crate::family::{Complaint, Kind, Need, Setting, Settings, Value};
use crate::units::{Instant, Weekday};

/// A time of day or a date with a time.
pub const MOMENT: Kind = Kind::Either(&[Kind::Clock, Kind::DateTime]);

/// When it happens.
pub(super) const AT: Setting = Setting {
    name: "at",
    kind: Kind::List(&MOMENT),
    need: Need::Required,
    summary: "When: times of day, which come every day, or dates with times, which come once.",
};

/// On which days.
pub const DAYS: Setting = Setting {
    name: "days",
    kind: Kind::Days,
    need: Need::Optional,
    summary: "Days of the week on which the times of day count; every day if it is not given.",
};

/// The moments of `AT` on `DAYS` within the horizon, in order.
pub fn moments(settings: &Settings, calendar: &Calendar) -> Result<Vec<Instant>, Complaint> {
    let at = settings.list("at");
    if at.is_empty() {
        return Err(Complaint::about("at", "`at` is empty, expected at least one time"));
    }
    let days = settings.find_days("days").unwrap_or_else(|| Weekday::ALL.to_vec());
    let mut moments = Vec::new();
    for located in &at {
        match &located.value {
            Value::Clock(clock) => {
                let days = calendar.days().filter(|day| days.contains(&day.weekday));
                moments.extend(days.filter_map(|day| calendar.instant_on(day, *clock)));
            }
            Value::DateTime(date_time) => moments.extend(calendar.instant_of(*date_time)),
            other => panic!("a moment is a time of day or a date: {other:?}"),
        }
    }
    moments.retain(|moment| *moment < calendar.end());
    moments.sort_unstable();
    Ok(moments)
}
