//! Agents staffed.

use super::sums::STAFFED;
use super::{AGENT_SCOPES, Entry, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "staffed",
    "agents at work, on a break or past the end of their shift, averaged over time",
    "staffed ± 0.5",
    Measure {
        unit: Unit::Agents,
        variants: "",
        rules: &[Rule { of: AGENT_SCOPES, formula: Formula::TimeAverage(STAFFED), shown: Shown::ByInterval }],
    },
);
