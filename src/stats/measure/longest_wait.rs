//! Longest wait that ended.

use super::sums::OFFERED;
use super::{Entry, Field, Formula, Measure, Rule, STAY_SCOPES, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "longest_wait",
    "longest wait that ended in a run, averaged over the runs in which anyone entered a queue",
    "longest_wait ± 5s",
    Measure {
        unit: Unit::Seconds,
        variants: "It grows with the length of the run; compare only equal horizons.",
        rules: &[Rule {
            of: STAY_SCOPES,
            formula: Formula::Maximum { of: Field::LongestWait, among: OFFERED },
            shown: Shown::ByInterval,
        }],
    },
);
