//! Cost of people present.

use super::{AGENT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "cost",
    "cost of people present",
    "cost ± 5% relative",
    Measure {
        unit: Unit::Money,
        variants: "",
        rules: &[Rule { of: AGENT_SCOPES, formula: Formula::PerReplication(&[Field::Cost]), shown: Shown::InTotal }],
    },
);
