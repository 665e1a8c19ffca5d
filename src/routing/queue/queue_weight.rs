//! The heaviest queue first.

use super::{Entry, QueueKey, entry};
use crate::record::{Telling, Unit};

pub(super) const ENTRY: Entry<QueueKey> = entry(
    QueueKey::QueueWeight,
    "queue-weight",
    "the queue of the largest `weight`, however many wait there",
    "[\"queue-weight\"]",
);

/// How its numbers are told.
pub(super) const TOLD: Telling = Telling::new("its queue weighs {}", Unit::Number);
