//! Notes: what is known of a contact beside what is known of every contact; kept only where a plan asks for it.
//!
//! A note belongs to one contact, whose number it bears; the next contact in the same slot finds it stale.

use super::centre::Centre;
use super::contact::NONE;
use super::dialogues::Dialogues;
use super::life::chase::Chases;
use crate::record::Observer;
use crate::units::{Instant, Span};

/// What is known of one contact.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Note {
    /// The contact's number.
    serial: u64,
    /// Who served the customer last; the owner of an inactive contact.
    pub(crate) agent: u32,
    /// Whether it has been asked whether its own agent takes it.
    pub(crate) asked: bool,
    /// Interruptions that it stands on top of.
    pub(crate) level: u16,
    /// How many times as long everything takes that is left of it, as its end was worked out.
    pub(crate) factor: f64,
    /// Work that follows the next pause, at normal speed.
    pub(crate) left: Span,
    /// Work that was left when it was put on hold.
    pub(crate) rest: Span,
    /// Time on hold since the answer.
    pub(crate) on_hold: Span,
    /// Time inactive since the answer.
    pub(crate) inactive: Span,
    /// Since when it is on hold or inactive.
    pub(crate) since: Instant,
    /// Since when its customer is silent.
    pub(crate) quiet: Instant,
    /// When its customer writes again; never while nothing is awaited.
    pub(crate) writes: Instant,
    /// Pauses so far; names the chance of the next one.
    pub(crate) pauses: u64,
}

impl Note {
    const BLANK: Self = Self {
        serial: u64::MAX,
        agent: NONE,
        asked: false,
        level: 0,
        factor: 1.0,
        left: Span::ZERO,
        rest: Span::ZERO,
        on_hold: Span::ZERO,
        inactive: Span::ZERO,
        since: Instant::NEVER,
        quiet: Instant::NEVER,
        writes: Instant::NEVER,
        pauses: 0,
    };
}

/// All notes.
#[derive(Debug, Clone, Default)]
pub(crate) struct Notes {
    /// By slot.
    of: Vec<Note>,
    /// What is known of contacts by turns.
    pub(crate) dialogues: Dialogues,
    /// Customers who come about contacts that wait.
    pub(crate) chases: Chases,
}

impl<Watch: Observer> Centre<'_, Watch> {
    /// What is known of a contact, to read.
    pub(crate) fn note(&self, slot: u32) -> Note {
        let serial = self.contacts[slot].record.serial;
        let note = self.notes.of.get(slot as usize).filter(|note| note.serial == serial);
        note.copied().unwrap_or(Note { serial, ..Note::BLANK })
    }

    /// What is known of a contact, to write.
    pub(crate) fn note_mut(&mut self, slot: u32) -> &mut Note {
        let serial = self.contacts[slot].record.serial;
        if self.notes.of.len() <= slot as usize {
            self.notes.of.resize(slot as usize + 1, Note::BLANK);
        }
        let note = &mut self.notes.of[slot as usize];
        if note.serial != serial {
            *note = Note { serial, ..Note::BLANK };
        }
        note
    }

    /// Remembers who served the customer of a contact last.
    pub(crate) fn remember(&mut self, slot: u32, agent: u32) {
        self.note_mut(slot).agent = agent;
    }
}
