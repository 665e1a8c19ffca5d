//! Foretold waits: how far estimates were from the waits of those who were answered.

use super::Tally;
use crate::record::{ContactRecord, Foretold};
use crate::stats::{Counts, Field};
use crate::units::Instant;

/// Squares of errors are counted in squares of this, so that a long run holds them [ticks].
pub(super) const HUNDREDTH: u64 = crate::units::TICKS_PER_SECOND / 100;

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
        self.foretold.resize(self.stays.len(), ForetoldCell::default());
        let cell = &mut self.foretold[at];
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

    /// Adds what was foretold in a cell.
    pub(super) fn add_foretold(&self, cell: usize, counts: &mut Counts) {
        let Some(cell) = self.foretold.get(cell) else { return };
        counts.add(Field::Foretold, u64::from(cell.number));
        counts.add(Field::ForetoldTooShort, u64::from(cell.too_short));
        counts.add(Field::ForetoldSaid, cell.said);
        counts.add(Field::ForetoldCame, cell.came);
        counts.add(Field::ForetoldAbove, cell.above);
        counts.add(Field::ForetoldBelow, cell.below);
        counts.add(Field::ForetoldSquares, cell.squares);
    }
}
