//! Agents at whom a contact rings.

use super::{AGENT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "ringing",
    "agents at whom a contact rings, averaged over time",
    "ringing ± 0.5",
    Measure {
        unit: Unit::Agents,
        variants: "Also called alerting.",
        rules: &[Rule {
            of: AGENT_SCOPES,
            formula: Formula::TimeAverage(&[Field::AgentRinging]),
            shown: Shown::InTotal,
        }],
    },
);
