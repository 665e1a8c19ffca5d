//! Hang-ups inside a flow.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "hung_up_in_flow",
    "contacts whose customer hung up inside a flow",
    "hung_up_in_flow ± 5% relative",
    Measure {
        unit: Unit::Contacts,
        variants: "",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::PerReplication(&[Field::OutcomeHungUpInFlow]),
            shown: Shown::InTotal,
        }],
    },
);
