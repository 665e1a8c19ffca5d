//! Balking: customers who leave at once on learning that nobody is free.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "balked",
    "contacts whose customer left at once on learning that nobody was free",
    "balked ± 5% relative",
    Measure {
        unit: Unit::Contacts,
        variants: "These stays count in `abandoned` too, with no wait.",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::PerReplication(&[Field::OutcomeBalked]),
            shown: Shown::InTotal,
        }],
    },
);
