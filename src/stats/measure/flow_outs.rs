//! Flow-outs: stays that the centre ended by sending the contact elsewhere.

use super::{Entry, Field, Formula, Measure, Rule, STAY_SCOPES, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "flow_outs",
    "stays in a queue that the centre ended by sending the contact elsewhere",
    "flow_outs ± 5% relative",
    Measure {
        unit: Unit::Contacts,
        variants: "Also called overflow; Genesys Cloud counts callbacks here.",
        rules: &[Rule {
            of: STAY_SCOPES,
            formula: Formula::PerReplication(&[Field::GradeFlowOutInTime, Field::GradeFlowOutLate]),
            shown: Shown::InTotal,
        }],
    },
);
