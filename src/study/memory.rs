//! Memory that counting takes, known before anything is played.

use super::{Study, StudyError};
use crate::stats::{Estimates, Layout, Shape};

/// What a row of estimates grows to, against its own size, when it is summarised and written in every format.
const REPORTED: u64 = 16;

/// How many threads are useful and fit into the scenario's limit on memory, and what to say if that is fewer than
/// asked for.
pub(super) fn threads(study: &Study<'_>, layout: &Layout, shape: &Shape) -> Result<(usize, Vec<String>), StudyError> {
    let limit = study.plan.scenario.limits.memory;
    let estimates = Estimates::bytes_needed(shape);
    let (each, once) = (layout.bytes().saturating_add(estimates), estimates.saturating_mul(1 + REPORTED));
    let fitting = limit.saturating_sub(once) / each.max(1);
    if fitting == 0 {
        return Err(StudyError::Memory { needed: each.saturating_add(once), limit });
    }
    let runs = if study.batches() { 1 } else { study.replications.end - study.replications.start };
    let useful = (study.threads.max(1) as u64).min(runs);
    let warning = (fitting < useful).then(|| {
        format!(
            "played on {fitting} threads instead of {useful}, so that counting stays within `limits.memory` of {}",
            size(limit)
        )
    });
    Ok((useful.min(fitting) as usize, warning.into_iter().collect()))
}

/// An amount of memory as people read it.
pub(super) fn size(bytes: u64) -> String {
    let mebibytes = bytes as f64 / 1_048_576.0;
    if mebibytes < 0.1 { format!("{bytes} B") } else { format!("{mebibytes:.1} MiB") }
}
