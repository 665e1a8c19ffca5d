//! Replies: what is counted of contacts by turns.

use super::Tally;
use crate::record::{ContactRecord, Reply};
use crate::stats::{Counts, Field};

/// Replies in stays of one type in one queue that began in one interval.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct ReplyCell {
    /// First replies, all replies, and those of them as soon as is aimed at.
    first: u32,
    number: u32,
    in_time: u32,
    /// Time until they came, and work on them [ticks].
    time: u64,
    work: u64,
}

impl Tally {
    /// An agent replied to a customer.
    #[cold]
    pub(super) fn note_reply(&mut self, contact: &ContactRecord, reply: Reply) {
        let (at, _) = self.stay(contact);
        self.seldom.replies.resize(self.stays.len(), ReplyCell::default());
        let cell = &mut self.seldom.replies[at];
        cell.first += u32::from(reply.first);
        cell.number += 1;
        cell.in_time += u32::from(reply.after <= reply.within);
        cell.time += reply.after.as_ticks();
        cell.work += reply.work.as_ticks();
    }

    pub(super) fn add_replies(&self, cell: usize, counts: &mut Counts) {
        let Some(cell) = self.seldom.replies.get(cell) else { return };
        counts.add(Field::Conversations, u64::from(cell.first));
        counts.add(Field::Replies, u64::from(cell.number));
        counts.add(Field::RepliesInTime, u64::from(cell.in_time));
        counts.add(Field::ReplyTime, cell.time);
        counts.add(Field::ReplyWork, cell.work);
    }
}
