//! Offers whose contact left while it rang.

use super::{AGENT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "offers_abandoned",
    "offers that ended because the customer hung up while it rang, or the centre sent the contact elsewhere",
    "offers_abandoned ± 5% relative",
    Measure {
        unit: Unit::Contacts,
        variants: "",
        rules: &[Rule {
            of: AGENT_SCOPES,
            formula: Formula::PerReplication(&[Field::OfferContactLeft]),
            shown: Shown::InTotal,
        }],
    },
);
