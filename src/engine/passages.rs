//! Passages: what comes of the talks of a contact, who stays with it, and who is asked about it; kept only where agents
//! pass contacts on by themselves.

use std::collections::BTreeMap;

use super::contact::NONE;
use crate::record::Transfer;
use crate::units::{QueueId, Span};

/// Contacts that agents have looked at, by their numbers.
#[derive(Debug, Default)]
pub(crate) struct Passages {
    of: BTreeMap<u64, Passage>,
}

/// What is known of one contact.
#[derive(Debug)]
pub(crate) struct Passage {
    /// Times it has been passed on.
    pub(crate) transfers: u16,
    /// Talks that were looked at; names the chance of the next.
    pub(crate) talks: u16,
    /// What comes of the talk that goes on; of the next one, if that was handed back.
    pub(crate) next: Next,
    /// Agents who stay with it while somebody else is looked for, or talks; the last of them asked last.
    pub(crate) staying: Vec<Staying>,
    /// The slot in which it waits for, or talks to, somebody who is asked about it.
    pub(crate) question: u32,
}

/// What comes of a talk.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Next {
    /// Not looked at yet.
    Unknown,
    /// Nothing: it is over when it ends.
    Over,
    /// A transfer.
    Transfer(Coming),
}

/// A transfer that is to come.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Coming {
    /// Of which kind it is.
    pub(crate) how: Transfer,
    /// Where it goes.
    pub(crate) to: QueueId,
    /// In which class.
    pub(crate) priority: Option<u16>,
    /// Time that both agents spend together.
    pub(crate) together: Span,
    /// The talk that follows.
    pub(crate) talk: Span,
}

/// An agent who stays.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Staying {
    /// The slot that the agent holds.
    pub(crate) slot: u32,
    /// The agent.
    pub(crate) agent: u32,
    /// For what.
    pub(crate) coming: Coming,
}

impl Passage {
    const NEW: Self = Self { transfers: 0, talks: 0, next: Next::Unknown, staying: Vec::new(), question: NONE };
}

impl Passages {
    /// What is known of a contact, to read.
    pub(crate) fn find(&self, serial: u64) -> Option<&Passage> {
        self.of.get(&serial)
    }

    /// What is known of a contact, to write.
    pub(crate) fn of(&mut self, serial: u64) -> &mut Passage {
        self.of.entry(serial).or_insert(Passage::NEW)
    }

    /// Forgets a contact: what was known of it.
    pub(crate) fn forget(&mut self, serial: u64) -> Option<Passage> {
        self.of.remove(&serial)
    }
}
