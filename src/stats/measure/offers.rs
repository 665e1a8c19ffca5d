//! Offers: how often contacts rang at agents.

use super::sums::OFFERS;
use super::{AGENT_SCOPES, Entry, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "offers",
    "how often contacts rang at agents",
    "offers ± 5% relative",
    Measure {
        unit: Unit::Contacts,
        variants: "Also called reservations, alerts or presentations. A contact that rings at five agents counts five times; one that is answered at once, without ringing, does not count.",
        rules: &[Rule { of: AGENT_SCOPES, formula: Formula::PerReplication(OFFERS), shown: Shown::InTotal }],
    },
);
