//! Dialogues: what is known of contacts by turns, beside notes; kept only where a plan has any.

use super::centre::Centre;
use crate::record::Observer;
use crate::units::{Instant, Span};

/// What is known of one contact.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Dialogue {
    /// The contact's number.
    serial: u64,
    /// Since when its agent has to reply; never while the customer has to write.
    pub(crate) opened: Instant,
    /// Work on the reply, as much as is left of it.
    pub(crate) work: Span,
    /// Work done on it before it was put on hold.
    pub(crate) done: Span,
    /// Whether its customer will write again.
    pub(crate) gone: Gone,
}

/// Whether a customer has left a conversation, known to nobody yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Gone {
    /// Is there.
    No,
    /// Will close it instead of writing.
    Openly,
    /// Says nothing any more.
    Silently,
}

impl Dialogue {
    const BLANK: Self =
        Self { serial: u64::MAX, opened: Instant::NEVER, work: Span::ZERO, done: Span::ZERO, gone: Gone::No };
}

/// All dialogues, by slot.
#[derive(Debug, Clone, Default)]
pub(crate) struct Dialogues(Vec<Dialogue>);

impl<Watch: Observer> Centre<'_, Watch> {
    /// What is known of a contact by turns, to read.
    pub(crate) fn dialogue(&self, slot: u32) -> Dialogue {
        let serial = self.contacts[slot].record.serial;
        let dialogue = self.notes.dialogues.0.get(slot as usize).filter(|dialogue| dialogue.serial == serial);
        dialogue.copied().unwrap_or(Dialogue { serial, ..Dialogue::BLANK })
    }

    /// What is known of a contact by turns, to write.
    pub(crate) fn dialogue_mut(&mut self, slot: u32) -> &mut Dialogue {
        let serial = self.contacts[slot].record.serial;
        if self.notes.dialogues.0.len() <= slot as usize {
            self.notes.dialogues.0.resize(slot as usize + 1, Dialogue::BLANK);
        }
        let dialogue = &mut self.notes.dialogues.0[slot as usize];
        if dialogue.serial != serial {
            *dialogue = Dialogue { serial, ..Dialogue::BLANK };
        }
        dialogue
    }
}
