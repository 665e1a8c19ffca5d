//! Reconnects: contacts that came again after being served.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "reconnects",
    "contacts that came again because the first answer did not settle the matter",
    "reconnects ± 5% relative",
    Measure {
        unit: Unit::Contacts,
        variants: "Also called repeat calls.",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::PerReplication(&[Field::ArrivedReconnect]),
            shown: Shown::InTotal,
        }],
    },
);
