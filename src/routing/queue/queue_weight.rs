//! The heaviest queue first.

use super::{Entry, QueueKey, entry};

pub(super) const ENTRY: Entry<QueueKey> = entry(
    QueueKey::QueueWeight,
    "queue-weight",
    "the queue of the largest `weight`, however many wait there",
    "[\"queue-weight\"]",
);
