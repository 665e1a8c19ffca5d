//! Time lost in offers that came to nothing.

use super::{AGENT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "offer_time_lost",
    "time in which contacts rang at agents who did not answer them, over contacts answered",
    "offer_time_lost ± 1s",
    Measure {
        unit: Unit::Seconds,
        variants: "Time of each agent counts, also of those who lose a race for a contact.",
        rules: &[Rule {
            of: AGENT_SCOPES,
            formula: Formula::Ratio { above: &[Field::OfferTimeLost], below: &[Field::AgentAnswered] },
            shown: Shown::InTotal,
        }],
    },
);
