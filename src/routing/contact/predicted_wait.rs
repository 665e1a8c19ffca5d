//! The longest predicted wait first.

use super::{ContactKey, Entry, Make, entry};
use crate::record::{Telling, Unit};

pub(super) const ENTRY: Entry<Make> = entry(
    |_| Ok(ContactKey::PredictedWait),
    "predicted-wait",
    "the contact that will have waited longest if it is passed over now: its wait plus the mean of the last ten times \
     that passed, while somebody waited in its queue, until an agent took a contact from there; nothing is added before \
     the first. Another estimate is an expression over `wait` and `further_wait`. Worked out at every decision for one \
     contact of each type, queue and class",
    "[\"predicted-wait\"]",
);

/// How its numbers are told.
pub(super) const TOLD: Telling = Telling::new("should wait for {} in all", Unit::Span);
