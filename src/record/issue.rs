//! Issues: what a customer wants, over all the contacts that it takes.

use crate::units::{ContactTypeId, Instant, Span};

/// How an issue ended; every issue ends exactly once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum IssueEnd {
    /// The customer has what was wanted.
    Resolved,
    /// The customer has not, and does not try again.
    GivenUp,
    /// It was sent out of the centre.
    SentAway,
    /// The run was over before it was.
    Open,
}

impl IssueEnd {
    /// Number of ends.
    pub const COUNT: usize = 4;

    /// The word in journals.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Resolved => "resolved",
            Self::GivenUp => "given-up",
            Self::SentAway => "sent-away",
            Self::Open => "open",
        }
    }
}

/// What customers make of an issue, of many who went through the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Felt {
    /// Those who are satisfied [millionths].
    pub satisfied: u64,
    /// Those who mean to leave [millionths].
    pub leaves: u64,
    /// What they would be worth, for each customer [millionths of the money unit].
    pub lost: u64,
}

/// One issue, from the arrival of its first contact to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IssueRecord {
    /// Type of its first contact.
    pub kind: ContactTypeId,
    /// Number of the customer of that.
    pub customer: u64,
    /// When that came.
    pub opened: Instant,
    /// Contacts that have come and gone.
    pub contacts: u32,
    /// Of these, contacts that an agent answered or self-service settled.
    pub handled: u32,
    /// Times it was passed on from one agent to another.
    pub transfers: u32,
    /// Times the customer had to explain it again.
    pub explanations: u32,
    /// Time that the customer waited in queues.
    pub waited: Span,
    /// Time that the customer spent explaining it again.
    pub explaining: Span,
    /// Talks that did not help, and of these those whose customer believed so for a while.
    pub unhelped: u32,
    /// See `unhelped`.
    pub mistaken: u32,
    /// What the people cost who handled it, for as long as they did [millionths of the money unit].
    pub cost: u64,
    /// What customers make of it, once it has ended, where the scenario says that.
    pub felt: Option<Felt>,
}

impl IssueRecord {
    /// An issue whose first contact has just come.
    pub const fn opened(kind: ContactTypeId, customer: u64, opened: Instant) -> Self {
        Self {
            kind,
            customer,
            opened,
            contacts: 0,
            handled: 0,
            transfers: 0,
            explanations: 0,
            waited: Span::ZERO,
            explaining: Span::ZERO,
            unhelped: 0,
            mistaken: 0,
            cost: 0,
            felt: None,
        }
    }

    /// Time that the customer lost: waiting, and explaining again.
    pub fn lost(&self) -> Span {
        self.waited.plus(self.explaining)
    }
}
