//! Closed lists: how a contact ends, how a stay in a queue ends, what an agent is doing.

/// How a contact ended; every contact ends exactly once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Outcome {
    /// An agent served it.
    Served,
    /// The customer hung up while waiting in a queue.
    Abandoned,
    /// The customer left at once on learning that nobody was free.
    Balked,
    /// The customer hung up inside a flow.
    HungUpInFlow,
    /// Self-service did what was wanted; no agent was asked for.
    SelfServed,
    /// Refused for want of a line, a port or a waiting place: a busy tone.
    Blocked,
    /// Refused or sent away because it was closed.
    Closed,
    /// Cut off by the centre after the longest wait it allows.
    Ejected,
    /// Sent out of the centre.
    TransferredOut,
    /// Still there when the run was cut.
    Unfinished,
    /// Left a message, which is a contact of its own.
    LeftMessage,
    /// Sent to another channel.
    Deflected,
    /// Was to be called back, and could not be reached, or not in time.
    Unreached,
    /// Left a conversation with an agent before it was done, by closing it.
    LeftOpenly,
    /// Said nothing for so long in a conversation with an agent that the centre closed it.
    LeftSilently,
    /// Was taken back while it waited: its customer had been served by another contact meanwhile.
    Withdrawn,
}

impl Outcome {
    /// Every outcome, in the order of their numbers.
    pub const ALL: [Self; 16] = [
        Self::Served,
        Self::Abandoned,
        Self::Balked,
        Self::HungUpInFlow,
        Self::SelfServed,
        Self::Blocked,
        Self::Closed,
        Self::Ejected,
        Self::TransferredOut,
        Self::Unfinished,
        Self::LeftMessage,
        Self::Deflected,
        Self::Unreached,
        Self::LeftOpenly,
        Self::LeftSilently,
        Self::Withdrawn,
    ];

    /// The word in logs and reports.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Served => "served",
            Self::Abandoned => "abandoned",
            Self::Balked => "balked",
            Self::HungUpInFlow => "hung-up-in-flow",
            Self::SelfServed => "self-served",
            Self::Blocked => "blocked",
            Self::Closed => "closed",
            Self::Ejected => "ejected",
            Self::TransferredOut => "transferred-out",
            Self::Unfinished => "unfinished",
            Self::LeftMessage => "left-message",
            Self::Deflected => "deflected",
            Self::Unreached => "unreached",
            Self::LeftOpenly => "left-openly",
            Self::LeftSilently => "left-silently",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// How a stay in a queue ended without an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Departure {
    /// The customer hung up, or balked.
    Abandoned,
    /// The centre cut it off: after the maximum wait, at closing, or as the customer could not be called back.
    Ejected,
    /// The centre sent it elsewhere.
    FlowOut,
    /// There was no place to wait.
    Blocked,
    /// The run was cut while it waited.
    Unfinished,
    /// The contact waited in several queues, and went or was answered through another.
    Withdrawn,
}

/// Why nobody works on a contact that has been answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aside {
    /// Its agent works on one that comes before it, and holds it meanwhile.
    OnHold,
    /// Its customer has been silent for long; it is in nobody's hands.
    Inactive,
}

/// What an agent is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum AgentState {
    /// Not at work.
    Off,
    /// Waiting for a contact.
    Available,
    /// With at least one customer, or working on a deferred contact.
    Talking,
    /// Finishing after the customer has gone.
    WrapUp,
    /// On a break.
    Break,
    /// A contact rings, its customer is being called back, or the agent looks at a record and dials it, and nothing else is
    /// to do.
    Ringing,
    /// At work, but not ready after a missed contact.
    NotReady,
}

impl Departure {
    /// The word in journals.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Abandoned => "abandoned",
            Self::Ejected => "ejected",
            Self::FlowOut => "flow-out",
            Self::Blocked => "blocked",
            Self::Unfinished => "unfinished",
            Self::Withdrawn => "withdrawn",
        }
    }
}

impl AgentState {
    /// Number of states.
    pub const COUNT: usize = 7;

    /// The word in journals.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Available => "available",
            Self::Talking => "talking",
            Self::WrapUp => "wrap-up",
            Self::Break => "break",
            Self::Ringing => "ringing",
            Self::NotReady => "not-ready",
        }
    }
}
