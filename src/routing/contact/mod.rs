//! Contact ordering: the keys that rank waiting contacts for a free agent (contact surplus).

mod longest_wait;
mod priority;

use crate::family::{Entry, Family, Member};

/// One key of the ordered list that picks the contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContactKey {
    /// Lowest priority class.
    Priority,
    /// Longest time in the queue, credited time included.
    LongestWait,
}

/// Every contact-ordering key, sorted by keyword.
pub static CONTACT_KEYS: Family<ContactKey> = Family {
    name: "contact-keys",
    summary: "what ranks the waiting contacts that a free agent may take",
    bare: None,
    entries: &[longest_wait::ENTRY, priority::ENTRY],
};

/// The entry of a key without settings.
const fn entry(
    key: ContactKey,
    keyword: &'static str,
    summary: &'static str,
    example: &'static str,
) -> Entry<ContactKey> {
    Entry { member: Member { keyword, summary, main: None, settings: &[], example }, make: key }
}
