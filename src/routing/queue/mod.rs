//! Queue ordering: the keys that rank queues for a free agent, where the queue is chosen before the contact.

mod longest_queue;
mod longest_wait;
mod max_weight;
mod queue_ratio;
mod queue_weight;
mod share_deficit;

use crate::family::{Entry, Family, Member};
use crate::record::ToldKey;

/// One key of the ordered list that picks the queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QueueKey {
    /// Most contacts waiting.
    LongestQueue,
    /// Longest wait of those who are first in their lines.
    LongestWait,
    /// Largest product of weight and contacts waiting.
    MaxWeight,
    /// Most contacts waiting beyond its share of all.
    QueueRatio,
    /// Largest weight.
    QueueWeight,
    /// Largest excess of its target over its share of the work of the agent who asks.
    ShareDeficit,
}

impl QueueKey {
    /// How its numbers are told.
    pub fn told(self) -> ToldKey {
        let (keyword, telling) = match self {
            Self::LongestQueue => (longest_queue::ENTRY.member.keyword, longest_queue::TOLD),
            Self::LongestWait => (longest_wait::ENTRY.member.keyword, longest_wait::TOLD),
            Self::MaxWeight => (max_weight::ENTRY.member.keyword, max_weight::TOLD),
            Self::QueueRatio => (queue_ratio::ENTRY.member.keyword, queue_ratio::TOLD),
            Self::QueueWeight => (queue_weight::ENTRY.member.keyword, queue_weight::TOLD),
            Self::ShareDeficit => (share_deficit::ENTRY.member.keyword, share_deficit::TOLD),
        };
        ToldKey { keyword, telling }
    }
}

/// Every queue-ordering key, sorted by keyword.
pub static QUEUE_KEYS: Family<QueueKey> = Family {
    name: "queue-keys",
    summary: "what ranks the queues from which a free agent may take a contact",
    bare: None,
    entries: &[
        longest_queue::ENTRY,
        longest_wait::ENTRY,
        max_weight::ENTRY,
        queue_ratio::ENTRY,
        queue_weight::ENTRY,
        share_deficit::ENTRY,
    ],
};

/// The entry of a key without settings.
const fn entry(key: QueueKey, keyword: &'static str, summary: &'static str, example: &'static str) -> Entry<QueueKey> {
    Entry { member: Member { keyword, summary, main: None, settings: &[], example }, make: key }
}
