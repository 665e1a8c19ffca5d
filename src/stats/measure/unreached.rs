//! Customers who were never reached.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "unreached",
    "contacts whose customer was to be called back and could not be reached, or not in time",
    "unreached ± 5",
    Measure {
        unit: Unit::Contacts,
        variants: "",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::PerReplication(&[Field::OutcomeUnreached]),
            shown: Shown::InTotal,
        }],
    },
);
