//! Replication: how often the scenario is played, with which chance, and how sure the answer is to be.

use super::section::{default, optional};
use crate::family::{Choice, Complaint, Kind, Setting, Settings};
use crate::stats::until::Goal;
use crate::units::Share;

/// How often a scenario is played.
#[derive(Debug, Clone)]
pub struct Replicate {
    /// How observations are made independent.
    pub method: Method,
    /// Number of replications; with batch means, number of batches of the one long run. At least 1.
    pub count: u64,
    /// Names the chance: same seed, same numbers.
    pub seed: u64,
    /// Probability that a confidence interval covers.
    pub confidence: Share,
    /// Precision at which to stop early, as written: `service_level ± 1%`.
    pub until: Option<String>,
}

/// How observations are made independent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Every replication plays the whole horizon from an empty centre.
    Replications,
    /// One long run after its warm-up is cut into batches of equal length.
    BatchMeans,
}

pub(super) static SETTINGS: &[Setting] = &[
    default("method", Kind::Choice(METHODS), "\"replications\"", "how observations are made independent"),
    default("count", Kind::Count(1, 1_000_000_000), "20", "number of replications, or of batches"),
    default("seed", Kind::Count(0, u64::MAX), "1", "names the chance: same seed, same numbers"),
    default("confidence", Kind::Share, "\"95%\"", "probability that a confidence interval covers, above 0 and below 1"),
    optional("until", Kind::Text, "precision at which to stop before `count`, such as \"service_level ± 1%\""),
];

const METHODS: &[Choice] = &[
    Choice { word: "replications", summary: "every replication plays the whole horizon from an empty centre" },
    Choice { word: "batch-means", summary: "one long run, cut after its warm-up into batches of equal length" },
];

/// How often to play, by these settings.
pub(super) fn build(settings: &Settings) -> Result<Replicate, Complaint> {
    let confidence = settings.share("confidence");
    if confidence == Share::ZERO || confidence == Share::ONE {
        let text = format!("a confidence of `{confidence}` has no interval, expected one between 0% and 100%");
        return Err(Complaint::about("confidence", text).help("95% is usual"));
    }
    let until = settings.find_text("until");
    if let Some(Err(error)) = until.as_deref().map(str::parse::<Goal>) {
        return Err(Complaint::about("until", error.to_string()));
    }
    let method = if settings.choice("method") == "batch-means" { Method::BatchMeans } else { Method::Replications };
    let (count, seed) = (settings.count("count"), settings.count("seed"));
    Ok(Replicate { method, count, seed, confidence, until })
}
