//! The summary: one plain record of what a study found, from which every table, file and chart is made.

use serde::{Deserialize, Serialize};

/// Name and version of the summary's format; the number grows when a reader of the old one would misread the new one.
pub const SCHEMA: &str = "switchboard.summary/1";

/// What a study found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    /// `SCHEMA`.
    pub schema: String,
    /// What was played.
    pub scenario: ScenarioHead,
    /// How it was played.
    pub run: RunHead,
    /// What was measured: totals first, then by interval; in the order of the scenario.
    pub measures: Vec<MeasureRow>,
}

/// What was played.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ScenarioHead {
    /// Short name.
    pub name: String,
    /// Title for people.
    pub title: String,
    /// The question it answers.
    pub question: Option<String>,
    /// Path of the file as given.
    pub file: String,
    /// Overrides as given, `path=value`.
    pub overrides: Vec<String>,
    /// Civil start, `YYYY-MM-DDTHH:MM:SS`.
    pub start: String,
    /// Length of the horizon [seconds].
    pub length: f64,
    /// Length of a reporting interval [seconds].
    pub interval: f64,
    /// Time left out at the start [seconds].
    pub warm_up: f64,
}

/// How it was played.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RunHead {
    /// Independent observations behind the numbers: replications, or batches.
    pub replications: u64,
    /// `replications` or `batch-means`.
    pub method: String,
    /// Number of the first replication.
    pub first: u64,
    /// Names the chance.
    pub seed: u64,
    /// Threads that played.
    pub threads: usize,
    /// Probability that an interval covers [0 to 1].
    pub confidence: f64,
    /// Contacts that arrived in all replications, warm-up included.
    pub contacts: u64,
    /// Events handled in all replications.
    pub events: u64,
    /// Time it took [seconds of the wall clock].
    pub wall_seconds: f64,
    /// Version of Switchboard.
    pub version: String,
    /// Fingerprint of everything that was counted: equal numbers, equal digest, whatever the number of threads.
    pub digest: String,
    /// Why fewer replications were played than asked for, or a limit was met.
    pub note: Option<String>,
}

/// One number, with what it is about and how sure it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MeasureRow {
    /// Keyword of the measure.
    pub measure: String,
    /// Kind of thing it is about: `all`, `queue`, `contacts`, `channel`, `team`.
    pub of: String,
    /// Name of that thing; empty for `all`.
    pub name: String,
    /// Civil start of the interval; `None` for the whole horizon after the warm-up.
    pub interval_start: Option<String>,
    /// The estimate; `None` when nothing happened that it could be made from.
    pub mean: Option<f64>,
    /// Lower end of the confidence interval; `None` with fewer than two observations.
    pub low: Option<f64>,
    /// Upper end of the confidence interval.
    pub high: Option<f64>,
    /// Unit of the three numbers: `s`, `share`, `contacts`, `agents`, `h`, `money`, …
    pub unit: String,
    /// Observations behind the estimate.
    pub replications: u64,
}
