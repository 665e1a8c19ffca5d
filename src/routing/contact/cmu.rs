//! The dearest to keep waiting for the work it takes first (the c-mu rule).

use super::{ContactKey, Entry, Make, entry};
use crate::record::{Telling, Unit};

pub(super) const ENTRY: Entry<Make> = entry(
    |_| Ok(ContactKey::Cmu),
    "cmu",
    "the contact of the type whose `waiting_cost` over its mean handle time (talk and wrap-up at normal speed) is \
     largest: the c-mu rule, the cheapest for one agent and patient customers where every minute of waiting costs the \
     same (Cox and Smith, Queues, 1961)",
    "[\"cmu\"]",
);

/// How its numbers are told.
pub(super) const TOLD: Telling = Telling::new("waiting costs {} an hour for each minute of work", Unit::Number);
