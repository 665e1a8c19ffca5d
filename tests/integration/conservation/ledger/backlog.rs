//! The backlog by single contacts: who waits when an interval ends, and for how long so far.

use switchboard::record::ContactRecord;
use switchboard::stats::Field;
use switchboard::units::Instant;

use super::Ledger;

const DEFERRED: [&str; 2] = ["email", "task"];

impl Ledger {
    fn is_deferred(&self, kind: usize) -> bool {
        DEFERRED.contains(&self.layout.kinds[kind].channel)
    }

    /// A stay from one moment to another is over.
    pub(super) fn note_backlog(&mut self, contact: &ContactRecord, (from, to): (Instant, Instant)) {
        if !self.is_deferred(contact.kind.index()) {
            return;
        }
        for (interval, (_, end)) in self.intervals().into_iter().enumerate() {
            if from.as_ticks() < end && end <= to.as_ticks() {
                for scope in [0, 1 + contact.queue.index()] {
                    let book = &mut self.books[scope][interval];
                    book.add(Field::Backlog, 1);
                    book.set(Field::OldestAge, book.get(Field::OldestAge).max(end - from.as_ticks()));
                }
            }
        }
    }

    /// Somebody looks at the end of every interval where deferred contacts may wait.
    pub(super) fn note_looks(&mut self) {
        let pairs = self.layout.pairs.clone().into_iter();
        for (_, queue) in pairs.filter(|(kind, _)| self.is_deferred(*kind as usize)).collect::<Vec<_>>() {
            for scope in [0, 1 + queue as usize] {
                self.books[scope].iter_mut().for_each(|book| book.set(Field::BacklogLooks, 1));
            }
        }
    }
}
