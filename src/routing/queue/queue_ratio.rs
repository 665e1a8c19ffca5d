//! The queue that is too long for its share first.

use super::{Entry, QueueKey, entry};
use crate::record::{Telling, Unit};

pub(super) const ENTRY: Entry<QueueKey> = entry(
    QueueKey::QueueRatio,
    "queue-ratio",
    "the queue that exceeds its share of all waiting contacts most, where shares go by `weight`: the queue-ratio \
     rule (Gurvich and Whitt, Mathematics of Operations Research 34, 2009)",
    "[\"queue-ratio\"]",
);

/// How its numbers are told.
pub(super) const TOLD: Telling = Telling::new("its queue is {} beyond its share", Unit::Count("contact"))
    .below("its queue is {} short of its share");
