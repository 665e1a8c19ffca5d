//! Mean queue length.

use super::{Entry, Field, Formula, Measure, Rule, Shown, Unit, WAITING_SCOPES, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "queue_length",
    "contacts waiting, averaged over time",
    "queue_length ± 0.5",
    Measure {
        unit: Unit::Contacts,
        variants: "",
        rules: &[Rule {
            of: WAITING_SCOPES,
            formula: Formula::TimeAverage(&[Field::QueueArea]),
            shown: Shown::ByInterval,
        }],
    },
);
