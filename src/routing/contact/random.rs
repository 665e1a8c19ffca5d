//! Any, each equally likely.

use super::{ContactKey, Entry, Make, entry};
use crate::record::{Telling, Unit};

pub(super) const ENTRY: Entry<Make> = entry(
    |_| Ok(ContactKey::Random),
    "random",
    "each equally likely, at every decision anew; after keys that look at the wait, each line of one type, queue and \
     class counts once",
    "[\"random\"]",
);

/// How its numbers are told.
pub(super) const TOLD: Telling = Telling::new("drawn at random", Unit::Number).drawn();
