//! One goal of precision, written `service_level[queue billing] ± 1%` or `mean_wait ± 5% relative`.
//!
//! A goal knows its measure and its unit; whether the thing it names is in the scenario, only [`Goal::find`] tells.

use std::fmt;
use std::str::FromStr;

use super::FEWEST;
use crate::family::Catalogue;
use crate::record::MeasureRow;
use crate::stats::diagnosis;
use crate::stats::measure::Unit;
use crate::stats::{MEASURES, ScopeKind};
use crate::units::Span;

/// A further service-level definition is named by this and its name.
pub(in crate::stats) const LEVEL: &str = "service_level:";

/// How sure a measure must be.
#[derive(Debug, Clone, PartialEq)]
pub struct Goal {
    /// Keyword of the measure, or `service_level:NAME`.
    pub measure: String,
    /// What kind of thing it is about.
    pub of: ScopeKind,
    /// Name of that thing; empty for the whole centre.
    pub name: String,
    /// Largest half-width.
    pub precision: Precision,
}

/// Largest half-width of a confidence interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Precision {
    /// In the measure's unit; for a share 0.01 is one percentage point.
    Absolute(f64),
    /// As a share of the estimate; below 1.
    Relative(f64),
}

/// Why a text is no goal, or a goal cannot be looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoalError {
    /// What was found.
    found: String,
    /// What is expected and what to do.
    expected: String,
}

impl GoalError {
    fn new(found: &str, expected: impl Into<String>) -> Self {
        Self { found: found.to_owned(), expected: expected.into() }
    }
}

impl fmt::Display for GoalError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "found `{}`, expected {}", self.found, self.expected)
    }
}

impl std::error::Error for GoalError {}

impl Goal {
    /// The row this goal is about, among the totals of a study.
    pub fn find<'a>(&self, rows: &'a [MeasureRow]) -> Result<&'a MeasureRow, GoalError> {
        let same = |row: &&MeasureRow| row.measure == self.measure && row.interval_start.is_none();
        let here = |row: &&MeasureRow| row.of == self.of.word() && row.name == self.name;
        rows.iter().filter(same).find(here).ok_or_else(|| {
            let things: Vec<_> = rows.iter().filter(same).map(|row| thing(&row.of, &row.name)).collect();
            let expected = if things.is_empty() {
                format!("a measure that this scenario has, not `{}`", self.measure)
            } else {
                format!("one of `{}`, which have `{}`", things.join("`, `"), self.measure)
            };
            GoalError::new(&thing(self.of.word(), &self.name), expected)
        })
    }

    /// Whether a row is sure enough: enough observations, and an interval no wider than wanted.
    ///
    /// A relative half-width is held to `γ / (1 + γ)`, so that the relative error, which is against the true value
    /// and not the estimate, stays within γ (Law, section 9.4.1).
    pub fn is_met(&self, row: &MeasureRow) -> bool {
        let (Some(mean), Some(low), Some(high)) = (row.mean, row.low, row.high) else { return false };
        let most = match self.precision {
            Precision::Absolute(most) => most,
            Precision::Relative(share) => mean.abs() * share / (1.0 + share),
        };
        row.replications >= FEWEST && (high - mean).max(mean - low) <= most
    }
}

fn thing(of: &str, name: &str) -> String {
    format!("{of} {name}").trim_end().to_owned()
}

impl FromStr for Goal {
    type Err = GoalError;

    fn from_str(text: &str) -> Result<Self, GoalError> {
        let split = text.split_once('±').or_else(|| text.split_once("+-"));
        let (about, amount) = split.ok_or_else(|| {
            GoalError::new(text, "a measure, `±` or `+-`, and a half-width, such as `service_level ± 1%`")
        })?;
        let (measure, of, name) = read_subject(about)?;
        let precision = read_precision(amount.trim(), unit_of(&measure)?)?;
        Ok(Self { measure, of, name, precision })
    }
}

/// Keyword, kind and name of `mean_wait[queue billing]`; without brackets, the whole centre.
pub(in crate::stats) fn read_subject(text: &str) -> Result<(String, ScopeKind, String), GoalError> {
    let (measure, place) = match text.trim().split_once('[') {
        Some((measure, place)) => (measure.trim(), place.strip_suffix(']').unwrap_or(place)),
        None => (text.trim(), "all"),
    };
    unit_of(measure)?;
    let (of, name) = read_thing(place.trim())?;
    Ok((measure.to_owned(), of, name))
}

/// An amount above zero in a unit, such as `2s`.
pub(in crate::stats) fn amount(text: &str, unit: Unit) -> Result<f64, GoalError> {
    let refuse = |_| GoalError::new(text, format!("an amount above zero: {}", example_of(unit)));
    match read_precision(text.trim(), unit).map_err(refuse)? {
        Precision::Absolute(amount) => Ok(amount),
        Precision::Relative(_) => Err(GoalError::new(text, "an amount in the unit of the measure, not a share of it")),
    }
}

/// Unit of the measure with this keyword.
pub(in crate::stats) fn unit_of(keyword: &str) -> Result<Unit, GoalError> {
    if keyword.starts_with(LEVEL) {
        return Ok(Unit::Share);
    }
    if let Some((diagnostic, _)) = diagnosis::read(keyword) {
        return Ok(diagnostic.unit());
    }
    let found = MEASURES.find(keyword).map(|index| MEASURES.entries[index].make.unit);
    found.ok_or_else(|| {
        let like = |known: &&str| strsim::jaro_winkler(keyword, known);
        let known = MEASURES.entries.iter().map(|entry| entry.member.keyword);
        let near = known.max_by(|a, b| like(a).total_cmp(&like(b))).unwrap_or_default();
        GoalError::new(keyword, format!("a measure; did you mean `{near}`? `switchboard list measures` shows all"))
    })
}

/// Kind and name of `queue billing`; the whole centre is `all`.
fn read_thing(text: &str) -> Result<(ScopeKind, String), GoalError> {
    let (word, name) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let of = ScopeKind::ALL.into_iter().find(|kind| kind.word() == word);
    let lawful = |kind: &ScopeKind| name.trim().is_empty() == (*kind == ScopeKind::All);
    let of = of.filter(lawful).ok_or_else(|| {
        GoalError::new(text, "`all`, or `queue`, `contacts`, `channel` or `team` with a name, such as `queue billing`")
    })?;
    Ok((of, name.trim().to_owned()))
}

/// Half-width in the unit, or as a share of the estimate when `relative` follows.
fn read_precision(text: &str, unit: Unit) -> Result<Precision, GoalError> {
    let relative = text.strip_suffix("relative").map(str::trim);
    let (number, precision): (_, fn(f64) -> Precision) = match (relative, unit) {
        (Some(share), _) => (percent(share).filter(|&share| share < 1.0), Precision::Relative),
        (None, Unit::Share) => (percent(text), Precision::Absolute),
        (None, Unit::Seconds) => (text.parse::<Span>().ok().map(Span::as_seconds), Precision::Absolute),
        (None, Unit::Hours) => (text.parse::<Span>().ok().map(Span::as_hours), Precision::Absolute),
        (None, _) => (text.parse().ok(), Precision::Absolute),
    };
    let number = number.filter(|number: &f64| number.is_finite() && *number > 0.0);
    number.map(precision).ok_or_else(|| GoalError::new(text, expected_of(unit)))
}

/// What a half-width in this unit looks like.
fn expected_of(unit: Unit) -> String {
    format!("a half-width above zero: {}, or a share of the estimate such as `5% relative`", example_of(unit))
}

/// What an amount in this unit looks like.
fn example_of(unit: Unit) -> &'static str {
    match unit {
        Unit::Share => "percentage points such as `1%`",
        Unit::Seconds => "a duration such as `2s`",
        Unit::Hours => "a duration such as `1h`",
        _ => "a number above zero such as `5`",
    }
}

/// A share written `1%` or `0.01`.
fn percent(text: &str) -> Option<f64> {
    match text.strip_suffix('%') {
        Some(number) => number.trim().parse::<f64>().ok().map(|percent| percent / 100.0),
        None => text.parse().ok(),
    }
}

impl fmt::Display for Goal {
    /// The way it is written, in the measure's unit.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.measure)?;
        if self.of != ScopeKind::All {
            write!(out, "[{}]", thing(self.of.word(), &self.name))?;
        }
        match (self.precision, unit_of(&self.measure)) {
            (Precision::Relative(share), _) => write!(out, " ± {}% relative", rounded(share)),
            (Precision::Absolute(share), Ok(Unit::Share)) => write!(out, " ± {}%", rounded(share)),
            (Precision::Absolute(seconds), Ok(Unit::Seconds)) => write!(out, " ± {}", Span::seconds(seconds)),
            (Precision::Absolute(hours), Ok(Unit::Hours)) => write!(out, " ± {}", Span::seconds(hours * 3_600.0)),
            (Precision::Absolute(number), _) => write!(out, " ± {number}"),
        }
    }
}

/// In percent, to a millionth of one.
fn rounded(share: f64) -> f64 {
    (share * 1e8).round() / 1e6
}

#[cfg(test)]
mod tests {
    use super::*;

    fn goal(text: &str) -> Goal {
        text.parse().expect("a goal")
    }

    fn row(mean: f64, half: f64, replications: u64) -> MeasureRow {
        MeasureRow {
            measure: "mean_wait".to_owned(),
            of: "queue".to_owned(),
            name: "billing".to_owned(),
            interval_start: None,
            mean: Some(mean),
            low: Some(mean - half),
            high: Some(mean + half),
            unit: "s".to_owned(),
            replications,
        }
    }

    #[test]
    fn goals_read_as_people_write_them() {
        assert_eq!(goal("service_level ± 1%"), goal("service_level +- 0.01"));
        let named = goal("mean_wait[queue new billing] ± 2s");
        assert_eq!((named.of, named.name.as_str()), (ScopeKind::Queue, "new billing"));
        assert_eq!(named.precision, Precision::Absolute(2.0));
        assert_eq!(goal("mean_wait ± 5% relative").precision, Precision::Relative(0.05));
        assert_eq!(goal("overtime ± 30m").precision, Precision::Absolute(0.5));
        assert_eq!(goal("service_level:strict ± 2%").measure, "service_level:strict");
    }

    #[test]
    fn every_measures_example_is_a_goal_that_prints_as_it_is_written() {
        for entry in MEASURES.entries {
            let member = &entry.member;
            assert_eq!(goal(member.example).to_string(), member.example, "{}", member.keyword);
            assert_eq!(goal(member.example).measure, member.keyword);
        }
    }

    #[test]
    fn what_is_no_goal_says_what_one_is() {
        for (text, part) in [
            ("service_level", "`±` or `+-`"),
            ("servce_level ± 1%", "did you mean `service_level`"),
            ("mean_wait ± 2", "`2s`"),
            ("mean_wait ± 5%", "`5% relative`"),
            ("mean_wait ± 0s", "above zero"),
            ("asa ± 150% relative", "share of the estimate"),
            ("cost ± NaN", "a number above zero"),
            ("cost ± inf", "a number above zero"),
            ("asa[queue] ± 2s", "with a name"),
            ("asa[room 1] ± 2s", "`queue`"),
            ("± 2s", "a measure"),
        ] {
            let error = text.parse::<Goal>().expect_err(text).to_string();
            assert!(error.contains(part), "{text}: {error}");
        }
    }

    #[test]
    fn a_goal_is_met_at_its_half_width_but_not_before_ten_observations() {
        let two_seconds = goal("mean_wait[queue billing] ± 2s");
        assert!(two_seconds.is_met(&row(30.0, 2.0, 10)));
        assert!(!two_seconds.is_met(&row(30.0, 2.0, 9)));
        assert!(!two_seconds.is_met(&row(30.0, 2.5, 10)));
        assert!(!two_seconds.is_met(&MeasureRow { low: None, ..row(30.0, 1.0, 10) }));
    }

    #[test]
    fn a_quarter_of_the_estimate_asks_for_a_fifth_of_it() {
        let quarter = goal("mean_wait[queue billing] ± 25% relative");
        assert!(quarter.is_met(&row(10.0, 2.0, 10)));
        assert!(!quarter.is_met(&row(10.0, 2.25, 10)));
    }

    #[test]
    fn a_thing_that_is_not_there_is_named_with_those_that_are() {
        let rows = [row(1.0, 1.0, 10)];
        assert!(goal("mean_wait[queue billing] ± 2s").find(&rows).is_ok());
        let error = goal("mean_wait[queue bills] ± 2s").find(&rows).expect_err("no such queue").to_string();
        assert_eq!(error, "found `queue bills`, expected one of `queue billing`, which have `mean_wait`");
    }
}
