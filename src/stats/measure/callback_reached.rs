//! Share of calls that reach the customer.

use super::{Entry, Field, Formula, Measure, Rule, STAY_SCOPES, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "callback_reached",
    "share of the calls made to customers who had accepted a callback that they answered",
    "callback_reached ± 1%",
    Measure {
        unit: Unit::Share,
        variants: "",
        rules: &[Rule {
            of: STAY_SCOPES,
            formula: Formula::Ratio { above: &[Field::CallbackReached], below: &[Field::CallbackDialled] },
            shown: Shown::InTotal,
        }],
    },
);
