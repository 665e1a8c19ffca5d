//! Asides: what happens to stays beside waiting for an answer and talk.

use super::Tally;
use super::cells::{AsideCell, KindCell};
use crate::record::{ContactRecord, Exit};
use crate::units::{Instant, Span};

/// Money is counted in millionths.
const MILLION: f64 = 1e6;

impl Tally {
    /// The cell of a contact's type.
    #[inline(always)]
    pub(super) fn kind(&mut self, contact: &ContactRecord) -> &mut KindCell {
        let first = self.rows.at(contact.arrived) * self.layout.kinds.len();
        &mut self.kinds[first + contact.kind.index()]
    }

    /// What happened to the stay of a contact aside from talk.
    #[cold]
    pub(super) fn aside(&mut self, contact: &ContactRecord) -> &mut AsideCell {
        self.aside.resize(self.stays.len(), AsideCell::default());
        let (cell, _) = self.stay(contact);
        &mut self.aside[cell]
    }

    /// The stay of a contact whose talk is booked next was aside for so long.
    #[cold]
    pub(super) fn note_aside(&mut self, contact: &ContactRecord, on_hold: Span, inactive: Span) {
        let cell = self.aside(contact);
        cell.on_hold += on_hold.as_ticks();
        cell.inactive += inactive.as_ticks();
        // The talk that is booked next lasted as much less.
        let (cell, _) = self.stay(contact);
        let talk = &mut self.stays[cell].talk;
        *talk = talk.wrapping_sub(on_hold.plus(inactive).as_ticks());
    }

    /// A contact left a flow, in which it was for so long.
    pub(super) fn note_exit(&mut self, contact: &ContactRecord, exit: Exit, time: Span) {
        let cell = self.rows.at(contact.arrived) * self.layout.kinds.len() + contact.kind.index();
        let cell = &mut self.flows[cell];
        cell.exits[exit as usize] += 1;
        cell.time += time.as_ticks();
    }

    /// A contact uses self-service, which costs so much.
    #[cold]
    pub(super) fn note_use(&mut self, contact: &ContactRecord, cost: f64) {
        let cell = self.rows.at(contact.arrived) * self.layout.kinds.len() + contact.kind.index();
        let cell = &mut self.flows[cell];
        cell.uses += 1;
        cell.cost += (cost * MILLION).round() as u64;
    }

    /// A contact that waited in several queues leaves one of them.
    #[cold]
    pub(super) fn withdrawn(&mut self, now: Instant, contact: &ContactRecord) {
        let row = self.rows.at(contact.entered);
        let cell = &mut self.queues[row * self.layout.queues.len() + contact.queue.index()];
        cell.beside += now.since(contact.entered).as_ticks();
    }
}
