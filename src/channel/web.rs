//! The web: live, without agents as a rule.

use super::{Channel, Entry, entry};

pub(super) const ENTRY: Entry<Channel> = entry(
    Channel { name: "web", live: true, at_once: 1, priority: 6 },
    "a visit to a site or an app, which mostly walks through a flow of self-service: live, and whoever comes to a \
     queue waits in front of a screen; an agent holds one at a time",
    "\"web\"",
);
