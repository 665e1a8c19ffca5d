//! Numbers as people read them: percentages, durations and counts, rounded to what their interval can vouch for.
//!
//! Only words come out of here; whatever is computed further uses the full numbers of the summary.

use jiff::civil::DateTime;

use crate::record::MeasureRow;

/// What stands where there is no number.
pub(super) const NONE: &str = "–";

/// Seconds in a minute, an hour and a day.
const MINUTE: f64 = 60.0;
const HOUR: f64 = 3_600.0;
const DAY: f64 = 86_400.0;

/// The estimate with its half-width: `82.4 % ± 0.6`, `1m 23s ± 4s`, `412 ± 3`.
pub(super) fn estimate(row: &MeasureRow) -> String {
    let Some(mean) = row.mean else { return NONE.to_owned() };
    let half = half_width(row);
    match row.unit.as_str() {
        "share" => with_half(100.0 * mean, half.map(|half| 100.0 * half), " %", (1, 1)),
        "s" => duration_estimate(mean, half),
        "h" => with_half(mean, half, " h", (0, plain_decimals(mean))),
        _ => with_half(mean, half, "", (0, plain_decimals(mean))),
    }
}

/// The estimate alone, rounded as with its half-width.
pub(super) fn bare(row: &MeasureRow) -> String {
    let text = estimate(row);
    text.split(" ± ").next().unwrap_or_default().to_owned()
}

/// The half-width alone with its sign, empty where there is none: `± 0.6`.
pub(super) fn margin(row: &MeasureRow) -> String {
    estimate(row).split_once(" ± ").map_or_else(String::new, |(_, half)| format!("± {half}"))
}

/// Distance from the estimate to the farther end of its interval, which need not be symmetric; `None` for no width.
fn half_width(row: &MeasureRow) -> Option<f64> {
    let mean = row.mean?;
    let half = (row.high? - mean).max(mean - row.low?);
    (half.is_finite() && half > 0.0).then_some(half)
}

/// A number and its half-width with equal decimals: at least some, and so many without a half-width.
fn with_half(value: f64, half: Option<f64>, unit: &str, (least, otherwise): (usize, usize)) -> String {
    let decimals = half.map_or(otherwise, |half| decimals_for(half).max(least));
    let shown = format!("{}{unit}", number(value, decimals));
    match half {
        Some(half) => format!("{shown} ± {}", number(half, decimals)),
        None => shown,
    }
}

/// Decimals that show the first digit of a positive half-width, and one more when that digit is 1.
fn decimals_for(half: f64) -> usize {
    let power = half.log10().floor();
    let leading = (half / 10_f64.powf(power)).round();
    let more = if leading < 2.0 { 1.0 } else { 0.0 };
    (more - power).clamp(0.0, 4.0) as usize
}

/// Decimals of a number without an interval: three digits in all, none for a whole number.
fn plain_decimals(value: f64) -> usize {
    let size = value.abs();
    if size == size.trunc() {
        return 0;
    }
    match size {
        size if size >= 100.0 => 0,
        size if size >= 10.0 => 1,
        size if size >= 1.0 => 2,
        _ => 3,
    }
}

/// A number with a comma between thousands, in powers of ten when it is too long to read.
pub(super) fn number(value: f64, decimals: usize) -> String {
    if !value.is_finite() {
        return NONE.to_owned();
    }
    if value.abs() >= 1e12 {
        return format!("{value:.2e}");
    }
    let text = format!("{:.decimals$}", value.abs());
    let (whole, rest) = text.find('.').map_or((text.as_str(), ""), |dot| text.split_at(dot));
    let zero = text.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    let sign = if value < 0.0 && !zero { "-" } else { "" };
    format!("{sign}{}{rest}", grouped(whole))
}

/// Digits in groups of three.
fn grouped(digits: &str) -> String {
    let first = digits.len() % 3;
    let mut text = digits[..first].to_owned();
    for start in (first..digits.len()).step_by(3) {
        if !text.is_empty() {
            text.push(',');
        }
        text.push_str(&digits[start..start + 3]);
    }
    text
}

/// A duration and its half-width: below a minute with the decimals of the half-width, above in whole seconds.
fn duration_estimate(mean: f64, half: Option<f64>) -> String {
    let Some(half) = half else { return duration(mean) };
    let value = match half {
        half if mean.abs() < MINUTE => format!("{}s", number(mean, decimals_for(half).min(2))),
        half if half >= 10.0 * MINUTE => duration((mean / MINUTE).round() * MINUTE),
        _ => duration(mean),
    };
    format!("{value} ± {}", if half < MINUTE { small(half) } else { duration(half) })
}

/// Seconds below a minute, with their leading digits.
fn small(seconds: f64) -> String {
    format!("{}s", number(seconds, decimals_for(seconds).min(2)))
}

/// A duration in its largest two units, in one when it is exactly that: `8.4s`, `1m 23s`, `2h 05m`, `3d 04h`, `30m`.
pub(super) fn duration(seconds: f64) -> String {
    if seconds < 0.0 {
        return format!("-{}", duration(-seconds));
    }
    let whole = seconds.round();
    match seconds {
        _ if !seconds.is_finite() => NONE.to_owned(),
        _ if seconds == 0.0 => "0s".to_owned(),
        _ if seconds < 9.95 => format!("{}s", number(seconds, if seconds < 0.995 { 2 } else { 1 })),
        _ if whole < MINUTE => format!("{whole}s"),
        _ if whole < HOUR && seconds % MINUTE == 0.0 => format!("{}m", whole / MINUTE),
        _ if whole < HOUR => format!("{}m {:02}s", (whole / MINUTE).floor(), whole % MINUTE),
        _ if whole < DAY && seconds % HOUR == 0.0 => format!("{}h", whole / HOUR),
        _ if whole < DAY => format!("{}h {:02}m", (whole / HOUR).floor(), ((whole % HOUR) / MINUTE).floor()),
        _ if whole < 1e4 * DAY => format!("{}d {:02}h", (whole / DAY).floor(), ((whole % DAY) / HOUR).floor()),
        _ => format!("{} d", number(whole / DAY, 0)),
    }
}

/// What a reporting interval is called: `half hour`, `day`, `10m`.
pub(super) fn interval_word(seconds: f64) -> String {
    let known = [(900.0, "quarter hour"), (1_800.0, "half hour"), (HOUR, "hour"), (DAY, "day"), (7.0 * DAY, "week")];
    let found = known.iter().find(|(length, _)| *length == seconds);
    found.map_or_else(|| duration(seconds), |(_, word)| (*word).to_owned())
}

/// A keyword as words: `service_level` is `service level`, `wait_p90` is `wait p90`.
pub(super) fn spoken(keyword: &str) -> String {
    match keyword {
        "asa" => "speed of answer".to_owned(),
        "mean_wait" => "mean wait".to_owned(),
        _ => keyword.replace('_', " "),
    }
}

/// A measure and what it is about: `mean wait`, `mean wait of queue billing`.
pub(super) fn subject(measure: &str, of: &str, name: &str) -> String {
    if of == "all" { spoken(measure) } else { format!("{} of {of} {name}", spoken(measure)) }
}

/// The same words with a capital first.
pub(super) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A confidence as a percentage: `95 %`.
pub(super) fn confidence(share: f64) -> String {
    let percent = 100.0 * share;
    format!("{} %", number(percent, usize::from((percent - percent.round()).abs() >= 1e-9)))
}

/// A civil start as it is shown in a table: the time alone while the study lasts at most a day.
pub(super) fn start_label(start: &str, length: f64) -> String {
    let Ok(moment) = start.parse::<DateTime>() else { return start.to_owned() };
    let form = if length <= DAY { "%H:%M" } else { "%a %-d %b %H:%M" };
    moment.strftime(form).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(unit: &str, mean: f64, half: Option<f64>) -> MeasureRow {
        MeasureRow {
            measure: String::new(),
            of: "all".to_owned(),
            name: String::new(),
            interval_start: None,
            mean: Some(mean),
            low: half.map(|half| mean - half),
            high: half.map(|half| mean + half),
            unit: unit.to_owned(),
            replications: 10,
        }
    }

    #[test]
    fn an_estimate_shows_the_digits_its_half_width_vouches_for() {
        let cases = [
            ("share", 0.823_51, Some(0.006_2), "82.4 % ± 0.6"),
            ("share", 0.5, None, "50.0 %"),
            ("s", 83.2, Some(4.1), "1m 23s ± 4s"),
            ("s", 8.437, Some(0.3), "8.4s ± 0.3s"),
            ("s", 83.2, None, "1m 23s"),
            ("contacts", 41_234.4, Some(31.0), "41,234 ± 31"),
            ("contacts", 12.0, None, "12"),
            ("agents", 9.125, Some(0.012), "9.125 ± 0.012"),
            ("agents", 9.0, Some(0.0), "9"),
            ("share", 0.5, Some(0.03), "50.0 % ± 3.0"),
        ];
        for (unit, mean, half, expected) in cases {
            assert_eq!(estimate(&row(unit, mean, half)), expected);
        }
    }

    #[test]
    fn a_duration_shows_its_largest_units() {
        let cases = [
            (0.0, "0s"),
            (0.25, "0.25s"),
            (9.94, "9.9s"),
            (9.96, "10s"),
            (59.6, "1m 00s"),
            (3_661.0, "1h 01m"),
            (1_800.0, "30m"),
            (61_200.0, "17h"),
            (90_000.0, "1d 01h"),
            (f64::NAN, "–"),
            (1e300, "1.16e295 d"),
        ];
        for (seconds, expected) in cases {
            assert_eq!(duration(seconds), expected);
        }
    }

    #[test]
    fn thousands_are_grouped_and_a_rounded_zero_has_no_sign() {
        assert_eq!(number(1_234_567.0, 0), "1,234,567");
        assert_eq!(number(123.0, 1), "123.0");
        assert_eq!(number(-0.04, 1), "0.0");
        assert_eq!(number(1e300, 0), "1.00e300");
    }
}
