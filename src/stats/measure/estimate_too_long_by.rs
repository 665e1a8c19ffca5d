//! By how much estimates of the wait were too long.

use super::sums::FORETOLD;
use super::{Entry, Field, Formula, Measure, Rule, STAY_SCOPES, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "estimate_too_long_by",
    "by how much longer a wait was foretold to a contact than came, over those answered, with those too \
     short counting as zero",
    "estimate_too_long_by ± 2s",
    Measure {
        unit: Unit::Seconds,
        variants: "Less `estimate_too_short_by` it is the mean error.",
        rules: &[Rule {
            of: STAY_SCOPES,
            formula: Formula::Ratio { above: &[Field::ForetoldAbove], below: FORETOLD },
            shown: Shown::InTotal,
        }],
    },
);
