//! The longest queue first.

use super::{Entry, QueueKey, entry};
use crate::record::{Telling, Unit};

pub(super) const ENTRY: Entry<QueueKey> = entry(
    QueueKey::LongestQueue,
    "longest-queue",
    "the queue in which most contacts wait, whoever may serve them",
    "[\"longest-queue\"]",
);

/// How its numbers are told.
pub(super) const TOLD: Telling = Telling::new("{} in its queue", Unit::Count("contact"));
