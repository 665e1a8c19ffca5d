//! Self-service that only seemed to help.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "falsely_contained",
    "visits to flows that self-service seemed to settle, and whose customer comes back about it",
    "falsely_contained ± 5% relative",
    Measure {
        unit: Unit::Contacts,
        variants: "Those who would come back beyond the horizon count too.",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::PerReplication(&[Field::ExitFalselyContained]),
            shown: Shown::InTotal,
        }],
    },
);
