//! Contacts served: by outcome, so that a transferred contact counts once.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "served",
    "contacts that ended after an agent served them",
    "served ± 5% relative",
    Measure {
        unit: Unit::Contacts,
        variants: "`answered` counts stays in queues; a contact answered in two queues counts twice there and once \
         here.",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::PerReplication(&[Field::OutcomeServed]),
            shown: Shown::InTotal,
        }],
    },
);
