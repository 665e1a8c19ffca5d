//! Surveys answered.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "surveyed",
    "contacts whose customer answered a survey after the talk",
    "surveyed ± 5% relative",
    Measure {
        unit: Unit::Contacts,
        variants: "",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::PerReplication(&[Field::Surveyed]),
            shown: Shown::InTotal,
        }],
    },
);
