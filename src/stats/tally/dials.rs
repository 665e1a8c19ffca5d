//! Dials: attempts to reach the customers of lists, and what became of records; kept only where a campaign dials.

use super::Tally;
use crate::record::{Attempt, AttemptEnd, Fate, Records};
use crate::stats::{Counts, Field};
use crate::units::{ContactTypeId, Instant, Span};

/// What campaigns did for one contact type in one interval.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct DialCell {
    /// Attempts that began, by how they ended.
    attempts: [u32; AttemptEnd::COUNT],
    /// Contacts that came of them: answered by an agent, and not.
    lives: [u32; 2],
    /// Waits of those answered [ticks].
    wait: u64,
    /// Records by what became of them then.
    records: [u32; Fate::COUNT],
}

impl Tally {
    #[cold]
    fn dials(&mut self, at: Instant, kind: ContactTypeId) -> &mut DialCell {
        self.dials.resize(self.kinds.len(), DialCell::default());
        &mut self.dials[self.rows.at(at) * self.layout.kinds.len() + kind.index()]
    }

    pub(super) fn note_attempt(&mut self, attempt: &Attempt, how: AttemptEnd) {
        self.dials(attempt.began, attempt.kind).attempts[how as usize] += 1;
    }

    pub(super) fn note_live(&mut self, attempt: &Attempt, wait: Span, answered: bool) {
        let cell = self.dials(attempt.began, attempt.kind);
        cell.lives[usize::from(!answered)] += 1;
        cell.wait += if answered { wait.as_ticks() } else { 0 };
    }

    pub(super) fn note_records(&mut self, now: Instant, records: &Records) {
        self.dials(now, records.kind).records[records.fate as usize] += records.count;
    }

    pub(super) fn add_dials(&self, kind: usize, interval: usize, counts: &mut Counts) {
        let Some(cell) = self.dials.get((interval + 1) * self.layout.kinds.len() + kind) else { return };
        for (how, number) in AttemptEnd::ALL.into_iter().zip(cell.attempts) {
            counts.add_attempts(how, u64::from(number));
        }
        for (fate, number) in Fate::ALL.into_iter().zip(cell.records) {
            counts.add_records(fate, u64::from(number));
        }
        counts.add(Field::LiveAnswered, u64::from(cell.lives[0]));
        counts.add(Field::LiveAbandoned, u64::from(cell.lives[1]));
        counts.add(Field::LiveWait, cell.wait);
    }
}
