//! Share of callbacks that came when promised.

use super::{Entry, Field, Formula, Measure, Rule, STAY_SCOPES, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "callbacks_kept",
    "share of the callbacks done that came within the wait that was expected at the acceptance, and what \
     `within` grants",
    "callbacks_kept ± 1%",
    Measure {
        unit: Unit::Share,
        variants: "",
        rules: &[Rule {
            of: STAY_SCOPES,
            formula: Formula::Ratio { above: &[Field::CallbackInTime], below: &[Field::CallbackConnected] },
            shown: Shown::InTotal,
        }],
    },
);
