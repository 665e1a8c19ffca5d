//! Calls in vain by agents.

use super::{AGENT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "not_reached",
    "customers whom people of the team called back in vain",
    "not_reached ± 5",
    Measure {
        unit: Unit::Contacts,
        variants: "Their time is part of `offer_time_lost`.",
        rules: &[Rule {
            of: AGENT_SCOPES,
            formula: Formula::PerReplication(&[Field::OfferNotReached]),
            shown: Shown::InTotal,
        }],
    },
);
