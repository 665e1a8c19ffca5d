//! Occupancy: the busy share of the time agents could be busy.

use super::sums::HANDLING;
use super::{AGENT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "occupancy",
    "time talking and wrapping up, out of that and time available or ringing",
    "occupancy ± 1%",
    Measure {
        unit: Unit::Share,
        variants: "Breaks and not being ready count on neither side; an agent with one contact is as busy as one with three.",
        rules: &[Rule {
            of: AGENT_SCOPES,
            formula: Formula::Ratio {
                above: HANDLING,
                below: &[Field::AgentTalking, Field::AgentWrapUp, Field::AgentAvailable, Field::AgentRinging],
            },
            shown: Shown::ByInterval,
        }],
    },
);
