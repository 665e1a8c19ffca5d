//! Cost per contact answered.

use super::{AGENT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "cost_per_contact",
    "cost of people present, over contacts their teams answered",
    "cost_per_contact ± 5% relative",
    Measure {
        unit: Unit::Money,
        variants: "Lines, self-service and lost customers cost nothing here.",
        rules: &[Rule {
            of: AGENT_SCOPES,
            formula: Formula::Ratio { above: &[Field::Cost], below: &[Field::AgentAnswered] },
            shown: Shown::InTotal,
        }],
    },
);
