//! First attempts: contacts that came by themselves.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "first_attempts",
    "contacts that came by themselves, so neither redials nor reconnects",
    "first_attempts ± 5% relative",
    Measure {
        unit: Unit::Contacts,
        variants: "",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::PerReplication(&[Field::ArrivedFirst]),
            shown: Shown::InTotal,
        }],
    },
);
