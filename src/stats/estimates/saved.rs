//! Estimates as they are saved, so that a later run can be merged with them exactly.
//!
//! Whole numbers stand as decimal text, because many readers of JSON round at 2^53. What is read is checked to be
//! complete before it becomes [`Estimates`].

use serde::{Deserialize, Serialize};

use super::super::diagnosis::DiagnosedRow;
use super::super::measure::MEASURES;
use super::super::moments::{Pair, Single};
use super::super::{ExtraLevel, Scope, WaitsKept, Wide};
use super::{Estimates, Shape};

/// Name and version of the saved form.
const SCHEMA: &str = "switchboard.estimates/1";

/// The saved form.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Saved {
    /// `SCHEMA`.
    schema: String,
    /// Keywords of the measures there were.
    measures: Vec<String>,
    /// Number of observations.
    observations: Wide<1>,
    /// The things.
    scopes: Vec<Scope>,
    /// The further service-level definitions.
    levels: Vec<ExtraLevel>,
    /// Number of intervals with rows.
    intervals: usize,
    /// Whether quantiles of waits have rows for each interval.
    #[serde(default)]
    waits_by_interval: bool,
    /// What is diagnosed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    diagnosed: Vec<DiagnosedRow>,
    /// Observations left out, sum and squares of each row with one number.
    singles: Vec<(Wide<1>, Wide<2>, Wide<3>)>,
    /// Sums, squares and products of each row with two numbers.
    pairs: Vec<(Wide<2>, Wide<2>, Wide<3>, Wide<3>, Wide<3>)>,
}

fn keywords() -> Vec<String> {
    MEASURES.entries.iter().map(|entry| entry.member.keyword.to_owned()).collect()
}

impl From<Estimates> for Saved {
    fn from(of: Estimates) -> Self {
        let single = |row: &Single| (row.left_out.into(), row.sum, row.squares);
        let pair = |row: &Pair| (row.above, row.below, row.above_squares, row.below_squares, row.products);
        Self {
            schema: SCHEMA.to_owned(),
            measures: keywords(),
            observations: of.observations.into(),
            singles: of.singles.iter().map(single).collect(),
            pairs: of.pairs.iter().map(pair).collect(),
            scopes: of.shape.scopes,
            diagnosed: of.shape.diagnosed,
            levels: of.shape.levels,
            intervals: of.shape.intervals,
            waits_by_interval: of.shape.waits == WaitsKept::ByInterval,
        }
    }
}

impl TryFrom<Saved> for Estimates {
    type Error = String;

    fn try_from(saved: Saved) -> Result<Self, String> {
        saved.check()?;
        let shape = saved.shape();
        let layout = super::Layout::of(&shape);
        let first = |count: &Wide<1>| count.words()[0];
        let single = |row: &(Wide<1>, _, _)| Single { left_out: first(&row.0), sum: row.1, squares: row.2 };
        let singles = saved.singles.iter().map(single).collect();
        let pairs = saved.pairs.iter().map(|&(above, below, above_squares, below_squares, products)| Pair {
            above,
            below,
            above_squares,
            below_squares,
            products,
        });
        Ok(Self { layout, observations: first(&saved.observations), singles, pairs: pairs.collect(), shape })
    }
}

impl Saved {
    /// What it is about.
    fn shape(&self) -> Shape {
        let waits = if self.waits_by_interval { WaitsKept::ByInterval } else { WaitsKept::Together };
        Shape {
            scopes: self.scopes.clone(),
            levels: self.levels.clone(),
            intervals: self.intervals,
            waits,
            diagnosed: self.diagnosed.clone(),
        }
    }

    /// Whether this version can read it and every row is there.
    fn check(&self) -> Result<(), String> {
        if self.schema != SCHEMA {
            return Err(format!("found schema `{}`, expected `{SCHEMA}`", self.schema));
        }
        if self.measures != keywords() {
            return Err("found other measures than this version has; run both parts with one version".to_owned());
        }
        let expected = self.shape().row_counts();
        let found = (self.singles.len() as u64, self.pairs.len() as u64);
        if expected != found {
            return Err(format!("found `{found:?}` rows, expected `{expected:?}`; the file is not complete"));
        }
        Ok(())
    }
}
