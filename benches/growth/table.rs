//! Figures in rows, as a Markdown table and as CSV.

use std::fmt::{self, Write as _};

/// One measurement.
#[derive(Debug, Clone)]
pub(crate) struct Figure {
    /// What was measured.
    pub(crate) question: &'static str,
    /// Of what.
    pub(crate) case: String,
    /// In which round.
    pub(crate) round: u64,
    /// How much.
    pub(crate) value: f64,
    /// Of what unit.
    pub(crate) unit: &'static str,
}

impl fmt::Display for Figure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}, {}: {} {}", self.question, self.case, rounded(self.value), self.unit)
    }
}

/// The table people read: medians, and how much that is of the first case of the same question.
pub(crate) fn markdown(figures: &[Figure]) -> String {
    let mut text = String::from("| question | case | median | of the first |\n|---|---|--:|--:|\n");
    let cases = figures.iter().filter(|figure| figure.round == 1);
    for Figure { question, case, unit, .. } in cases {
        let first = figures.iter().find(|figure| figure.question == *question);
        let base = first.map_or(f64::NAN, |first| median(figures, question, &first.case));
        let own = median(figures, question, case);
        // Writing to a string cannot fail.
        let _ = writeln!(text, "| {question} | {case} | {} {unit} | {:.2} |", rounded(own), own / base);
    }
    text
}

/// Every figure, one line each.
pub(crate) fn csv(figures: &[Figure]) -> String {
    let mut text = String::from("question,case,round,value,unit\n");
    for Figure { question, case, round, value, unit } in figures {
        let _ = writeln!(text, "\"{question}\",\"{case}\",{round},{value:.6},{unit}");
    }
    text
}

/// The median of a case over its rounds.
pub(crate) fn median(figures: &[Figure], question: &str, case: &str) -> f64 {
    let own = figures.iter().filter(|figure| figure.question == question && figure.case == case);
    let mut values: Vec<f64> = own.map(|figure| figure.value).collect();
    values.sort_by(f64::total_cmp);
    let last = values.len().saturating_sub(1);
    values.get(last / 2).map_or(f64::NAN, |low| f64::midpoint(*low, values[last.div_ceil(2)]))
}

/// Three digits or more.
fn rounded(value: f64) -> String {
    match value {
        value if value >= 100.0 => format!("{value:.0}"),
        value if value >= 10.0 => format!("{value:.1}"),
        value => format!("{value:.3}"),
    }
}
