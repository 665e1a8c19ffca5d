//! Issues resolved.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "issues_resolved",
    "issues whose customer got what was wanted",
    "issues_resolved ± 5% relative",
    Measure {
        unit: Unit::Customers,
        variants: "",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::PerReplication(&[Field::IssueResolved]),
            shown: Shown::ByInterval,
        }],
    },
);
