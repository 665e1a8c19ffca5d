//! Attempts that a machine answered.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "machine_answers",
    "attempts that a machine answered and that was known for one, or that a person answered who was taken for one",
    "machine_answers ± 5% relative",
    Measure {
        unit: Unit::Calls,
        variants: "What the dialler believes; `lives_lost` says how often it is wrong.",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::PerReplication(&[Field::DialMachine, Field::DialTakenForMachine]),
            shown: Shown::InTotal,
        }],
    },
);
