//! Answers: the counting that most contacts get, in as few steps as it can be done.

use super::{Bounds, Tally};
use crate::record::{ContactRecord, Observer, Outcome};
use crate::units::{Instant, Span};

impl Tally {
    /// Counts an answer, and so much talk, and whether all is well with that; the result is the row that the stay is booked
    /// in. That the team has answered is the caller's to count.
    #[inline(always)]
    pub(super) fn answer(&mut self, now: Instant, contact: &ContactRecord, (talk, served): (Span, bool)) -> usize {
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
        self.view(now, contact, pair, Bounds::answered);
        row
    }

    /// Counts an answer of which it is certain when its talk ends.
    #[inline(always)]
    pub(super) fn answer_for_good(&mut self, now: Instant, contact: &ContactRecord, ends: Option<Instant>) {
        let talk = ends.map_or(Span::ZERO, |ends| ends.since(now));
        // Who came straight to the queue is counted with the stay, which costs less.
        let straight = ends.is_some() && contact.arrived == contact.entered;
        let row = self.answer(now, contact, (talk, straight));
        let outcome = if ends.is_some() { Outcome::Served } else { Outcome::Unfinished };
        if !straight {
            self.count_outcome(row, contact, outcome);
        }
        if ends.is_some() {
            self.gone(now, contact, outcome);
        }
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

    /// Books what teams have answered in the present row.
    pub(super) fn book_answers(&mut self) {
        let teams = self.people.len();
        for (people, cell) in self.people.iter_mut().zip(&mut self.teams[self.row * teams..]) {
            cell.answered += std::mem::take(&mut people.answered);
        }
    }
}
