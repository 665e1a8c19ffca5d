//! Customers who leave a conversation.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "left_openly",
    "contacts whose customer closed a conversation by turns with an agent before it was done",
    "left_openly ± 5% relative",
    Measure {
        unit: Unit::Contacts,
        variants: "",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::PerReplication(&[Field::OutcomeLeftOpenly]),
            shown: Shown::InTotal,
        }],
    },
);
