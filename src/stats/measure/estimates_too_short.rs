//! Share of estimates that were too short.

use super::sums::FORETOLD;
use super::{Entry, Field, Formula, Measure, Rule, STAY_SCOPES, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "estimates_too_short",
    "share of the contacts foretold a wait and answered that waited longer than that",
    "estimates_too_short ± 1%",
    Measure {
        unit: Unit::Share,
        variants: "",
        rules: &[Rule {
            of: STAY_SCOPES,
            formula: Formula::Ratio { above: &[Field::ForetoldTooShort], below: FORETOLD },
            shown: Shown::InTotal,
        }],
    },
);
