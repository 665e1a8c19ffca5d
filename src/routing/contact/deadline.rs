//! The earliest due first.

use super::{ContactKey, Entry, Make, entry};

pub(super) const ENTRY: Entry<Make> = entry(
    |_| Ok(ContactKey::Deadline),
    "deadline",
    "the contact whose `objective` ends first, met or missed",
    "[\"deadline\"]",
);
