//! The backlog: deferred contacts that wait when an interval ends, and how long the oldest of them has waited then.

use super::{Layout, Tally};
use crate::channel::CHANNELS;
use crate::family::Catalogue;
use crate::record::ContactRecord;
use crate::stats::{Counts, Field};
use crate::units::Instant;

/// A queue at the end of an interval.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct BacklogCell {
    /// Deferred contacts waiting.
    waiting: u32,
    /// Wait of the oldest of them so far [ticks].
    oldest: u64,
}

/// Whether the work of a contact type is deferred.
pub(super) fn is_deferred(layout: &Layout, kind: usize) -> bool {
    let channel = CHANNELS.find(layout.kinds[kind].channel);
    channel.is_some_and(|row| !CHANNELS.entries[row].make.live)
}

/// Pairs of which the type is deferred; empty where none is.
pub(super) fn deferred_pairs(layout: &Layout) -> Vec<bool> {
    let pairs: Vec<bool> = layout.pairs.iter().map(|(kind, _)| is_deferred(layout, *kind as usize)).collect();
    if pairs.contains(&true) { pairs } else { Vec::new() }
}

impl Tally {
    /// A deferred contact that waits no longer was there at the end of every interval since it came to its queue.
    #[cold]
    pub(super) fn note_backlog(&mut self, now: Instant, contact: &ContactRecord) {
        let (first, last) = (self.rows.at(contact.entered), self.layout.intervals());
        let queues = self.layout.queues.len();
        self.seldom.backlog.resize((last + 1) * queues, BacklogCell::default());
        for row in first..=last {
            let end = self.layout.starts(row).min(self.layout.end);
            if end > now || end <= contact.entered {
                return;
            }
            let cell = &mut self.seldom.backlog[row * queues + contact.queue.index()];
            cell.waiting += 1;
            cell.oldest = cell.oldest.max(end.since(contact.entered).as_ticks());
        }
    }

    /// Adds the backlog of a scope's queues at the end of an interval, if deferred contacts may wait there.
    pub(super) fn add_backlog(&self, queues: &[usize], interval: usize, counts: &mut Counts) {
        let row = (interval + 1) * self.layout.queues.len();
        let (mut waiting, mut oldest, mut looks) = (0, 0, 0);
        for &queue in queues.iter().filter(|queue| self.may_be_behind(**queue)) {
            let cell = self.seldom.backlog.get(row + queue).copied().unwrap_or_default();
            looks = 1;
            waiting += u64::from(cell.waiting);
            oldest = cell.oldest.max(oldest);
        }
        for (field, number) in [(Field::BacklogLooks, looks), (Field::Backlog, waiting), (Field::OldestAge, oldest)] {
            counts.add(field, number);
        }
    }

    fn may_be_behind(&self, queue: usize) -> bool {
        let pairs = self.deferred.iter().zip(&self.layout.pairs);
        pairs.into_iter().any(|(deferred, (_, of))| *deferred && *of as usize == queue)
    }
}
