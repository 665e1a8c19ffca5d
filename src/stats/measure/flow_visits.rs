//! Visits to flows.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "flow_visits",
    "visits of contacts to flows, before service or in its place; one that goes on in another flow counts once",
    "flow_visits ± 5% relative",
    Measure {
        unit: Unit::Contacts,
        variants: "",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::PerReplication(&[Field::FlowVisits]),
            shown: Shown::InTotal,
        }],
    },
);
