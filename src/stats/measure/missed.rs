//! Missed: contacts that rang in vain.

use super::{AGENT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "missed",
    "contacts that rang in vain at somebody; they went back to their place and may have rung again",
    "missed ± 5% relative",
    Measure {
        unit: Unit::Contacts,
        variants: "Also called ring no answer. Customers who hang up while it rings do not count.",
        rules: &[Rule {
            of: AGENT_SCOPES,
            formula: Formula::PerReplication(&[Field::AgentMissed]),
            shown: Shown::ByInterval,
        }],
    },
);
