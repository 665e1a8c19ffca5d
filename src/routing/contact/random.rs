//! Any, each equally likely.

use super::{ContactKey, Entry, Make, entry};

pub(super) const ENTRY: Entry<Make> = entry(
    |_| ContactKey::Random,
    "random",
    "each equally likely: contacts go by a number that is drawn once for each of them, the same under every other \
     rule",
    "[\"random\"]",
);
