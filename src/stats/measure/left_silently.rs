//! Conversations closed after a silence.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "left_silently",
    "contacts by turns that were closed because the customer had said nothing for long",
    "left_silently ± 5% relative",
    Measure {
        unit: Unit::Contacts,
        variants: "Whether the customer had gone or only took that long is not known to the centre, and not told \
                 apart here.",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::PerReplication(&[Field::OutcomeLeftSilently]),
            shown: Shown::InTotal,
        }],
    },
);
