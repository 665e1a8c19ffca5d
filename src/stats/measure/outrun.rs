//! Outrun: offers that others answered first.

use super::{AGENT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "outrun",
    "offers that ended because another agent answered first",
    "outrun ± 5% relative",
    Measure {
        unit: Unit::Contacts,
        variants: "A contact that rings at five agents and is answered counts four times.",
        rules: &[Rule {
            of: AGENT_SCOPES,
            formula: Formula::PerReplication(&[Field::OfferOutrun]),
            shown: Shown::InTotal,
        }],
    },
);
