//! High effort.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "high_effort",
    "share of ended issues with a further contact, a transfer or something explained again",
    "high_effort ± 1%",
    Measure {
        unit: Unit::Share,
        variants: "",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::Ratio {
                above: &[Field::IssueHard],
                below: &[Field::IssueResolved, Field::IssueGivenUp, Field::IssueSentAway],
            },
            shown: Shown::ByInterval,
        }],
    },
);
