//! Rejected: contacts that agents declined.

use super::{AGENT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "rejected",
    "contacts that the agent declined to whom they were offered",
    "rejected ± 5% relative",
    Measure {
        unit: Unit::Contacts,
        variants: "Also called declined.",
        rules: &[Rule {
            of: AGENT_SCOPES,
            formula: Formula::PerReplication(&[Field::OfferRejected]),
            shown: Shown::InTotal,
        }],
    },
);
