//! Idle time of agents between contacts.

use super::{AGENT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "idle_between_contacts",
    "time that agents are available, over contacts that they answered",
    "idle_between_contacts ± 1s",
    Measure {
        unit: Unit::Seconds,
        variants: "Diallers are paced to keep it short.",
        rules: &[Rule {
            of: AGENT_SCOPES,
            formula: Formula::Ratio { above: &[Field::AgentAvailable], below: &[Field::AgentAnswered] },
            shown: Shown::ByInterval,
        }],
    },
);
