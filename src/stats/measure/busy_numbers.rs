//! Attempts that found the line busy.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "busy_numbers",
    "attempts that found the customer's line busy",
    "busy_numbers ± 5% relative",
    Measure {
        unit: Unit::Calls,
        variants: "",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::PerReplication(&[Field::DialBusy]),
            shown: Shown::InTotal,
        }],
    },
);
