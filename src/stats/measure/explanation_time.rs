//! Explanation time.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "explanation_time",
    "time of talks in which customers of ended issues explained again what others knew",
    "explanation_time ± 5% relative",
    Measure {
        unit: Unit::Hours,
        variants: "",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::PerReplication(&[Field::IssueExplaining]),
            shown: Shown::ByInterval,
        }],
    },
);
