//! Found closed by a flow.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "after_hours",
    "visits to flows that ended as they did because it was closed",
    "after_hours ± 5% relative",
    Measure {
        unit: Unit::Contacts,
        variants: "Contacts that queues turn away count in `closed`.",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::PerReplication(&[Field::ExitAfterHours]),
            shown: Shown::InTotal,
        }],
    },
);
