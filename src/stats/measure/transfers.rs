//! Transfers.

use super::{Entry, Field, Formula, Measure, Rule, STAY_SCOPES, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "transfers",
    "talks that ended in a transfer, cold or warm",
    "transfers ± 5% relative",
    Measure {
        unit: Unit::Contacts,
        variants: "",
        rules: &[Rule {
            of: STAY_SCOPES,
            formula: Formula::PerReplication(&[Field::TransferCold, Field::TransferWarm]),
            shown: Shown::ByInterval,
        }],
    },
);
