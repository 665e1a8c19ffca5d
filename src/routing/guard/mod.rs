//! Guards: what withholds a free agent from a contact for the sake of contacts that wait in other queues.

mod heavier_queue;
mod heavier_queue_any_member;
mod older_elsewhere;

use crate::family::{Entry, Family, Member};
use crate::record::Rule;
use crate::record::rule::{HEAVIER_QUEUE, HEAVIER_QUEUE_ANY_MEMBER, OLDER_ELSEWHERE};

/// What withholds a free agent from a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Guard {
    /// A heavier queue that needs all who are available and may take one of its contacts now.
    HeavierQueue,
    /// A heavier queue that needs all who are available of those who ever serve it.
    HeavierQueueAnyMember,
    /// An older contact at the head of another queue of the same weight.
    OlderElsewhere,
}

impl Guard {
    /// What it says of those whom it keeps apart.
    pub const fn rule(self) -> Rule {
        match self {
            Self::HeavierQueue => HEAVIER_QUEUE,
            Self::HeavierQueueAnyMember => HEAVIER_QUEUE_ANY_MEMBER,
            Self::OlderElsewhere => OLDER_ELSEWHERE,
        }
    }

    /// The word that chooses it.
    pub const fn keyword(self) -> &'static str {
        self.rule().keyword
    }
}

/// Every guard, sorted by keyword.
pub static GUARDS: Family<Guard> = Family {
    name: "guards",
    summary: "what withholds a free agent from a contact for the sake of contacts in other queues",
    bare: None,
    entries: &[heavier_queue::ENTRY, heavier_queue_any_member::ENTRY, older_elsewhere::ENTRY],
};

/// The entry of a guard; none has settings.
const fn entry(guard: Guard, summary: &'static str, example: &'static str) -> Entry<Guard> {
    Entry { member: Member { keyword: guard.keyword(), summary, main: None, settings: &[], example }, make: guard }
}
