//! Overtime.

use super::{AGENT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "overtime",
    "time worked past the end of shifts",
    "overtime ± 1h",
    Measure {
        unit: Unit::Hours,
        variants: "",
        rules: &[Rule {
            of: AGENT_SCOPES,
            formula: Formula::PerReplication(&[Field::AgentOvertime]),
            shown: Shown::InTotal,
        }],
    },
);
