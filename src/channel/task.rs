//! Tasks: deferred work without a customer in front of it.

use super::{Channel, Entry, entry};

pub(super) const ENTRY: Entry<Channel> = entry(
    Channel { name: "task", live: false, at_once: 1, priority: 9 },
    "deferred work that nobody waits for on the line: a case, a form, an order; an agent handles one at a time, after \
     everything else, and it may give way to all of that (`room.interruptible_by`)",
    "\"task\"",
);
