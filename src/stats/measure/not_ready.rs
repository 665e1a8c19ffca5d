//! Agents who are not ready after a missed contact.

use super::{AGENT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "not_ready",
    "agents not ready after a missed contact, averaged over time",
    "not_ready ± 0.5",
    Measure {
        unit: Unit::Agents,
        variants: "",
        rules: &[Rule {
            of: AGENT_SCOPES,
            formula: Formula::TimeAverage(&[Field::AgentNotReady]),
            shown: Shown::InTotal,
        }],
    },
);
