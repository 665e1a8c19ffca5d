//! Contacts that came out of others.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "follow_ups",
    "contacts that came out of one of another type: messages, and customers sent to this channel",
    "follow_ups ± 5% relative",
    Measure {
        unit: Unit::Contacts,
        variants: "",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::PerReplication(&[Field::ArrivedFollowUp]),
            shown: Shown::InTotal,
        }],
    },
);
