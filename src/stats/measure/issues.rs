//! Issues.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "issues",
    "issues, by their first contact: resolved, given up, sent away or still open",
    "issues ± 5% relative",
    Measure {
        unit: Unit::Customers,
        variants: "",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::PerReplication(&[
                Field::IssueResolved,
                Field::IssueGivenUp,
                Field::IssueSentAway,
                Field::IssueOpen,
            ]),
            shown: Shown::ByInterval,
        }],
    },
);
