//! Abandonment: the share of decided stays that the customer ended.

use super::sums::{ABANDONED, DECIDED};
use super::{Entry, Formula, Measure, Rule, STAY_SCOPES, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "abandonment",
    "stays abandoned, out of those answered or abandoned",
    "abandonment ± 0.5%",
    Measure {
        unit: Unit::Share,
        variants: "Others leave out short abandonments above the line, or on both sides, or divide by all contacts \
         that came.",
        rules: &[Rule {
            of: STAY_SCOPES,
            formula: Formula::Ratio { above: ABANDONED, below: DECIDED },
            shown: Shown::ByInterval,
        }],
    },
);
