//! Mean wrap-up time.

use super::sums::ANSWERED;
use super::{Entry, Field, Formula, Measure, Rule, STAY_SCOPES, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "wrap_up_time",
    "wrap-up, over stays answered",
    "wrap_up_time ± 2s",
    Measure {
        unit: Unit::Seconds,
        variants: "Also called after-call work; those without any count as zero.",
        rules: &[Rule {
            of: STAY_SCOPES,
            formula: Formula::Ratio { above: &[Field::WrapUp], below: ANSWERED },
            shown: Shown::InTotal,
        }],
    },
);
