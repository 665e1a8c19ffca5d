//! A request to be called: deferred, and an agent calls with the whole of their time.

use super::{Channel, Entry, entry};

pub(super) const ENTRY: Entry<Channel> = entry(
    Channel { name: "callback", live: false, at_once: 1, priority: 5 },
    "a request to be called, left on a page or by an app: deferred, for nobody waits on the line, and the wait may \
     run by business hours; an agent calls one customer at a time, before other deferred work. Those who waited on \
     the line first are the queue's own `callback`",
    "\"callback\"",
);
