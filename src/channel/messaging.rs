//! Messaging: deferred, in turns over hours and days.

use super::{Channel, Entry, entry};

pub(super) const ENTRY: Entry<Channel> = entry(
    Channel { name: "messaging", live: false, at_once: 5, priority: 7 },
    "a conversation by messenger or SMS over hours or days: deferred, for the customer puts the phone away; an agent \
     holds five at once, and with `turns` or `pauses` those whose customer is silent take no room",
    "\"messaging\"",
);
