//! Records with a bad number.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "records_bad",
    "records whose number there is not",
    "records_bad ± 5% relative",
    Measure {
        unit: Unit::Records,
        variants: "",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::PerReplication(&[Field::RecordBadNumber]),
            shown: Shown::InTotal,
        }],
    },
);
