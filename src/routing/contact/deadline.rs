//! The earliest due first.

use super::{ContactKey, Entry, Make, entry};
use crate::record::{Telling, Unit};

pub(super) const ENTRY: Entry<Make> = entry(
    |_| Ok(ContactKey::Deadline),
    "deadline",
    "the contact whose `objective` ends first, met or missed",
    "[\"deadline\"]",
);

/// How its numbers are told.
pub(super) const TOLD: Telling = Telling::new("due in {}", Unit::Span).below("late by {}");
