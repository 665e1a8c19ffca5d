//! The queue of the longest wait first.

use super::{Entry, QueueKey, entry};
use crate::record::{Telling, Unit};

pub(super) const ENTRY: Entry<QueueKey> = entry(
    QueueKey::LongestWait,
    "longest-wait",
    "the queue whose first contact has waited longest, whoever may serve it; of several lines in a queue (a line \
     for each type and class) the longest wait at their heads counts",
    "[\"longest-wait\"]",
);

/// How its numbers are told.
pub(super) const TOLD: Telling = Telling::new("its queue has waited for {}", Unit::Span);
