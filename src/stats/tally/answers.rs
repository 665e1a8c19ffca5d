//! Answers: the counting that most contacts get, in as few steps as it can be done.

use super::{Bounds, Tally};
use crate::record::{ContactRecord, Outcome};
use crate::units::{Instant, Span, TeamId};

impl Tally {
    /// Counts an answer, and so much talk, and whether all is well with that; the result is the row that the stay is booked
    /// in.
    #[inline(always)]
    pub(super) fn answer(
        &mut self,
        now: Instant,
        contact: &ContactRecord,
        team: TeamId,
        (talk, served): (Span, bool),
    ) -> usize {
        let (pair, wait) = (contact.stay as usize, now.since(contact.entered));
        let row = if wait == Span::ZERO {
            self.pass(now);
            let cell = &mut self.stays[self.first_stay + pair];
            cell.at_once += 1;
            cell.talk += talk.as_ticks();
            cell.served += u32::from(served);
            self.row
        } else {
            let row = self.rows.at(contact.entered);
            self.answer_late((row * self.bounds.len() + pair, pair), wait, (talk, served));
            row
        };
        self.people[team.index()].answered += 1;
        self.view(now, contact, pair, Bounds::answered);
        row
    }

    /// Counts an answer after a wait.
    #[inline(always)]
    fn answer_late(&mut self, (index, pair): (usize, usize), wait: Span, (talk, served): (Span, bool)) {
        let (grade, cell) = (self.bounds[pair].answered(wait), &mut self.stays[index]);
        cell.grades[grade as usize] += 1;
        cell.talk += talk.as_ticks();
        cell.served += u32::from(served);
        cell.waits[0] += wait.as_ticks();
        cell.longest = cell.longest.max(wait.as_ticks());
        self.waits[index.min(self.last_waits + pair)].record(wait);
    }

    /// Counts the outcome of a contact whose last stay is booked in this row.
    #[inline(always)]
    pub(super) fn count_outcome(&mut self, row: usize, contact: &ContactRecord, outcome: Outcome) {
        // Who came to a queue at once need not be looked up twice.
        let arrived = if contact.arrived == contact.entered { row } else { self.rows.at(contact.arrived) };
        self.kinds[arrived * self.layout.kinds.len() + contact.kind.index()].outcomes[outcome as usize] += 1;
    }
}
