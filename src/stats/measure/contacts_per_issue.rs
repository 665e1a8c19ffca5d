//! Contacts per issue.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "contacts_per_issue",
    "contacts that an ended issue took, of whatever type",
    "contacts_per_issue ± 5% relative",
    Measure {
        unit: Unit::Contacts,
        variants: "",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::Ratio {
                above: &[Field::IssueContacts],
                below: &[Field::IssueResolved, Field::IssueGivenUp, Field::IssueSentAway],
            },
            shown: Shown::InTotal,
        }],
    },
);
