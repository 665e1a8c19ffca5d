//! Revenue at risk.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "revenue_at_risk",
    "what customers are worth who mean to leave, by the links that `[experience]` states",
    "revenue_at_risk ± 5% relative",
    Measure {
        unit: Unit::Money,
        variants: "",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::PerReplication(&[Field::IssueWorth]),
            shown: Shown::ByInterval,
        }],
    },
);
