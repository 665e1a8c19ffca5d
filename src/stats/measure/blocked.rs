//! Busy tones: contacts refused for want of a line, a port or a waiting place.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, QUEUE, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "blocked",
    "contacts, and for a queue stays, refused with a busy tone for want of a line, a port or a waiting place",
    "blocked ± 5% relative",
    Measure {
        unit: Unit::Contacts,
        variants: "For a queue only its own waiting places count.",
        rules: &[
            Rule {
                of: CONTACT_SCOPES,
                formula: Formula::PerReplication(&[Field::OutcomeBlocked]),
                shown: Shown::ByInterval,
            },
            Rule { of: QUEUE, formula: Formula::PerReplication(&[Field::GradeBlocked]), shown: Shown::InTotal },
        ],
    },
);
