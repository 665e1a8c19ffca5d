//! Found busy: contacts that met a busy line.

use super::{AGENT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "found_busy",
    "contacts that found the line of the agent busy to whom they were offered",
    "found_busy ± 5% relative",
    Measure {
        unit: Unit::Contacts,
        variants: "",
        rules: &[Rule {
            of: AGENT_SCOPES,
            formula: Formula::PerReplication(&[Field::OfferBusy]),
            shown: Shown::InTotal,
        }],
    },
);
