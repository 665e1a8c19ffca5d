//! A subject: the measure that is compared and the thing it is about, written `mean_wait[queue billing]` or
//! `mean_wait:billing`.
//!
//! It knows that the measure exists; whether a configuration has it, only [`super::Probe::find`] tells.

use std::fmt;
use std::str::FromStr;

use crate::stats::measure::Unit;
use crate::stats::until::{GoalError, amount, read_subject, unit_of};
use crate::stats::{ScopeKind, diagnosis};

/// One measure of one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// Keyword of the measure, or `service_level:NAME` for a further definition.
    pub measure: String,
    /// What kind of thing it is about.
    pub of: ScopeKind,
    /// Name of that thing; empty for the whole centre.
    pub name: String,
    /// Unit of its numbers.
    pub unit: Unit,
}

impl Subject {
    /// A measure of the whole centre; `keyword` is one of the list of measures.
    pub fn of_all(keyword: &str) -> Result<Self, GoalError> {
        keyword.parse()
    }

    /// An amount above zero of the measure, written in its unit: `2s`, `1%`, `5`.
    pub fn amount(&self, text: &str) -> Result<f64, GoalError> {
        amount(text, self.unit)
    }
}

impl FromStr for Subject {
    type Err = GoalError;

    fn from_str(text: &str) -> Result<Self, GoalError> {
        let text = text.trim();
        let named = |(measure, _): &(&str, &str)| measure.trim() == "service_level" || diagnosis::read(text).is_some();
        let queue = text.split_once(':').filter(|halves| !text.contains('[') && !named(halves));
        let (measure, of, name) = match queue {
            Some((measure, queue)) => read_subject(&format!("{}[queue {}]", measure.trim(), queue.trim()))?,
            None => read_subject(text)?,
        };
        let unit = unit_of(&measure)?;
        Ok(Self { measure, of, name, unit })
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.of {
            ScopeKind::All => out.write_str(&self.measure),
            of => write!(out, "{}[{} {}]", self.measure, of.word(), self.name),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (String, ScopeKind, String) {
        let subject: Subject = text.parse().unwrap_or_else(|error| panic!("{text}: {error}"));
        (subject.measure, subject.of, subject.name)
    }

    #[test]
    fn a_queue_stands_in_brackets_or_after_a_colon() {
        let of_queue = ("mean_wait".to_owned(), ScopeKind::Queue, "billing".to_owned());
        assert_eq!(read("mean_wait[queue billing]"), of_queue);
        assert_eq!(read("mean_wait:billing"), of_queue);
        assert_eq!(read(" occupancy [team front desk] ").2, "front desk");
        assert_eq!(read("mean_wait").1, ScopeKind::All);
        assert_eq!(read("service_level:strict").0, "service_level:strict");
    }

    #[test]
    fn a_subject_prints_as_it_is_written() {
        for text in ["mean_wait", "mean_wait[queue billing]", "service_level:strict"] {
            assert_eq!(text.parse::<Subject>().map(|subject| subject.to_string()).as_deref(), Ok(text));
        }
    }

    #[test]
    fn an_unknown_measure_is_met_with_the_nearest() {
        let error = "mean_wiat:billing".parse::<Subject>().expect_err("no measure").to_string();
        assert!(error.contains("did you mean `mean_wait`"), "{error}");
        assert!("mean_wait[room 1]".parse::<Subject>().is_err());
        assert!("".parse::<Subject>().is_err() && "mean_wait:".parse::<Subject>().is_err());
    }

    #[test]
    fn an_amount_is_read_in_the_unit() {
        let amount = |subject: &str, text: &str| subject.parse::<Subject>().expect("a measure").amount(text);
        assert_eq!(amount("mean_wait", "2s"), Ok(2.0));
        assert_eq!(amount("service_level", "1%"), Ok(0.01));
        assert_eq!(amount("cost", "5"), Ok(5.0));
        for (subject, text) in [("mean_wait", "2"), ("mean_wait", "0s"), ("cost", "-1"), ("cost", "5% relative")] {
            assert!(amount(subject, text).is_err(), "{subject} {text}");
        }
    }
}
