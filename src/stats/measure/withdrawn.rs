//! Taken back while they waited.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "withdrawn",
    "deferred contacts taken back because their customer was served by another contact meanwhile",
    "withdrawn ± 5% relative",
    Measure {
        unit: Unit::Contacts,
        variants: "In their queue they are sent elsewhere: `flow_outs`.",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::PerReplication(&[Field::OutcomeWithdrawn]),
            shown: Shown::InTotal,
        }],
    },
);
