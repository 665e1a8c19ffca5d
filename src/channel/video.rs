//! Video: live, the agent whole.

use super::{Channel, Entry, entry};

pub(super) const ENTRY: Entry<Channel> = entry(
    Channel { name: "video", live: true, at_once: 1, priority: 5 },
    "a call with a picture: live, and patience begins in the queue; an agent holds one at a time, and nothing beside \
     it",
    "\"video\"",
);
