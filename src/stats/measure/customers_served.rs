//! Share of customers served in the end.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "customers_served",
    "customers whose last contact was served or self-served, out of customers who will not come again",
    "customers_served ± 1%",
    Measure {
        unit: Unit::Share,
        variants: "",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::Ratio { above: &[Field::CustomersServed], below: &[Field::CustomersGone] },
            shown: Shown::InTotal,
        }],
    },
);
