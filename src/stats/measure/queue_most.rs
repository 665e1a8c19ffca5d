//! Longest queue.

use super::{Entry, Field, Formula, Measure, Rule, Shown, Unit, WAITING_SCOPES, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "queue_most",
    "most contacts waiting at one time in a run, averaged over the runs",
    "queue_most ± 1",
    Measure {
        unit: Unit::Contacts,
        variants: "It grows with the length of the run; compare only equal horizons.",
        rules: &[Rule {
            of: WAITING_SCOPES,
            formula: Formula::Maximum { of: Field::QueueMost, among: &[] },
            shown: Shown::InTotal,
        }],
    },
);
