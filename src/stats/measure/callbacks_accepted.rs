//! Callbacks accepted.

use super::{Entry, Field, Formula, Measure, Rule, STAY_SCOPES, Shown, Unit, entry};

pub(super) const ENTRY: Entry<Measure> = entry(
    "callbacks_accepted",
    "customers who accepted a callback, booked where it was offered",
    "callbacks_accepted ± 5",
    Measure {
        unit: Unit::Contacts,
        variants: "The stay in the queue that offered it ends as sent elsewhere (`flow_outs`), so that service levels \
     count it by their weight of that: `removed-of-queued` as served, `answered-of-offered` not at all.",
        rules: &[Rule {
            of: STAY_SCOPES,
            formula: Formula::PerReplication(&[Field::CallbackAccepted]),
            shown: Shown::InTotal,
        }],
    },
);
