//! Time to resolution.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "time_to_resolution",
    "time from the first contact to the end of an issue that was resolved",
    "time_to_resolution ± 2s",
    Measure {
        unit: Unit::Seconds,
        variants: "",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::Ratio { above: &[Field::IssueTime], below: &[Field::IssueResolved] },
            shown: Shown::InTotal,
        }],
    },
);
