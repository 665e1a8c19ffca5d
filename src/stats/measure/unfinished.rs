//! Unfinished: still there when the run was cut.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, QUEUE, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "unfinished",
    "contacts, and for a queue stays, still there when the run was cut",
    "unfinished ± 5",
    Measure {
        unit: Unit::Contacts,
        variants: "A number that matters says that the horizon should be drained or that the centre is overloaded.",
        rules: &[
            Rule {
                of: CONTACT_SCOPES,
                formula: Formula::PerReplication(&[Field::OutcomeUnfinished]),
                shown: Shown::InTotal,
            },
            Rule { of: QUEUE, formula: Formula::PerReplication(&[Field::GradeUnfinished]), shown: Shown::InTotal },
        ],
    },
);
