//! Offers as observers see them: at whom a contact rings, since when, and how that ended.

use crate::units::{AgentId, Instant, TeamId};

/// A contact that rings at an agent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offer {
    /// The agent.
    pub agent: AgentId,
    /// The agent's team.
    pub team: TeamId,
    /// When it began to ring.
    pub began: Instant,
}

/// How an offer ended; every offer ends exactly once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum OfferEnd {
    /// The agent answered.
    Answered,
    /// It rang as long as it may, in vain.
    Missed,
    /// The agent declined.
    Rejected,
    /// The agent's line turned out to be busy.
    Busy,
    /// Another agent answered first.
    Outrun,
    /// The customer hung up meanwhile, or the centre sent the contact elsewhere.
    ContactLeft,
    /// The agent went home meanwhile, or answered another contact.
    AgentLeft,
    /// The run was cut meanwhile.
    Unfinished,
    /// The agent called the customer back, who did not answer.
    NotReached,
}

impl OfferEnd {
    /// Number of ways.
    pub const COUNT: usize = 9;

    /// Every way, in the order of their numbers.
    pub const ALL: [Self; Self::COUNT] = [
        Self::Answered,
        Self::Missed,
        Self::Rejected,
        Self::Busy,
        Self::Outrun,
        Self::ContactLeft,
        Self::AgentLeft,
        Self::Unfinished,
        Self::NotReached,
    ];

    /// The word in journals.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Answered => "answered",
            Self::Missed => "missed",
            Self::Rejected => "rejected",
            Self::Busy => "busy",
            Self::Outrun => "outrun",
            Self::ContactLeft => "contact-left",
            Self::AgentLeft => "agent-left",
            Self::Unfinished => "unfinished",
            Self::NotReached => "not-reached",
        }
    }

    /// Whether the agent could have answered and did not.
    pub const fn is_in_vain(self) -> bool {
        matches!(self, Self::Missed | Self::Rejected | Self::Busy)
    }
}
