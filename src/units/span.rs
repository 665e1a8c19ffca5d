//! Instants and spans of simulated time: whole ticks of one microsecond.
//!
//! Arithmetic saturates; `Span::NEVER` and `Instant::NEVER` are the ends of the scale and stay there.

use std::fmt;
use std::ops::{Add, Sub};
use std::str::FromStr;

use super::UnitError;

/// Ticks in one second: the engine counts microseconds.
pub const TICKS_PER_SECOND: u64 = 1_000_000;

const UNITS: [(&str, f64); 6] =
    [("w", 604_800.0), ("d", 86_400.0), ("h", 3_600.0), ("m", 60.0), ("ms", 0.001), ("s", 1.0)];

/// A length of simulated time [ticks].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span(u64);

/// A moment of simulated time [ticks since the start of the horizon].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Instant(u64);

impl Span {
    /// No time at all.
    pub const ZERO: Self = Self(0);
    /// Longer than any run: what a patience of "never leaves" is.
    pub const NEVER: Self = Self(u64::MAX);

    /// A span of so many ticks.
    pub const fn ticks(ticks: u64) -> Self {
        Self(ticks)
    }

    /// The nearest whole number of ticks; negative and NaN become zero, what is too long becomes `NEVER`.
    pub fn seconds(seconds: f64) -> Self {
        Self((seconds * TICKS_PER_SECOND as f64 + 0.5) as u64)
    }

    /// A span of whole minutes.
    pub const fn minutes(minutes: u64) -> Self {
        Self(minutes.saturating_mul(60 * TICKS_PER_SECOND))
    }

    /// Length [ticks].
    pub const fn as_ticks(self) -> u64 {
        self.0
    }

    /// Length as a floating-point number [ticks, 2^63 at most, for which processors have an instruction].
    #[inline(always)]
    pub(crate) fn as_real_ticks(self) -> f64 {
        self.0.min(i64::MAX as u64) as i64 as f64
    }

    /// Length [seconds].
    pub fn as_seconds(self) -> f64 {
        self.0 as f64 / TICKS_PER_SECOND as f64
    }

    /// Length [hours].
    pub fn as_hours(self) -> f64 {
        self.as_seconds() / 3_600.0
    }

    /// Whether this is the span that does not end.
    pub const fn is_never(self) -> bool {
        self.0 == u64::MAX
    }

    /// Sum, held at `NEVER`.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Instant {
    /// The start of the horizon.
    pub const START: Self = Self(0);
    /// After every run.
    pub const NEVER: Self = Self(u64::MAX);

    /// The moment so many ticks after the start.
    pub const fn ticks(ticks: u64) -> Self {
        Self(ticks)
    }

    /// Distance from the start [ticks].
    pub const fn as_ticks(self) -> u64 {
        self.0
    }

    /// Time since an earlier moment; zero when that moment is later.
    #[must_use]
    pub const fn since(self, earlier: Self) -> Span {
        Span(self.0.saturating_sub(earlier.0))
    }
}

impl Add<Span> for Instant {
    type Output = Self;
    fn add(self, span: Span) -> Self {
        Self(self.0.saturating_add(span.0))
    }
}

impl Sub<Span> for Instant {
    type Output = Self;
    fn sub(self, span: Span) -> Self {
        Self(self.0.saturating_sub(span.0))
    }
}

impl FromStr for Span {
    type Err = UnitError;

    fn from_str(text: &str) -> Result<Self, UnitError> {
        parse_seconds(text)
            .map(Self::seconds)
            .ok_or_else(|| UnitError::new(text, "a duration such as \"90s\", \"2m30s\", \"1h\" or \"250ms\""))
    }
}

/// Seconds of `1h2m3.5s`: numbers followed by units, each unit at most once and larger ones first.
fn parse_seconds(text: &str) -> Option<f64> {
    let mut rest = text.trim();
    let (mut total, mut last) = (0.0, f64::INFINITY);
    if rest.is_empty() {
        return None;
    }
    while !rest.is_empty() {
        let digits = rest.find(|sign: char| !(sign.is_ascii_digit() || sign == '.'))?;
        let number: f64 = rest[..digits].parse().ok()?;
        let letters = rest[digits..].trim_start();
        let end = letters.find(|sign: char| !sign.is_ascii_alphabetic()).unwrap_or(letters.len());
        let size = UNITS.iter().find(|(unit, _)| *unit == &letters[..end])?.1;
        if size >= last {
            return None;
        }
        (total, last) = (total + number * size, size);
        rest = letters[end..].trim_start();
    }
    (total * (TICKS_PER_SECOND as f64) < u64::MAX as f64).then_some(total)
}

impl fmt::Display for Span {
    /// The way a scenario writes it: `2m30s`, `1h`, `never`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_never() {
            return out.write_str("never");
        }
        let mut rest = self.0;
        if rest == 0 {
            return out.write_str("0s");
        }
        for (unit, seconds) in [("d", 86_400), ("h", 3_600), ("m", 60)] {
            let size = seconds * TICKS_PER_SECOND;
            if rest >= size {
                write!(out, "{}{unit}", rest / size)?;
                rest %= size;
            }
        }
        match rest {
            0 => Ok(()),
            _ => write!(out, "{}s", rest as f64 / TICKS_PER_SECOND as f64),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_as_people_write_them() {
        for (text, seconds) in [("90s", 90.0), ("2m30s", 150.0), ("1h", 3_600.0), ("1d 2h", 93_600.0), ("0.5s", 0.5)] {
            assert_eq!(text.parse(), Ok(Span::seconds(seconds)), "{text}");
        }
        assert_eq!("250ms".parse(), Ok(Span::ticks(250_000)));
    }

    #[test]
    fn a_duration_without_a_unit_or_with_units_out_of_order_is_refused() {
        for text in ["", "90", "s", "2s1m", "1m1m", "-5s", "1e400s", "5 parsecs", "99999999999999999w"] {
            assert!(text.parse::<Span>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_span_prints_as_it_is_written() {
        for text in ["2m30s", "1h", "1d2h", "0s", "12.5s"] {
            assert_eq!(text.parse::<Span>().map(|span| span.to_string()), Ok(text.to_owned()));
        }
    }

    #[test]
    fn the_ends_of_the_scale_hold() {
        assert_eq!(Instant::START + Span::NEVER, Instant::NEVER);
        assert_eq!(Span::seconds(f64::NAN), Span::ZERO);
        assert_eq!(Span::seconds(f64::INFINITY), Span::NEVER);
    }
}
