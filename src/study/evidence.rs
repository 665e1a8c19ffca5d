//! The evidence: everything a study has counted, with where it came from, so that it can be summarised, saved and
//! merged without its plan.

use std::fmt::Write as _;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::Study;
use crate::plan::Plan;
use crate::record::ScenarioHead;
use crate::scenario::{Limits, Method, Scenario};
use crate::stats::{Estimates, Layout, WaitsKept};
use crate::units::{Digest, Span};

/// Name and version of the saved form.
pub const EVIDENCE: &str = "switchboard.evidence/1";

/// What was asked for, as the summary names it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Source {
    /// Path of the scenario as given.
    pub file: String,
    /// Overrides as given, `path=value`.
    pub overrides: Vec<String>,
}

/// Everything a study has counted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// `EVIDENCE`.
    pub schema: String,
    /// Version of Switchboard that played it.
    pub version: String,
    /// Fingerprint of the checked scenario, without its title, its limits and how often it is played.
    pub fingerprint: String,
    /// What was played.
    pub scenario: ScenarioHead,
    /// Civil starts of the intervals.
    pub starts: Vec<String>,
    /// `replications` or `batch-means`.
    pub method: String,
    /// Names the chance.
    pub seed: u64,
    /// Probability that a confidence interval covers [0 to 1].
    pub confidence: f64,
    /// Threads that played.
    pub threads: usize,
    /// Numbers of the replications that were finished, in order.
    pub played: Vec<Range<u64>>,
    /// Contacts that arrived, warm-up included.
    pub contacts: u64,
    /// Events handled.
    pub events: u64,
    /// Time it took [seconds of the wall clock].
    pub wall_seconds: f64,
    /// Why fewer replications were played than asked for.
    pub note: Option<String>,
    /// Moments of every measure.
    pub estimates: Estimates,
}

impl Evidence {
    /// Everything that is known before it is played; the rest is empty.
    pub(super) fn of(study: &Study<'_>, layout: &Layout, estimates: Estimates) -> Self {
        let scenario = &study.plan.scenario;
        let civil = |interval| scenario.horizon.calendar.date_time_at(layout.starts(interval));
        Self {
            schema: EVIDENCE.to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            fingerprint: fingerprint(scenario),
            scenario: head(study.plan, &study.source, layout),
            starts: (0..estimates.shape().intervals).map(|interval| format!("{:.0}", civil(interval))).collect(),
            method: if study.batches() { "batch-means" } else { "replications" }.to_owned(),
            seed: study.seed,
            confidence: study.confidence.get(),
            threads: 1,
            played: Vec::new(),
            contacts: 0,
            events: 0,
            wall_seconds: 0.0,
            note: None,
            estimates,
        }
    }
}

/// What is played, as every record of it says.
pub(super) fn head(plan: &Plan, source: &Source, layout: &Layout) -> ScenarioHead {
    let scenario = &plan.scenario;
    ScenarioHead {
        name: scenario.name.clone(),
        title: scenario.title.clone(),
        question: scenario.question.clone(),
        file: source.file.clone(),
        overrides: source.overrides.clone(),
        start: format!("{:.0}", scenario.horizon.calendar.start),
        length: scenario.horizon.calendar.length.as_seconds(),
        interval: layout.interval.as_seconds(),
        warm_up: layout.warm_up.as_seconds(),
    }
}

/// A fingerprint of everything that decides what one replication does and counts.
fn fingerprint(scenario: &Scenario) -> String {
    let mut same = scenario.clone();
    (same.name, same.title, same.question) = (String::new(), String::new(), None);
    (same.replicate.count, same.replicate.seed) = (1, 0);
    (same.replicate.confidence, same.replicate.until) = (crate::units::Share::ZERO, None);
    same.limits = Limits { events: 0, contacts_present: 0, memory: 0 };
    if same.replicate.method == Method::BatchMeans {
        (same.horizon.interval, same.horizon.wait_quantiles) = (Span::ZERO, WaitsKept::Together);
    }
    let mut words = Words(Digest::default());
    // Taking words in has no way to fail.
    let _ = write!(words, "{same:?}");
    words.0.to_string()
}

/// Takes in text as it is written.
struct Words(Digest);

impl std::fmt::Write for Words {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        text.bytes().for_each(|byte| self.0.add(u64::from(byte)));
        Ok(())
    }
}
