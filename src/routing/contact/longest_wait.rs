//! The longest in the queue first.

use super::{ContactKey, Entry, Make, entry};

pub(super) const ENTRY: Entry<Make> = entry(
    |_| Ok(ContactKey::LongestWait),
    "longest-wait",
    "the contact that has waited longest in its queue, with the waiting time it was credited at entry",
    "[\"longest-wait\"]",
);
