//! Offers per contact.

use super::sums::OFFERS;
use super::{AGENT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "offers_per_contact",
    "how often contacts rang at agents, over contacts answered",
    "offers_per_contact ± 0.01",
    Measure {
        unit: Unit::Contacts,
        variants: "",
        rules: &[Rule {
            of: AGENT_SCOPES,
            formula: Formula::Ratio { above: OFFERS, below: &[Field::AgentAnswered] },
            shown: Shown::InTotal,
        }],
    },
);
