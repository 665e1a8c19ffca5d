//! An answer: rows of a keyword, words, a number and its unit.

use serde_json::{Map, Value, json};

use super::super::failure::Failure;
use super::super::output::{print, print_json};
use super::super::values::Printed;
use crate::units::Span;

/// How a number is to be read.
#[derive(Debug, Clone, Copy)]
pub(super) enum Number {
    /// Whole things.
    Count(u64),
    /// A mean of things.
    Amount(f64),
    /// From 0 to 1.
    Share(f64),
    /// Seconds; absent when nobody has such a time.
    Seconds(Option<f64>),
}

/// One row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    /// The name in JSON.
    pub(super) key: &'static str,
    /// What it is, for people.
    pub(super) words: &'static str,
    /// How much.
    pub(super) number: Number,
}

/// A row.
pub(super) const fn row(key: &'static str, words: &'static str, number: Number) -> Row {
    Row { key, words, number }
}

/// Prints the rows of a model.
pub(super) fn show(model: &str, rows: &[Row], printed: Printed) -> Result<(), Failure> {
    match printed {
        Printed::Json => {
            let numbers: Map<String, Value> = rows.iter().map(|row| (row.key.to_owned(), row.number.json())).collect();
            print_json(&json!({ "model": model, "answer": numbers }))
        }
        Printed::Table => {
            let line = |row: &Row| format!("  {:<30}{:>12}\n", row.words, row.number.words());
            print(&format!("{model}\n{}", rows.iter().map(line).collect::<String>()))
        }
    }
}

impl Number {
    fn json(self) -> Value {
        match self {
            Self::Count(count) => json!(count),
            Self::Amount(number) | Self::Share(number) => json!(number),
            Self::Seconds(seconds) => json!(seconds),
        }
    }

    fn words(self) -> String {
        match self {
            Self::Count(count) => count.to_string(),
            Self::Amount(number) => format!("{number:.2}"),
            Self::Share(share) => format!("{:.2}%", share * 100.0),
            Self::Seconds(None) => "–".to_owned(),
            Self::Seconds(Some(seconds)) if seconds < 60.0 => format!("{seconds:.2}s"),
            Self::Seconds(Some(seconds)) => Span::seconds(seconds.round()).to_string(),
        }
    }
}
