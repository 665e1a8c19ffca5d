//! Callbacks offered.

use super::sums::CALLBACKS_OFFERED;
use super::{Entry, Formula, Measure, Rule, STAY_SCOPES, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "callbacks_offered",
    "customers who were offered a callback",
    "callbacks_offered ± 5",
    Measure {
        unit: Unit::Contacts,
        variants: "",
        rules: &[Rule { of: STAY_SCOPES, formula: Formula::PerReplication(CALLBACKS_OFFERED), shown: Shown::InTotal }],
    },
);
