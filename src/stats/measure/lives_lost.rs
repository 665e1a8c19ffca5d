//! Persons who were taken for a machine.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "lives_lost",
    "persons who answered, were taken for a machine and heard nobody",
    "lives_lost ± 5% relative",
    Measure {
        unit: Unit::Calls,
        variants: "",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::PerReplication(&[Field::DialTakenForMachine]),
            shown: Shown::InTotal,
        }],
    },
);
