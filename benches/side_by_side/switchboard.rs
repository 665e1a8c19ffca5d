//! Switchboard itself: the two scenarios under `scenarios/scale`, read, played and counted as the command line does it,
//! on one thread.

use std::path::Path;

use ::switchboard::plan::Plan;
use ::switchboard::record::Summary;
use ::switchboard::scenario::Scenario;
use ::switchboard::study::{Study, Watch};

use super::cpu_time::timed;
use super::outcome::{Measures, Outcome, Workload};

/// Share of the five days of a replication that lies after the 200 minutes of its warm-up.
const COUNTED: f64 = 7_000.0 / 7_200.0;

/// Plays as many replications as give so many contacts on average.
pub(crate) fn switchboard(workload: Workload, seed: u64, contacts: u64) -> Result<Outcome, String> {
    let (file, expected) = match workload {
        Workload::W1 => ("w1-one-hundred-agents.toml", 144_000),
        Workload::W2 => ("w2-ten-skills.toml", 684_000),
    };
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/scale").join(file);
    let (scenario, _) = Scenario::read(&path, &[]).map_err(|_| format!("`{file}` cannot be read"))?;
    let plan = Plan::new(scenario);
    let study = Study { seed, replications: 0..(contacts / expected).max(1), ..Study::new(&plan) };
    let (outcome, seconds) = timed(|| study.run(&Watch::nobody()));
    let evidence = outcome.map_err(|error| error.to_string())?.evidence;
    let measures = measures(&evidence.summary(study.confidence));
    let counted = (evidence.contacts as f64 * COUNTED) as u64;
    Ok(Outcome { seconds, contacts: evidence.contacts, counted, measures })
}

fn measures(summary: &Summary) -> Measures {
    let total = |measure: &str| {
        let mut rows = summary.measures.iter();
        rows.find(|row| row.measure == measure && row.of == "all" && row.interval_start.is_none())?.mean
    };
    Measures {
        mean_wait: total("mean_wait").map(|seconds| seconds / 60.0),
        waited: total("answered_at_once").map(|share| 1.0 - share),
        abandoned: total("abandonment"),
        in_time: total("service_level"),
        first_skill: None,
    }
}
