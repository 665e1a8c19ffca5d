//! Post: deferred, on paper.

use super::{Channel, Entry, entry};

pub(super) const ENTRY: Entry<Channel> = entry(
    Channel { name: "post", live: false, at_once: 1, priority: 9 },
    "letters and forms on paper: deferred, counted in days of business; an agent handles one at a time, which may \
     give way to anything live (`room.interruptible_by`)",
    "\"post\"",
);
