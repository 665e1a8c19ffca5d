//! Mean wait over answered and abandoned stays; Little's law holds for it where every stay is one of the two.

use super::sums::DECIDED;
use super::{Entry, Field, Formula, Measure, Rule, STAY_SCOPES, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "mean_wait",
    "time in the queue, over stays answered or abandoned",
    "mean_wait ± 1s",
    Measure {
        unit: Unit::Seconds,
        variants: "The clock runs from entering the queue to the answer or the hang-up. `asa` leaves the abandoned \
         out.",
        rules: &[Rule {
            of: STAY_SCOPES,
            formula: Formula::Ratio { above: &[Field::WaitAnswered, Field::WaitAbandoned], below: DECIDED },
            shown: Shown::ByInterval,
        }],
    },
);
