//! Ejected: cut off by the centre while waiting.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, QUEUE, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "ejected",
    "contacts cut off by the centre after the longest wait it allows; for a queue stays, those cut off at closing \
     included",
    "ejected ± 5% relative",
    Measure {
        unit: Unit::Contacts,
        variants: "Asterisk logs such contacts as abandoned.",
        rules: &[
            Rule {
                of: CONTACT_SCOPES,
                formula: Formula::PerReplication(&[Field::OutcomeEjected]),
                shown: Shown::InTotal,
            },
            Rule { of: QUEUE, formula: Formula::PerReplication(&[Field::GradeEjected]), shown: Shown::InTotal },
        ],
    },
);
