//! Agents on a break.

use super::{AGENT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "on_break",
    "agents on a break, averaged over time",
    "on_break ± 0.5",
    Measure {
        unit: Unit::Agents,
        variants: "",
        rules: &[Rule { of: AGENT_SCOPES, formula: Formula::TimeAverage(&[Field::AgentBreak]), shown: Shown::InTotal }],
    },
);
