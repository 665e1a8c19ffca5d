//! Chat: live, several conversations at once.

use super::{Channel, Entry, entry};

pub(super) const ENTRY: Entry<Channel> = entry(
    Channel { name: "chat", live: true, at_once: 3, priority: 6 },
    "a conversation in writing: live, the customer waits in front of a screen and may leave, patience begins in the \
     queue; an agent holds three at once, and with `turns` their open turns share the agent",
    "\"chat\"",
);
