//! Agents busy.

use super::sums::HANDLING;
use super::{AGENT_SCOPES, Entry, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "busy",
    "agents talking or wrapping up, averaged over time",
    "busy ± 0.5",
    Measure {
        unit: Unit::Agents,
        variants: "",
        rules: &[Rule { of: AGENT_SCOPES, formula: Formula::TimeAverage(HANDLING), shown: Shown::ByInterval }],
    },
);
