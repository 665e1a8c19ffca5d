//! The queue farthest below its share of the agent's work first.

use super::{Entry, QueueKey, entry};
use crate::record::{Telling, Unit};

pub(super) const ENTRY: Entry<QueueKey> = entry(
    QueueKey::ShareDeficit,
    "share-deficit",
    "the queue whose `target` for the agent's team exceeds its share of the agent's work most: of all work in contacts \
     that are over since the agent came; a queue without a target counts as served to its share",
    "[\"share-deficit\"]",
);

/// How its numbers are told.
pub(super) const TOLD: Telling =
    Telling::new("its share is {} below its target", Unit::Share).below("its share is {} above its target");
