//! Attempts that a person answered.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "live_answers",
    "attempts that a person answered who was not taken for a machine",
    "live_answers ± 5% relative",
    Measure {
        unit: Unit::Calls,
        variants: "",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::PerReplication(&[Field::DialLive]),
            shown: Shown::ByInterval,
        }],
    },
);
