//! Any, each equally likely.

use super::{ContactKey, Entry, Make, entry};

pub(super) const ENTRY: Entry<Make> = entry(
    |_| Ok(ContactKey::Random),
    "random",
    "each equally likely, at every decision anew; after keys that look at the wait, each line of one type, queue and \
     class counts once",
    "[\"random\"]",
);
