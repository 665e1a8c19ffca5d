//! Callbacks done.

use super::{Entry, Field, Formula, Measure, Rule, STAY_SCOPES, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "callbacks",
    "customers called back who were connected to an agent",
    "callbacks ± 5",
    Measure {
        unit: Unit::Contacts,
        variants: "",
        rules: &[Rule {
            of: STAY_SCOPES,
            formula: Formula::PerReplication(&[Field::CallbackConnected]),
            shown: Shown::InTotal,
        }],
    },
);
