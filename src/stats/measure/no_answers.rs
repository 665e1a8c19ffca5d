//! Attempts that nobody answered.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "no_answers",
    "attempts that nobody answered",
    "no_answers ± 5% relative",
    Measure {
        unit: Unit::Calls,
        variants: "",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::PerReplication(&[Field::DialNoAnswer]),
            shown: Shown::InTotal,
        }],
    },
);
