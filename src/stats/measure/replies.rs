//! Turns of agents.

use super::{Entry, Field, Formula, Measure, Rule, STAY_SCOPES, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "replies",
    "replies of agents to customers, in conversations by turns",
    "replies ± 5% relative",
    Measure {
        unit: Unit::Contacts,
        variants: "",
        rules: &[Rule { of: STAY_SCOPES, formula: Formula::PerReplication(&[Field::Replies]), shown: Shown::InTotal }],
    },
);
