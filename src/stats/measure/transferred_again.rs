//! Transferred again.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "transferred_again",
    "contacts that were transferred at least twice",
    "transferred_again ± 5% relative",
    Measure {
        unit: Unit::Contacts,
        variants: "",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::PerReplication(&[Field::PassedOnAgain]),
            shown: Shown::ByInterval,
        }],
    },
);
