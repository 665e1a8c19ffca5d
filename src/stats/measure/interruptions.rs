//! Interruptions: contacts put on hold for others.

use super::{Entry, Field, Formula, Measure, Rule, STAY_SCOPES, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "interruptions",
    "times that work on a contact was put on hold for a contact of another channel",
    "interruptions ± 5% relative",
    Measure {
        unit: Unit::Contacts,
        variants: "Booked with the contact that was interrupted; one that is interrupted twice counts twice.",
        rules: &[Rule {
            of: STAY_SCOPES,
            formula: Formula::PerReplication(&[Field::Interruptions]),
            shown: Shown::ByInterval,
        }],
    },
);
