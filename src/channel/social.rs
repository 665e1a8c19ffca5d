//! Social media: deferred, in public.

use super::{Channel, Entry, entry};

pub(super) const ENTRY: Entry<Channel> = entry(
    Channel { name: "social", live: false, at_once: 2, priority: 7 },
    "public posts and comments: deferred, but seen by others while they wait; an agent handles two at once, before \
     mails; what goes on in private is a type of its own, by `messaging`",
    "\"social\"",
);
