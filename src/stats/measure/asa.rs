//! Average speed of answer.

use super::sums::ANSWERED;
use super::{Entry, Field, Formula, Measure, Rule, STAY_SCOPES, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "asa",
    "time in the queue, over stays answered (average speed of answer)",
    "asa ± 1s",
    Measure {
        unit: Unit::Seconds,
        variants: "Others add ringing or announcements before the queue, or count callbacks as zero; here the clock \
         runs from entering the queue to the answer.",
        rules: &[Rule {
            of: STAY_SCOPES,
            formula: Formula::Ratio { above: &[Field::WaitAnswered], below: ANSWERED },
            shown: Shown::ByInterval,
        }],
    },
);
