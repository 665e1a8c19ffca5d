//! A contact as observers see it: who, what, since when.

use crate::units::{ContactTypeId, Instant, QueueId, Span};

/// Why a contact came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Cause {
    /// By itself.
    First,
    /// Again, after not being served.
    Redial,
    /// Again, after being served without being helped.
    Reconnect,
    /// Out of a contact of another type: a message that it left, or its customer in another channel.
    FollowUp,
    /// The centre called the customer.
    Dialled,
}

impl Cause {
    /// The word in logs.
    pub const fn word(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Redial => "redial",
            Self::Reconnect => "reconnect",
            Self::FollowUp => "follow-up",
            Self::Dialled => "dialled",
        }
    }
}

/// One contact, from its arrival to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ContactRecord {
    /// Number in order of arrival, from 0, over all types; a redial has a number of its own.
    pub serial: u64,
    /// Number of the customer among those of this type, from 0; the same under every routing policy.
    pub customer: u64,
    /// When it came.
    pub arrived: Instant,
    /// When it entered the queue it is or was last in; its arrival before that.
    pub entered: Instant,
    /// Since when its wait is counted for its place in the queue: `entered` less credited time [ticks from the start;
    /// may be negative].
    pub ranked_from: i64,
    /// When an agent answered; `Instant::NEVER` before that.
    pub answered: Instant,
    /// Time the customer has waited in queues before the stay it is or was last in, earlier attempts included; once that
    /// stay has ended without an answer, its wait too [ticks].
    pub waited_before: u64,
    /// Its type.
    pub kind: ContactTypeId,
    /// The queue it is or was last in; meaningless before it entered one.
    pub queue: QueueId,
    /// Number of its type and that queue among all stays that the plan knows; meaningless before it entered one.
    pub stay: u32,
    /// 1 for the first attempt.
    pub attempt: u16,
    /// Why it came.
    pub cause: Cause,
}

impl ContactRecord {
    /// The first contact of a customer, which has met nothing yet.
    #[inline(always)]
    pub(crate) fn first(now: Instant, kind: u32, [serial, customer]: [u64; 2]) -> Self {
        Self {
            serial,
            customer,
            arrived: now,
            entered: now,
            ranked_from: 0,
            answered: Instant::NEVER,
            waited_before: 0,
            kind: ContactTypeId(kind),
            queue: QueueId(u32::MAX),
            stay: u32::MAX,
            attempt: 1,
            cause: Cause::First,
        }
    }

    /// Wait in its last queue until an agent answered; none when nobody has.
    pub fn answered_wait(&self) -> Span {
        if self.answered == Instant::NEVER { Span::ZERO } else { self.answered.since(self.entered) }
    }
}
