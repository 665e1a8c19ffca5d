//! Satisfaction.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "satisfaction",
    "share of customers who are satisfied with their ended issue, by the links that `[experience]` states",
    "satisfaction ± 1%",
    Measure {
        unit: Unit::Share,
        variants: "",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::Ratio { above: &[Field::IssueSatisfied], below: &[Field::IssueFelt] },
            shown: Shown::ByInterval,
        }],
    },
);
