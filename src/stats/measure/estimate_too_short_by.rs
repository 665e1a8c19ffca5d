//! By how much estimates of the wait were too short.

use super::sums::FORETOLD;
use super::{Entry, Field, Formula, Measure, Rule, STAY_SCOPES, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "estimate_too_short_by",
    "by how much shorter a wait was foretold to a contact than came, over those answered, with those too \
     long counting as zero",
    "estimate_too_short_by ± 2s",
    Measure {
        unit: Unit::Seconds,
        variants: "`estimate_too_long_by` less this is the mean error.",
        rules: &[Rule {
            of: STAY_SCOPES,
            formula: Formula::Ratio { above: &[Field::ForetoldBelow], below: FORETOLD },
            shown: Shown::InTotal,
        }],
    },
);
