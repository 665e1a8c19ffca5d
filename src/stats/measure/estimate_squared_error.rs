//! The squares of what estimates of the wait were off.

use super::sums::FORETOLD;
use super::{Entry, Field, Formula, Measure, Rule, STAY_SCOPES, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "estimate_squared_error",
    "square of the difference between the wait foretold to a contact as it began to wait and the wait \
     that came, over those answered",
    "estimate_squared_error ± 100",
    Measure {
        unit: Unit::SquaredSeconds,
        variants: "The mean square error; its root is the root mean square error.",
        rules: &[Rule {
            of: STAY_SCOPES,
            formula: Formula::Ratio { above: &[Field::ForetoldSquares], below: FORETOLD },
            shown: Shown::InTotal,
        }],
    },
);
