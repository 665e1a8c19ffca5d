//! Contacts per customer.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "contacts_per_customer",
    "contacts that a customer needed before being served or giving up",
    "contacts_per_customer ± 0.05",
    Measure {
        unit: Unit::Contacts,
        variants: "",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::Ratio { above: &[Field::CustomerAttempts], below: &[Field::CustomersGone] },
            shown: Shown::InTotal,
        }],
    },
);
