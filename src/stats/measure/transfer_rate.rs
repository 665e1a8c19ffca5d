//! Transfer rate.

use super::{Entry, Field, Formula, Measure, Rule, STAY_SCOPES, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "transfer_rate",
    "share of answered stays whose talk ended in a transfer, cold or warm",
    "transfer_rate ± 1%",
    Measure {
        unit: Unit::Share,
        variants: "",
        rules: &[Rule {
            of: STAY_SCOPES,
            formula: Formula::Ratio {
                above: &[Field::TransferCold, Field::TransferWarm],
                below: &[Field::GradeAnsweredInTime, Field::GradeAnsweredLate],
            },
            shown: Shown::ByInterval,
        }],
    },
);
