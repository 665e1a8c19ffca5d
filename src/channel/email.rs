//! E-mail: deferred work, one message at a time, behind everything live.

use super::{Channel, Entry, entry};

pub(super) const ENTRY: Entry<Channel> = entry(
    Channel { name: "email", live: false, at_once: 1, priority: 8 },
    "deferred work: nobody hangs up, and it waits through closed hours, by a clock of hours or days (`within-hours`); \
     an agent handles one at a time, after live contacts, and it may give way to them (`room.interruptible_by`)",
    "\"email\"",
);
