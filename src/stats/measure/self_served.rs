//! Self-service: contacts that wanted no agent in the end.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "self_served",
    "contacts that self-service settled without an agent",
    "self_served ± 5% relative",
    Measure {
        unit: Unit::Contacts,
        variants: "",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::PerReplication(&[Field::OutcomeSelfServed]),
            shown: Shown::InTotal,
        }],
    },
);
