//! Consultations.

use super::{Entry, Field, Formula, Measure, Rule, STAY_SCOPES, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "consultations",
    "talks in which the agent asked somebody of another queue, and went on alone",
    "consultations ± 5% relative",
    Measure {
        unit: Unit::Contacts,
        variants: "",
        rules: &[Rule {
            of: STAY_SCOPES,
            formula: Formula::PerReplication(&[Field::TransferConsult]),
            shown: Shown::ByInterval,
        }],
    },
);
