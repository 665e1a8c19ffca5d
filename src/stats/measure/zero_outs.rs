//! Customers who want no machine.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "zero_outs",
    "visits to flows that ended because the customer asked for an agent",
    "zero_outs ± 5% relative",
    Measure {
        unit: Unit::Contacts,
        variants: "Also called opt-outs.",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::PerReplication(&[Field::ExitZeroOut]),
            shown: Shown::InTotal,
        }],
    },
);
