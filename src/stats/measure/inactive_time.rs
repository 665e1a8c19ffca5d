//! Mean time inactive.

use super::sums::ANSWERED;
use super::{Entry, Field, Formula, Measure, Rule, STAY_SCOPES, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "inactive_time",
    "time in nobody's hands because the customer was silent for long, over stays answered",
    "inactive_time ± 2s",
    Measure {
        unit: Unit::Seconds,
        variants: "The silence before a contact becomes inactive is talk. Talk and handling time do not hold it.",
        rules: &[Rule {
            of: STAY_SCOPES,
            formula: Formula::Ratio { above: &[Field::Inactive], below: ANSWERED },
            shown: Shown::InTotal,
        }],
    },
);
