//! Customers done with.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "customers",
    "customers who will not come again about their matter",
    "customers ± 5% relative",
    Measure {
        unit: Unit::Customers,
        variants: "Booked when their last contact arrived; all attempts about one matter are one customer.",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::PerReplication(&[Field::CustomersGone]),
            shown: Shown::InTotal,
        }],
    },
);
