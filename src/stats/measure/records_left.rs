//! Records that are left at the end.

use super::{CONTACT_SCOPES, Entry, Field, Formula, Measure, Rule, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "records_left",
    "records that were never dialled, or were to be dialled again, or under way when the run ended",
    "records_left ± 5% relative",
    Measure {
        unit: Unit::Records,
        variants: "",
        rules: &[Rule {
            of: CONTACT_SCOPES,
            formula: Formula::PerReplication(&[
                Field::RecordNotTried,
                Field::RecordToBeRetried,
                Field::RecordUnfinished,
            ]),
            shown: Shown::InTotal,
        }],
    },
);
