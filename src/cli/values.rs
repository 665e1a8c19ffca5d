//! Values of arguments: typed, and refused with what was expected and what to do.

use std::ops::Range;
use std::str::FromStr;

use clap::ValueEnum;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::report::Format;
use crate::units::{Share, Span, UnitError};

/// Most threads that can be asked for; more than any machine that would profit.
const MOST_THREADS: usize = 1_024;

/// Which replications: `20`, or `500..1000`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Replications(pub(super) Range<u64>);

impl FromStr for Replications {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let expected = "expected how many, such as `20`, or a range such as `500..1000` (without its end)";
        let number = |text: &str| {
            let digits = text.trim().replace('_', "");
            digits.parse::<u64>().map_err(|_| format!("found `{}`, {expected}", text.trim()))
        };
        let range = match text.split_once("..") {
            Some((start, end)) => number(start)?..number(end)?,
            None => 0..number(text)?,
        };
        if range.is_empty() {
            return Err(format!("`{text}` holds no replication, {expected}"));
        }
        Ok(Self(range))
    }
}

/// How a command without a summary prints its data.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Printed {
    /// For people
    #[default]
    Table,
    /// For programs
    Json,
}

/// How many threads.
pub(super) fn threads(text: &str) -> Result<usize, String> {
    let lawful = text.trim().parse().ok().filter(|threads| (1..=MOST_THREADS).contains(threads));
    lawful.ok_or_else(|| format!("expected a number from 1 to {MOST_THREADS}; without `--threads`, every core is used"))
}

/// A duration, or `never`.
pub(super) fn span_or_never(text: &str) -> Result<Span, String> {
    match text.trim() {
        "never" => Ok(Span::NEVER),
        text => text.parse().map_err(|error: UnitError| format!("{error}, or `never`")),
    }
}

/// A confidence.
pub(super) fn confidence(text: &str) -> Result<Share, String> {
    let share: Share = text.parse().map_err(|_| refused_confidence())?;
    if share == Share::ZERO || share == Share::ONE { Err(refused_confidence()) } else { Ok(share) }
}

fn refused_confidence() -> String {
    "expected a share above 0% and below 100%, such as `95%` or `0.99`".to_owned()
}

/// One of the formats.
pub(super) fn format() -> impl TypedValueParser<Value = Format> {
    let known = |word: String| Format::find(&word).ok_or("is no format");
    PossibleValuesParser::new(Format::keywords()).try_map(known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replications_are_a_number_or_a_range() {
        assert_eq!("20".parse(), Ok(Replications(0..20)));
        assert_eq!("500..1_000".parse(), Ok(Replications(500..1_000)));
        for text in ["0", "", "-1", "5..5", "9..3", "1..", "a..b", "1.5", "99999999999999999999"] {
            let error = text.parse::<Replications>().expect_err(text);
            assert!(error.contains("`500..1000`"), "{error}");
        }
    }

    #[test]
    fn a_confidence_lies_between_nothing_and_certainty() {
        assert_eq!(confidence("95%"), confidence("0.95"));
        for text in ["0", "100%", "1", "NaN", "95"] {
            assert!(confidence(text).is_err(), "{text}");
        }
    }

    #[test]
    fn threads_are_counted_from_one() {
        assert_eq!(threads("8"), Ok(8));
        assert!(threads("0").is_err() && threads("all").is_err() && threads("100000").is_err());
    }
}
