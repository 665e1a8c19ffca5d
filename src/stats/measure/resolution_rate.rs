//! Resolution rate.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "resolution_rate",
    "share of ended issues that were resolved",
    "resolution_rate ± 1%",
    Measure {
        unit: Unit::Share,
        variants: "",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::Ratio {
                above: &[Field::IssueResolved],
                below: &[Field::IssueResolved, Field::IssueGivenUp, Field::IssueSentAway],
            },
            shown: Shown::ByInterval,
        }],
    },
);
