//! The longest queue by weight first.

use super::{Entry, QueueKey, entry};
use crate::record::{Telling, Unit};

pub(super) const ENTRY: Entry<QueueKey> = entry(
    QueueKey::MaxWeight,
    "max-weight",
    "the queue whose `weight` times the number of contacts waiting is largest: the max-weight rule (Tassiulas and \
     Ephremides, IEEE Transactions on Automatic Control 37, 1992)",
    "[\"max-weight\"]",
);

/// How its numbers are told.
pub(super) const TOLD: Telling = Telling::new("length times weight of its queue {}", Unit::Number);
