//! Warm transfers.

use super::{Entry, Field, Formula, Measure, Rule, STAY_SCOPES, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "warm_transfers",
    "transfers at which the agent stayed until somebody else answered",
    "warm_transfers ± 5% relative",
    Measure {
        unit: Unit::Contacts,
        variants: "",
        rules: &[Rule {
            of: STAY_SCOPES,
            formula: Formula::PerReplication(&[Field::TransferWarm]),
            shown: Shown::ByInterval,
        }],
    },
);
