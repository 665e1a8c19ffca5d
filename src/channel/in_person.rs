//! In person: live, at a counter.

use super::{Channel, Entry, entry};

pub(super) const ENTRY: Entry<Channel> = entry(
    Channel { name: "in-person", live: true, at_once: 1, priority: 5 },
    "a customer at a counter, with a number or a booked time: live, and patience begins with the number; an agent \
     serves one at a time, and is interrupted by nothing that is not said",
    "\"in-person\"",
);
