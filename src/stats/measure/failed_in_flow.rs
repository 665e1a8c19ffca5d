//! Steps that did not work.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "failed_in_flow",
    "visits to flows that went on to a queue or elsewhere because a step failed: attempts used up, data not found, a task not done",
    "failed_in_flow ± 5% relative",
    Measure {
        unit: Unit::Contacts,
        variants: "",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::PerReplication(&[Field::ExitFailed]),
            shown: Shown::InTotal,
        }],
    },
);
