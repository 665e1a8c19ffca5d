//! The longest queue first.

use super::{Entry, QueueKey, entry};

pub(super) const ENTRY: Entry<QueueKey> = entry(
    QueueKey::LongestQueue,
    "longest-queue",
    "the queue in which most contacts wait, whoever may serve them",
    "[\"longest-queue\"]",
);
