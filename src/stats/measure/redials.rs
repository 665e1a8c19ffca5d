//! Redials: contacts that came again after not being served.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "redials",
    "contacts that came again after hanging up, a busy tone or a closed door",
    "redials ± 5% relative",
    Measure {
        unit: Unit::Contacts,
        variants: "Also called retrials.",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::PerReplication(&[Field::ArrivedRedial]),
            shown: Shown::ByInterval,
        }],
    },
);
