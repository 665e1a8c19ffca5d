//! Queues: where contacts wait, for how long at most, when they are let in, and what counts as good service.

use crate::routing::AgentKey;
use crate::stats::ServiceLevel;
use crate::units::{FlowId, Hours, QueueId, Span};

/// One queue.
#[derive(Debug, Clone)]
pub struct Queue {
    /// Name given in the file, or the contact type's that brings it.
    pub name: String,
    /// Contacts that can wait; a contact that would have to wait beyond it hears a busy tone. `None`: no bound.
    pub capacity: Option<u32>,
    /// When it is open.
    pub hours: Hours,
    /// What happens to live contacts that come outside these hours; deferred ones wait.
    pub when_closed: WhenClosed,
    /// What happens at closing time to live contacts that wait.
    pub at_closing: AtClosing,
    /// How long a contact may wait, and where it goes then.
    pub maximum_wait: Option<MaximumWait>,
    /// What counts as good service; the first is the one shown in tables. Never empty.
    pub service_levels: Vec<ServiceLevel>,
    /// Keys that pick the agent, first key first. Never empty.
    pub agent_order: Vec<AgentKey>,
}

/// What happens to a live contact that finds the queue closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhenClosed {
    /// It ends as closed; the customer may try again.
    TurnAway,
    /// It waits for the opening.
    Wait,
    /// It goes elsewhere.
    Leave(Leave),
}

/// What happens at closing time to live contacts that wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AtClosing {
    /// They are served as long as agents are there.
    Serve,
    /// They end as closed.
    TurnAway,
}

/// How long a contact may wait in one queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MaximumWait {
    /// Time in this queue.
    pub after: Span,
    /// Where the contact goes then.
    pub action: Leave,
}

/// Where a contact goes that leaves a queue by the centre's decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leave {
    /// Cut off: it ends as ejected.
    Disconnect,
    /// Out of the centre: it ends as transferred out.
    TransferOut,
    /// Into another queue, with its age.
    Queue(QueueId),
    /// Into a flow.
    Flow(FlowId),
}
