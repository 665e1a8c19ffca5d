//! Share of callbacks accepted.

use super::sums::CALLBACKS_OFFERED;
use super::{Entry, Field, Formula, Measure, Rule, STAY_SCOPES, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "callback_acceptance",
    "share of the customers offered a callback who accepted",
    "callback_acceptance ± 1%",
    Measure {
        unit: Unit::Share,
        variants: "",
        rules: &[Rule {
            of: STAY_SCOPES,
            formula: Formula::Ratio { above: &[Field::CallbackAccepted], below: CALLBACKS_OFFERED },
            shown: Shown::InTotal,
        }],
    },
);
