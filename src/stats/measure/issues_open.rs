//! Issues open.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "issues_open",
    "issues that had not ended when the run had",
    "issues_open ± 5% relative",
    Measure {
        unit: Unit::Customers,
        variants: "",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::PerReplication(&[Field::IssueOpen]),
            shown: Shown::ByInterval,
        }],
    },
);
