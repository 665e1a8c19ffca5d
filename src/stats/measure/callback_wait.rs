//! Wait for a callback.

use super::{Entry, Field, Formula, Measure, Rule, STAY_SCOPES, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "callback_wait",
    "time from the acceptance of a callback until an agent had the customer on the line, over those \
     connected",
    "callback_wait ± 30s",
    Measure {
        unit: Unit::Seconds,
        variants: "It is the wait of customers who hung up, and never counts as zero: neither here nor in `asa`, to \
     which the stay in the queue of the callback counts from the acceptance on. Leave them out of `asa` \
     and service levels by giving callbacks a queue of their own.",
        rules: &[Rule {
            of: STAY_SCOPES,
            formula: Formula::Ratio { above: &[Field::CallbackWait], below: &[Field::CallbackConnected] },
            shown: Shown::InTotal,
        }],
    },
);
