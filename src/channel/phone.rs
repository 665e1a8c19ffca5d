//! The phone: live, one call at a time.

use super::{Channel, Entry, entry};

pub(super) const ENTRY: Entry<Channel> = entry(
    Channel { name: "phone", live: true, at_once: 1, priority: 5 },
    "a call: live, the customer waits on the line and may hang up, patience begins in the queue; an agent holds one \
     at a time, from the answer to the end",
    "\"phone\"",
);
