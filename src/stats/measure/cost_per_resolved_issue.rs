//! Cost per resolved issue.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "cost_per_resolved_issue",
    "what people cost while they handled issues that ended, for each that was resolved",
    "cost_per_resolved_issue ± 5% relative",
    Measure {
        unit: Unit::Money,
        variants: "",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::Ratio { above: &[Field::IssueCost], below: &[Field::IssueResolved] },
            shown: Shown::InTotal,
        }],
    },
);
