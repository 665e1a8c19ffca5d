//! Choices that were taken for another.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "misrouted",
    "visits to flows that led elsewhere than the customer chose",
    "misrouted ± 5% relative",
    Measure {
        unit: Unit::Contacts,
        variants: "",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::PerReplication(&[Field::ExitMisrouted]),
            shown: Shown::InTotal,
        }],
    },
);
