//! Mean time to abandon: the waits of those who left.

use super::sums::ABANDONED;
use super::{Entry, Field, Formula, Measure, Rule, STAY_SCOPES, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "mean_time_to_abandon",
    "time in the queue, over stays abandoned",
    "mean_time_to_abandon ± 1s",
    Measure {
        unit: Unit::Seconds,
        variants: "This is not the mean patience: those who were answered would have waited longer.",
        rules: &[Rule {
            of: STAY_SCOPES,
            formula: Formula::Ratio { above: &[Field::WaitAbandoned], below: ABANDONED },
            shown: Shown::InTotal,
        }],
    },
);
