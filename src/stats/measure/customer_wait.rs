//! Wait per customer over all attempts.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "customer_wait",
    "time in queues over all attempts, for each customer who will not come again",
    "customer_wait ± 2s",
    Measure {
        unit: Unit::Seconds,
        variants: "",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::Ratio { above: &[Field::CustomerWait], below: &[Field::CustomersGone] },
            shown: Shown::InTotal,
        }],
    },
);
