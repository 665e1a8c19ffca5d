//! Wrongly resolved.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "wrongly_resolved",
    "talks about ended issues that did not help while the customer believed so",
    "wrongly_resolved ± 5% relative",
    Measure {
        unit: Unit::Contacts,
        variants: "",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::PerReplication(&[Field::IssueMistaken]),
            shown: Shown::ByInterval,
        }],
    },
);
