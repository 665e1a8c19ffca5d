//! Intent to leave.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "intent_to_leave",
    "share of customers who mean to leave after their ended issue, by the links that `[experience]` states",
    "intent_to_leave ± 1%",
    Measure {
        unit: Unit::Share,
        variants: "",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::Ratio { above: &[Field::IssueLeaves], below: &[Field::IssueFelt] },
            shown: Shown::ByInterval,
        }],
    },
);
