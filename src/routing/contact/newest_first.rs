//! The last to come first.

use super::{ContactKey, Entry, Make, entry};

pub(super) const ENTRY: Entry<Make> = entry(
    |_| Ok(ContactKey::NewestFirst),
    "newest-first",
    "the contact that has waited least; of two that came at the same instant, the one that arrived first",
    "[\"newest-first\"]",
);
