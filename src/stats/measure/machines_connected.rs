//! Machines that were taken for a person.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "machines_connected",
    "machines that answered and were taken for a person",
    "machines_connected ± 5% relative",
    Measure {
        unit: Unit::Calls,
        variants: "",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::PerReplication(&[Field::DialTakenForLive]),
            shown: Shown::InTotal,
        }],
    },
);
