//! Records whose customer was served.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "records_reached",
    "records whose customer was served by an agent",
    "records_reached ± 5% relative",
    Measure {
        unit: Unit::Records,
        variants: "",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::PerReplication(&[Field::RecordReached]),
            shown: Shown::InTotal,
        }],
    },
);
