//! Accept time: how long answered contacts rang.

use super::{AGENT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "accept_time",
    "how long contacts rang at the agents who answered them, connecting included",
    "accept_time ± 1s",
    Measure {
        unit: Unit::Seconds,
        variants: "Also called agent accept time; some label it speed of answer, which counts from the queue.",
        rules: &[Rule {
            of: AGENT_SCOPES,
            formula: Formula::Ratio { above: &[Field::OfferTimeAnswered], below: &[Field::OfferAnswered] },
            shown: Shown::InTotal,
        }],
    },
);
