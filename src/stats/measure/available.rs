//! Agents available.

use super::{AGENT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "available",
    "agents waiting for a contact, averaged over time",
    "available ± 0.5",
    Measure {
        unit: Unit::Agents,
        variants: "Also called idle or ready.",
        rules: &[Rule {
            of: AGENT_SCOPES,
            formula: Formula::TimeAverage(&[Field::AgentAvailable]),
            shown: Shown::InTotal,
        }],
    },
);
