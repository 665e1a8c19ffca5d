//! Time lost.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "time_lost",
    "time that the customer of an ended issue waited in queues, and explained again what others knew",
    "time_lost ± 2s",
    Measure {
        unit: Unit::Seconds,
        variants: "",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::Ratio {
                above: &[Field::IssueLost],
                below: &[Field::IssueResolved, Field::IssueGivenUp, Field::IssueSentAway],
            },
            shown: Shown::InTotal,
        }],
    },
);
