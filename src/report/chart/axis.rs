//! Axes with readable labels: clock times, dates, percentages, durations and plain numbers.
//!
//! There are always between two and a dozen or so labels, whatever the numbers.

use jiff::Unit;
use jiff::civil::DateTime;

use super::picture::Axis;
use crate::report::words;

/// The most labels on a time axis.
const MOST_TIMES: f64 = 13.0;
/// Steps between labels of a time axis [seconds]: five minutes to two weeks.
const TIME_STEPS: [f64; 14] = [
    300.0,
    600.0,
    900.0,
    1_800.0,
    3_600.0,
    7_200.0,
    10_800.0,
    14_400.0,
    21_600.0,
    43_200.0,
    86_400.0,
    172_800.0,
    604_800.0,
    1_209_600.0,
];
const DAY: f64 = 86_400.0;

/// Time of day or date, from the start of the horizon [seconds].
pub(super) fn time(start: &str, from: f64, to: f64) -> Axis {
    let length = (to - from).max(1.0);
    let Ok(origin) = start.parse::<DateTime>() else {
        return Axis::new("time since the start [h]", to, Vec::new()).from(from);
    };
    let step = TIME_STEPS.iter().copied().find(|step| length / step <= MOST_TIMES);
    let ticks = match step {
        Some(step) => regular_times(origin, from, to, step),
        None => months(origin, from, to),
    };
    let name = if length <= DAY { day_name(origin, from) } else { "date".to_owned() };
    Axis::new(name, to, ticks).from(from)
}

/// `time of day, Tuesday 2 February 1999`.
fn day_name(origin: DateTime, from: f64) -> String {
    let day = moment(origin, from).map_or_else(String::new, |day| day.strftime(", %A %-d %B %Y").to_string());
    format!("time of day{day}")
}

/// Labels at whole multiples of a step since midnight of the first day.
fn regular_times(origin: DateTime, from: f64, to: f64, step: f64) -> Vec<(f64, String)> {
    let into_day = origin.duration_since(origin.date().at(0, 0, 0, 0)).as_secs_f64();
    let first = ((from + into_day) / step - 1e-9).ceil();
    let count = ((to + into_day) / step + 1e-9).floor() - first;
    let places = (0..=count.clamp(0.0, 20.0) as u32).map(|index| (first + f64::from(index)) * step - into_day);
    let label = |place: f64| {
        let ends_day = to - from <= DAY && (place - to).abs() < 1.0;
        moment(origin, place).map(|moment| (place, time_label(moment, step, ends_day)))
    };
    places.filter_map(label).collect()
}

/// `08:00` within a day, `Tue 2 Feb` from day to day; the end of the day is `24:00`.
fn time_label(moment: DateTime, step: f64, ends_day: bool) -> String {
    let midnight = moment.time() == jiff::civil::Time::midnight();
    let form = match step {
        _ if ends_day && midnight && step < DAY => return "24:00".to_owned(),
        step if step >= 604_800.0 => "%-d %b",
        step if step >= DAY => "%a %-d %b",
        _ if midnight => "%a %-d %b",
        _ => "%H:%M",
    };
    moment.strftime(form).to_string()
}

/// Labels at the first of months, years apart when there are many.
fn months(origin: DateTime, from: f64, to: f64) -> Vec<(f64, String)> {
    let count = (to - from) / (30.4 * DAY);
    let stride =
        [1, 2, 3, 6, 12, 24, 60, 120, 600, 6_000].into_iter().find(|stride| count / f64::from(*stride) <= MOST_TIMES);
    let Some((stride, begin)) = stride.zip(moment(origin, from)) else { return Vec::new() };
    let first = i32::from(begin.year()) * 12 + i32::from(begin.month()) - 1;
    let days = (0..=20_i32).filter_map(|index| {
        let month = (first.div_euclid(stride) + index) * stride;
        let day = jiff::civil::Date::new((month / 12) as i16, (month % 12 + 1) as i8, 1).ok()?;
        let place = day.at(0, 0, 0, 0).duration_since(origin).as_secs_f64();
        (place >= from && place <= to).then_some((place, day))
    });
    // The year stands where it changes only, so that the labels of twelve months fit.
    let label = |(index, (place, day)): (usize, (f64, jiff::civil::Date))| {
        let form = if index == 0 || day.month() == 1 || stride >= 12 { "%b %Y" } else { "%b" };
        (place, day.strftime(form).to_string())
    };
    days.enumerate().map(label).collect()
}

/// The civil moment so many seconds after the start.
fn moment(origin: DateTime, seconds: f64) -> Option<DateTime> {
    let span = jiff::SignedDuration::try_from_secs_f64(seconds).ok()?;
    origin.checked_add(span).ok()?.round(Unit::Second).ok()
}

/// Percentages from 0 to 100.
pub(super) fn percent(name: &str) -> Axis {
    percent_up_to(name, 1.0)
}

/// Percentages from 0 to the first round one that leaves room for `most`, a share.
pub(super) fn percent_up_to(name: &str, most: f64) -> Axis {
    let (top, step) = round_up(100.0 * most.max(0.01), &[1.0, 2.0, 2.5, 5.0]);
    let label = |value: f64| (value / 100.0, format!("{} %", trimmed(value)));
    Axis::new(format!("{name} [%]"), top / 100.0, steps(top, step).map(label).collect())
}

/// Whole or decimal numbers from 0.
pub(super) fn plain(name: &str, most: f64) -> Axis {
    let (top, step) = round_up(most, &[1.0, 2.0, 2.5, 5.0]);
    Axis::new(name, top, steps(top, step).map(|value| (value, trimmed(value))).collect())
}

/// Whole numbers from 0 with as many steps as another axis has, so that both share their grid lines.
pub(super) fn beside(other: &Axis, name: &str, most: f64) -> Axis {
    let parts = (other.ticks.len().max(2) - 1) as f64;
    let least = if most.is_finite() && most > 0.0 { (most / parts).clamp(1e-6, 1e300) } else { 1.0 };
    let power = 10_f64.powf(least.log10().floor()).max(1.0);
    let sizes = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0].into_iter().map(|base| base * power);
    let step = sizes.into_iter().find(|size| *size >= least * (1.0 - 1e-9)).unwrap_or(least);
    let top = step * parts;
    Axis::new(name, top, steps(top, step).map(|value| (value, trimmed(value))).collect()).bare()
}

/// Durations from 0, in the unit that keeps the labels short.
pub(super) fn duration(name: &str, most: f64) -> Axis {
    let (unit, word) = match most {
        most if most > 2.0 * DAY => (DAY, "days"),
        most if most > 7_200.0 => (3_600.0, "hours"),
        most if most > 120.0 => (60.0, "minutes"),
        _ => (1.0, "seconds"),
    };
    let bases: &[f64] = if unit == 60.0 || unit == 1.0 { &[1.0, 2.0, 5.0] } else { &[1.0, 2.0, 3.0, 6.0] };
    let (top, step) = round_up(most / unit, bases);
    let label = |value: f64| (value * unit, trimmed(value));
    Axis::new(format!("{name} [{word}]"), top * unit, steps(top, step).map(label).collect())
}

/// Differences on both sides of zero, which the axis always shows; `unit` is that of the summary.
pub(super) fn signed(name: &str, (low, high): (f64, f64), unit: &str) -> Axis {
    let most = low.abs().max(high.abs());
    let (size, word) = match unit {
        "share" => (0.01, "points"),
        "s" if most > 7_200.0 => (3_600.0, "hours"),
        "s" if most > 120.0 => (60.0, "minutes"),
        "s" => (1.0, "seconds"),
        "h" => (1.0, "hours"),
        other => (1.0, other),
    };
    let (low, high) = (low.min(0.0) / size, high.max(0.0) / size);
    let (_, step) = round_up(high - low, &[1.0, 2.0, 2.5, 5.0]);
    let first = (low / step + 1e-9).floor().max(-20.0);
    let last = (high / step - 1e-9).ceil().clamp(first + 1.0, first + 20.0).max(1.0);
    let places = (0..=(last - first) as u32).map(|index| (first + f64::from(index)) * step);
    let sign = |value: f64| if value > 0.0 { "+" } else { "" };
    let ticks = places.map(|value| (value * size, format!("{}{}", sign(value), trimmed(value)))).collect();
    Axis::new(format!("{name} [{word}]"), last * step * size, ticks).from(first * step * size)
}

/// A round end at or above `most` and a round step that divides it into at most six parts.
fn round_up(most: f64, bases: &[f64]) -> (f64, f64) {
    // Beyond this the multiples of a step are no longer apart from infinity.
    let most = if most.is_finite() && most > 0.0 { most.clamp(1e-6, 1e300) } else { 1.0 };
    let power = 10_f64.powf((most / 6.0).log10().floor());
    let sizes = bases.iter().map(|base| base * power).chain([10.0 * power, 20.0 * power]);
    let step = sizes.into_iter().find(|step| most / step <= 6.0 + 1e-9).unwrap_or(most);
    ((most / step - 1e-9).ceil() * step, step)
}

/// 0, one step, two steps, … up to the end.
fn steps(top: f64, step: f64) -> impl Iterator<Item = f64> {
    (0..=(top / step).round().clamp(1.0, 20.0) as u32).map(move |index| f64::from(index) * step)
}

/// A number with as many decimals as a multiple of a round step needs.
fn trimmed(value: f64) -> String {
    if value.abs() >= 1e9 || (value != 0.0 && value.abs() < 1e-4) {
        return format!("{value:e}").chars().take(12).collect();
    }
    let decimals = (0..5).find(|decimals| {
        let scale = 10_f64.powi(*decimals);
        ((value * scale).round() / scale - value).abs() < 1e-9 * value.abs().max(1e-3)
    });
    words::number(value, decimals.unwrap_or(5) as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(axis: &Axis) -> Vec<&str> {
        axis.ticks.iter().map(|(_, label)| label.as_str()).collect()
    }

    #[test]
    fn a_day_has_hours_and_ends_at_24() {
        let axis = time("1999-02-02T07:00:00", 0.0, 17.0 * 3_600.0);
        assert_eq!(labels(&axis), ["08:00", "10:00", "12:00", "14:00", "16:00", "18:00", "20:00", "22:00", "24:00"]);
        assert_eq!(axis.ticks[0].0, 3_600.0);
        assert_eq!(axis.name, "time of day, Tuesday 2 February 1999");
    }

    #[test]
    fn long_horizons_have_dates() {
        assert_eq!(labels(&time("2026-03-02T12:00:00", 0.0, 2.0 * DAY))[..3], ["12:00", "16:00", "20:00"]);
        assert_eq!(labels(&time("2026-03-02T00:00:00", 0.0, 13.0 * DAY))[..2], ["Mon 2 Mar", "Tue 3 Mar"]);
        assert_eq!(labels(&time("2026-01-01T00:00:00", 0.0, 365.0 * DAY))[..2], ["Jan 2026", "Feb"]);
    }

    #[test]
    fn values_have_round_labels_that_cover_them() {
        assert_eq!(labels(&plain("agents", 23.0)), ["0", "5", "10", "15", "20", "25"]);
        assert_eq!(labels(&percent("share")), ["0 %", "20 %", "40 %", "60 %", "80 %", "100 %"]);
        assert_eq!(labels(&duration("wait", 200.0)), ["0", "1", "2", "3", "4"]);
        assert_eq!(duration("wait", 200.0).name, "wait [minutes]");
    }

    #[test]
    fn an_axis_beside_another_shares_its_grid() {
        assert_eq!(labels(&beside(&plain("contacts", 96.0), "agents", 12.0)), ["0", "3", "6", "9", "12", "15"]);
    }

    #[test]
    fn differences_have_zero_and_a_sign() {
        assert_eq!(labels(&signed("difference", (-3.0, 7.0), "s")), ["-4", "-2", "0", "+2", "+4", "+6", "+8"]);
        assert_eq!(labels(&signed("difference", (-0.05, -0.01), "share")), ["-5", "-4", "-3", "-2", "-1", "0", "+1"]);
        assert_eq!(signed("difference", (60.0, 600.0), "s").name, "difference [minutes]");
        for ends in [(0.0, 0.0), (-1e300, 1e300), (f64::NAN, f64::NAN), (1e-300, 2e-300)] {
            let axis = signed("", ends, "s");
            assert!(axis.high > axis.low && axis.high.is_finite() && axis.ticks.len() > 1, "{ends:?}: {axis:?}");
        }
    }

    #[test]
    fn any_numbers_give_an_axis() {
        for most in [0.0, -1.0, f64::NAN, f64::INFINITY, 1e300, 1e-300, f64::MAX] {
            for axis in [plain("", most), duration("", most), percent_up_to("", most), beside(&percent(""), "", most)] {
                assert!(axis.high > axis.low && axis.high.is_finite() && axis.ticks.len() > 1, "{most}: {axis:?}");
            }
            time("2026-01-01T00:00:00", 0.0, most);
        }
    }
}
