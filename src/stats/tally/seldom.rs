//! What few plans have: callbacks, waits that were foretold, and diagnoses.

use std::sync::Arc;

use super::Tally;
use super::backlog::BacklogCell;
use super::issues::IssueCells;
use super::passed::Passed;
use super::replies::ReplyCell;
use crate::record::{CallbackTurn, ContactRecord, Foretold};
use crate::stats::diagnosis::Centre;
use crate::stats::{Counts, Field};
use crate::units::Instant;

/// Cells of stays, as many as there are; empty until something happens.
#[derive(Debug, Clone, Default)]
pub(super) struct Seldom {
    /// What happened with callbacks.
    callbacks: Vec<CallbackCell>,
    /// How waits that were foretold turned out.
    foretold: Vec<ForetoldCell>,
    /// Contacts that were passed on.
    pub(super) passed: Passed,
    /// What customers needed.
    pub(super) issues: IssueCells,
    /// Replies in conversations by turns.
    pub(super) replies: Vec<ReplyCell>,
    /// Deferred work left at the ends of intervals, by row and queue.
    pub(super) backlog: Vec<BacklogCell>,
}

/// Callbacks of stays of one type in one queue that began in one interval.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct CallbackCell {
    /// Accepted, declined, dialled, reached, connected, and of these in time.
    numbers: [u32; 6],
    /// From acceptance to connection [ticks].
    wait: u64,
}

/// The numbers, in their order.
const FIELDS: [Field; 6] = [
    Field::CallbackAccepted,
    Field::CallbackDeclined,
    Field::CallbackDialled,
    Field::CallbackReached,
    Field::CallbackConnected,
    Field::CallbackInTime,
];

impl Tally {
    /// What is to be diagnosed, if anything is.
    pub fn centre(&self) -> Option<Arc<Centre>> {
        self.layout.diagnosed.clone()
    }

    /// Takes what was diagnosed.
    pub fn take_diagnosis(&mut self, found: Vec<(u64, u64)>) {
        self.diagnosed = found;
    }

    /// Something happens with the callback of a contact.
    #[cold]
    pub(super) fn count_callback(&mut self, now: Instant, contact: &ContactRecord, turn: CallbackTurn) {
        let (at, _) = self.stay(contact);
        self.seldom.callbacks.resize(self.stays.len(), CallbackCell::default());
        let CallbackCell { numbers, wait } = &mut self.seldom.callbacks[at];
        match turn {
            CallbackTurn::Accepted => numbers[0] += 1,
            CallbackTurn::Declined => numbers[1] += 1,
            CallbackTurn::Dialled(_) => numbers[2] += 1,
            CallbackTurn::Reached(_) => numbers[3] += 1,
            CallbackTurn::NotReached(_) => {}
            CallbackTurn::Connected { accepted, promised } => {
                numbers[4] += 1;
                numbers[5] += u32::from(now <= promised);
                *wait += now.since(accepted).as_ticks();
            }
        }
    }

    /// Adds what seldom happens of a cell.
    pub(super) fn add_seldom(&self, cell: usize, counts: &mut Counts) {
        self.add_callbacks(cell, counts);
        self.add_foretold(cell, counts);
        self.add_transfers(cell, counts);
        self.add_replies(cell, counts);
    }

    fn add_callbacks(&self, cell: usize, counts: &mut Counts) {
        let Some(cell) = self.seldom.callbacks.get(cell) else { return };
        FIELDS.into_iter().zip(cell.numbers).for_each(|(field, number)| counts.add(field, u64::from(number)));
        counts.add(Field::CallbackWait, cell.wait);
    }
}

/// Squares of errors are counted in squares of this, so that a long run holds them [ticks].
const HUNDREDTH: u64 = crate::units::TICKS_PER_SECOND / 100;

/// Estimates of stays of one type in one queue that began in one interval.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct ForetoldCell {
    /// Stays that were answered after an estimate, and those of them that waited longer than it said.
    number: u32,
    too_short: u32,
    /// Waits that were foretold, and those that came [ticks].
    said: u64,
    came: u64,
    /// By how much estimates were above the wait, and below it [ticks].
    above: u64,
    below: u64,
    /// Squares of these differences [hundredths of a second, squared].
    squares: u64,
}

impl Tally {
    /// A stay for which a wait was foretold ends in an answer.
    #[cold]
    pub(super) fn foretold(&mut self, now: Instant, contact: &ContactRecord, foretold: Foretold) {
        let (at, _) = self.stay(contact);
        self.seldom.foretold.resize(self.stays.len(), ForetoldCell::default());
        let cell = &mut self.seldom.foretold[at];
        let (said, came) = (foretold.wait.as_ticks(), now.since(foretold.at).as_ticks());
        cell.number += 1;
        cell.too_short += u32::from(came > said);
        cell.said = cell.said.saturating_add(said);
        cell.came += came;
        cell.above = cell.above.saturating_add(said.saturating_sub(came));
        cell.below += came.saturating_sub(said);
        let error = (said.abs_diff(came) / HUNDREDTH)
            .saturating_add(u64::from(said.abs_diff(came) % HUNDREDTH >= HUNDREDTH / 2));
        cell.squares = cell.squares.saturating_add(error.saturating_mul(error));
    }

    fn add_foretold(&self, cell: usize, counts: &mut Counts) {
        let Some(cell) = self.seldom.foretold.get(cell) else { return };
        counts.add(Field::Foretold, u64::from(cell.number));
        counts.add(Field::ForetoldTooShort, u64::from(cell.too_short));
        counts.add(Field::ForetoldSaid, cell.said);
        counts.add(Field::ForetoldCame, cell.came);
        counts.add(Field::ForetoldAbove, cell.above);
        counts.add(Field::ForetoldBelow, cell.below);
        counts.add(Field::ForetoldSquares, cell.squares);
    }
}
