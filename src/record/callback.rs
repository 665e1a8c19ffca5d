//! Callbacks as observers see them.

use crate::units::Instant;

/// What happens with a callback.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CallbackTurn {
    /// The customer, who is about to leave the queue, accepts one.
    Accepted,
    /// The customer declines one, and waits on.
    Declined,
    /// The customer is called.
    Dialled(Caller),
    /// The customer answers the call.
    Reached(Caller),
    /// The customer does not answer the call.
    NotReached(Caller),
    /// An agent answers, or has called, a customer who is on the line.
    Connected {
        /// When the callback was accepted.
        accepted: Instant,
        /// Until when it was promised.
        promised: Instant,
    },
}

/// Who calls a customer back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Caller {
    /// The agent whose turn it is.
    Agent,
    /// The centre, before an agent is there.
    Centre,
}
