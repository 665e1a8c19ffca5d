//! How far estimates of the wait were off.

use super::sums::FORETOLD;
use super::{Entry, Field, Formula, Measure, Rule, STAY_SCOPES, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "estimate_error",
    "by how much the wait foretold to a contact as it began to wait differed from the wait that came, \
     either way, over those answered",
    "estimate_error ± 2s",
    Measure {
        unit: Unit::Seconds,
        variants: "The mean absolute error. Only queues with an `estimator` have it. Those who gave up or were sent on \
     are left out: their wait would have been longer than it was, nobody knows by how much.",
        rules: &[Rule {
            of: STAY_SCOPES,
            formula: Formula::Ratio { above: &[Field::ForetoldAbove, Field::ForetoldBelow], below: FORETOLD },
            shown: Shown::InTotal,
        }],
    },
);
