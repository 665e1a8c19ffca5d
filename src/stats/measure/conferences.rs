//! Conferences.

use super::{Entry, Field, Formula, Measure, Rule, STAY_SCOPES, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "conferences",
    "talks into which the agent took somebody of another queue, who stayed with both",
    "conferences ± 5% relative",
    Measure {
        unit: Unit::Contacts,
        variants: "",
        rules: &[Rule {
            of: STAY_SCOPES,
            formula: Formula::PerReplication(&[Field::TransferConference]),
            shown: Shown::ByInterval,
        }],
    },
);
