//! Self-service that did what was wanted.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "resolved",
    "visits to flows that self-service settled, and whose customer does not come back about it",
    "resolved ± 5% relative",
    Measure {
        unit: Unit::Contacts,
        variants: "",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::PerReplication(&[Field::ExitResolved]),
            shown: Shown::InTotal,
        }],
    },
);
