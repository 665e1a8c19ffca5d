//! Issues given up.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "issues_given_up",
    "issues whose customer did not get what was wanted and does not try again",
    "issues_given_up ± 5% relative",
    Measure {
        unit: Unit::Customers,
        variants: "",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::PerReplication(&[Field::IssueGivenUp]),
            shown: Shown::ByInterval,
        }],
    },
);
