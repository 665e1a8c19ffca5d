//! Replication: how often the scenario is played, with which chance, and how sure the answer is to be.

use crate::units::Share;

/// How often a scenario is played.
#[derive(Debug, Clone)]
pub struct Replicate {
    /// How observations are made independent.
    pub method: Method,
    /// First replication, counted from 0.
    pub first: u64,
    /// Number of replications; with batch means, number of batches of the one long run. At least 1.
    pub count: u64,
    /// Names the chance: same seed, same numbers.
    pub seed: u64,
    /// Probability that a confidence interval covers.
    pub confidence: Share,
}

/// How observations are made independent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Every replication plays the whole horizon from an empty centre.
    Replications,
    /// One long run after its warm-up is cut into batches of equal length.
    BatchMeans,
}
