//! One-contact resolution.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "one_contact_resolution",
    "share of ended issues that were resolved by the only contact there was",
    "one_contact_resolution ± 1%",
    Measure {
        unit: Unit::Share,
        variants: "",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::Ratio {
                above: &[Field::IssueByOne],
                below: &[Field::IssueResolved, Field::IssueGivenUp, Field::IssueSentAway],
            },
            shown: Shown::ByInterval,
        }],
    },
);
