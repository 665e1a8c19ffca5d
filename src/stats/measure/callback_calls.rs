//! Calls to customers who accepted a callback.

use super::{Entry, Field, Formula, Measure, Rule, STAY_SCOPES, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "callback_calls",
    "calls made to customers who had accepted a callback, answered or not",
    "callback_calls ± 5",
    Measure {
        unit: Unit::Contacts,
        variants: "",
        rules: &[Rule {
            of: STAY_SCOPES,
            formula: Formula::PerReplication(&[Field::CallbackDialled]),
            shown: Shown::InTotal,
        }],
    },
);
