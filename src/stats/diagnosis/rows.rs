//! Diagnoses of many replications: exact sums, and rows with intervals.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Centre, Diagnosis, Diagnostic, Key, Observation};
use crate::stats::{Pair, Single, Student};
use crate::units::{Instant, Share};

/// Sums over replications.
#[derive(Debug, Clone, Default)]
pub struct Diagnoses {
    /// Replications that were heard.
    pub replications: u64,
    amounts: BTreeMap<Key, (Single, u64)>,
    shares: BTreeMap<Key, Pair>,
}

/// One number, with what it is about and how sure it is.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DiagnosticRow {
    /// Keyword of the diagnostic.
    pub diagnostic: &'static str,
    /// Kind of thing it is about: `queue` or `team`.
    pub of: &'static str,
    /// Name of that thing.
    pub name: String,
    /// The cause, for diagnostics that have several; empty for others.
    pub cause: &'static str,
    /// The estimate; `None` when nothing happened that it could be made from.
    pub mean: Option<f64>,
    /// Lower end of the confidence interval; `None` with fewer than two observations.
    pub low: Option<f64>,
    /// Upper end of the confidence interval.
    pub high: Option<f64>,
    /// Unit of the three numbers.
    pub unit: &'static str,
}

impl Diagnoses {
    /// Takes in one replication, which ended at this moment.
    pub fn absorb(&mut self, diagnosis: Diagnosis<'_>, end: Instant) {
        self.replications += 1;
        for (key, observation) in diagnosis.close(end) {
            match observation {
                Observation::Amount(amount) => {
                    let (single, times) = self.amounts.entry(key).or_default();
                    single.add(amount);
                    *times += 1;
                }
                Observation::Share(above, below) => self.shares.entry(key).or_default().add(above, below),
            }
        }
    }

    /// Takes in other replications.
    pub fn merge(&mut self, other: &Self) {
        self.replications += other.replications;
        for (key, (single, times)) in &other.amounts {
            let (mine, mine_times) = self.amounts.entry(*key).or_default();
            mine.merge(single);
            *mine_times += times;
        }
        for (key, pair) in &other.shares {
            self.shares.entry(*key).or_default().merge(pair);
        }
    }

    /// Every number with its interval: by diagnostic, then in the order of the scenario.
    pub fn rows(&self, centre: &Centre, confidence: Share) -> Vec<DiagnosticRow> {
        let mut student = Student::new(confidence);
        let mut rows: BTreeMap<Key, DiagnosticRow> = BTreeMap::new();
        for (key, (single, times)) in &self.amounts {
            // A cause that a replication does not know is a zero there; a spread that it does not have is none.
            let observations = if key.0 == Diagnostic::WorkloadSpread { *times } else { self.replications };
            rows.insert(*key, row(*key, student.mean(single, observations), centre));
        }
        for (key, pair) in &self.shares {
            rows.insert(*key, row(*key, student.ratio(pair, self.replications), centre));
        }
        rows.into_values().collect()
    }
}

fn row((diagnostic, of, cause): Key, estimate: Option<crate::stats::Estimate>, centre: &Centre) -> DiagnosticRow {
    let name = match diagnostic {
        Diagnostic::WorkloadSpread => centre.teams.get(of).cloned(),
        _ => centre.queues.get(of).map(|(name, _)| name.clone()),
    };
    let size = diagnostic.size();
    let end = |sign: f64| {
        let half = estimate.and_then(|estimate| estimate.half_width).filter(|half| half.is_finite());
        half.zip(estimate).map(|(half, estimate)| ((estimate.mean + sign * half) / size).max(0.0))
    };
    DiagnosticRow {
        diagnostic: diagnostic.keyword(),
        of: diagnostic.of(),
        name: name.unwrap_or_default(),
        cause,
        mean: estimate.map(|estimate| estimate.mean / size),
        low: end(-1.0),
        high: end(1.0),
        unit: diagnostic.unit(),
    }
}
