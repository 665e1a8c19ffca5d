//! Turned away because it was closed.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "closed",
    "contacts refused or sent away because it was closed",
    "closed ± 5% relative",
    Measure {
        unit: Unit::Contacts,
        variants: "",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::PerReplication(&[Field::OutcomeClosed]),
            shown: Shown::InTotal,
        }],
    },
);
