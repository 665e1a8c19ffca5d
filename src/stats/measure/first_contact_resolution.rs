//! First-contact resolution.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "first_contact_resolution",
    "of ended issues that somebody or self-service handled, the share resolved by the first such contact",
    "first_contact_resolution ± 1%",
    Measure {
        unit: Unit::Share,
        variants: "",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::Ratio { above: &[Field::IssueByFirst], below: &[Field::IssueHandled] },
            shown: Shown::ByInterval,
        }],
    },
);
