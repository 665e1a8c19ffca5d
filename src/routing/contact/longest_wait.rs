//! The longest in the queue first.

use super::{ContactKey, Entry, Make, entry};
use crate::record::{Telling, Unit};

pub(super) const ENTRY: Entry<Make> = entry(
    |_| Ok(ContactKey::LongestWait),
    "longest-wait",
    "the contact that has waited longest in its queue, with the waiting time it was credited at entry",
    "[\"longest-wait\"]",
);

/// How its numbers are told.
pub(super) const TOLD: Telling = Telling::new("waiting for {}", Unit::Span);
