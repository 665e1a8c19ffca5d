//! The comparison: one plain record of what several configurations have in common and where they differ, from which
//! every table, file and chart of a comparison is made.

use serde::{Deserialize, Serialize};

use super::ScenarioHead;

/// Name and version of the comparison's format; the number grows when a reader of the old one would misread the new one.
pub const COMPARISON: &str = "switchboard.compare/1";

/// What a comparison found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// `COMPARISON`.
    pub schema: String,
    /// How it was played.
    pub run: CompareHead,
    /// What was played, in the order given; the first is the base.
    pub configurations: Vec<ConfigurationRow>,
    /// Each measure of each configuration.
    pub estimates: Vec<EstimateRow>,
    /// Each measure of each two configurations: those against the base first.
    pub differences: Vec<DifferenceRow>,
    /// Measures that some configurations do not have.
    pub missing: Vec<MissingRow>,
    /// The best, if one was asked for.
    pub selection: Option<Selection>,
}

/// How it was played.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CompareHead {
    /// Replications of each configuration behind estimates and differences.
    pub replications: u64,
    /// Number of the first replication.
    pub first: u64,
    /// Names the chance, which all configurations share.
    pub seed: u64,
    /// Threads that played.
    pub threads: usize,
    /// Probability that all differences lie in their intervals together [0 to 1].
    pub confidence: f64,
    /// Number of differences that this is shared among.
    pub comparisons: u64,
    /// Probability that one difference alone lies in its interval [0 to 1].
    pub each: f64,
    /// Time it took [seconds of the wall clock].
    pub wall_seconds: f64,
    /// Version of Switchboard.
    pub version: String,
    /// Why fewer replications were played than asked for.
    pub note: Option<String>,
    /// What is legal but suspect in what was compared.
    pub warnings: Vec<String>,
}

/// One configuration.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ConfigurationRow {
    /// Short name that no other one has.
    pub name: String,
    /// What was played.
    pub scenario: ScenarioHead,
    /// Replications played, those for the selection included.
    pub played: u64,
    /// Contacts that arrived in them, warm-up included.
    pub contacts: u64,
    /// Events handled in them.
    pub events: u64,
    /// Fingerprint of what the measures were made from.
    pub digest: String,
}

/// One number of one configuration.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EstimateRow {
    /// Keyword of the measure.
    pub measure: String,
    /// Kind of thing it is about: `all`, `queue`, `contacts`, `channel`, `team`.
    pub of: String,
    /// Name of that thing; empty for `all`.
    pub name: String,
    /// Name of the configuration.
    pub configuration: String,
    /// The estimate; `None` when nothing happened that it could be made from.
    pub mean: Option<f64>,
    /// Lower end of its own confidence interval, as a run gives it.
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
    /// Unit of the three numbers.
    pub unit: String,
    /// Replications behind it.
    pub replications: u64,
}

/// One measure of two configurations.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DifferenceRow {
    /// Keyword of the measure.
    pub measure: String,
    /// Kind of thing it is about.
    pub of: String,
    /// Name of that thing; empty for `all`.
    pub name: String,
    /// Name of the configuration.
    pub configuration: String,
    /// Name of the one it is held against.
    pub against: String,
    /// `configuration` less `against`; `None` when one of them has no estimate.
    pub difference: Option<f64>,
    /// Lower end of the simultaneous confidence interval.
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
    /// Unit of the three numbers; a share is meant in points.
    pub unit: String,
    /// What the interval says.
    pub verdict: Verdict,
    /// Which way the measure is better: `less`, `more`, or `None` where that depends on who is asked.
    pub better: Option<String>,
    /// Variance of the difference of independent replications over that of these; `None` when this has none.
    pub variance_reduction: Option<f64>,
    /// Replications behind it.
    pub replications: u64,
}

/// What the interval of a difference says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// All of it lies above zero: a real difference.
    Higher,
    /// All of it lies below zero: a real difference.
    Lower,
    /// It holds zero: there may be a difference or none.
    NotShown,
    /// Both counted the same in every replication.
    Identical,
    /// There is no interval.
    Unknown,
}

impl Verdict {
    /// Whether the difference is real.
    pub const fn is_real(self) -> bool {
        matches!(self, Self::Higher | Self::Lower)
    }
}

/// A measure that some configurations do not have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MissingRow {
    /// The measure as it was asked for: `mean_wait[queue billing]`.
    pub measure: String,
    /// Names of the configurations without it.
    pub configurations: Vec<String>,
}

/// The search for the best configuration.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Selection {
    /// The procedure: `KN`.
    pub procedure: String,
    /// Keyword of the measure.
    pub measure: String,
    /// Kind of thing it is about.
    pub of: String,
    /// Name of that thing; empty for `all`.
    pub name: String,
    /// Unit of its numbers.
    pub unit: String,
    /// Which way it is better: `less` or `more`.
    pub better: String,
    /// Smallest difference that matters [unit].
    pub indifference: f64,
    /// Least probability that the best is found, if it is better than all others by the indifference [0 to 1].
    pub confidence: f64,
    /// Whether that holds for normal observations as it stands (`true`), or for many replications (`false`).
    pub exact: bool,
    /// Replications of the first stage.
    pub first: u64,
    /// The constant η of the procedure.
    pub eta: f64,
    /// Replications after which it would have been over whatever happened.
    pub longest: u64,
    /// Most replications that were allowed.
    pub most: u64,
    /// The best; `None` while several are left.
    pub best: Option<String>,
    /// Looks at which somebody dropped out, in order.
    pub stages: Vec<StageRow>,
    /// Each configuration.
    pub contenders: Vec<ContenderRow>,
}

/// A look at which somebody dropped out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StageRow {
    /// Replications of everybody until then.
    pub replications: u64,
    /// Names of those who dropped out.
    pub out: Vec<String>,
    /// Names of those who were left.
    pub left: Vec<String>,
}

/// One configuration in the search for the best.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ContenderRow {
    /// Name of the configuration.
    pub configuration: String,
    /// Replications that the procedure used.
    pub replications: u64,
    /// Estimate over these [unit].
    pub mean: Option<f64>,
    /// Name of the configuration it fell behind; `None` for those who are left.
    pub behind: Option<String>,
}
