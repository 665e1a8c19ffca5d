//! The most urgent class first.

use super::{ContactKey, Entry, entry};

pub(super) const ENTRY: Entry<ContactKey> = entry(
    ContactKey::Priority,
    "priority",
    "the contact of the lowest priority class; nobody is interrupted for it",
    "[\"priority\"]",
);
