//! Mean talk time.

use super::sums::ANSWERED;
use super::{Entry, Field, Formula, Measure, Rule, STAY_SCOPES, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "talk_time",
    "talk, over stays answered",
    "talk_time ± 2s",
    Measure {
        unit: Unit::Seconds,
        variants: "",
        rules: &[Rule {
            of: STAY_SCOPES,
            formula: Formula::Ratio { above: &[Field::Talk], below: ANSWERED },
            shown: Shown::InTotal,
        }],
    },
);
