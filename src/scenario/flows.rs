//! IVR flows: graphs of nodes that a contact walks before, or instead of, waiting for an agent.
//!
//! Every path ends in a queue, outside, or in hanging up; no loop passes without time.

use crate::random::Distribution;
use crate::units::{Hours, NodeId, QueueId, Share};

/// One flow.
#[derive(Debug, Clone)]
pub struct Flow {
    /// Name given in the file.
    pub name: String,
    /// Where contacts enter.
    pub start: NodeId,
    /// Contacts that it can hold at once; one more hears a busy tone. `None`: no bound.
    pub ports: Option<u32>,
    /// Names of the nodes, in the order of the file.
    pub names: Vec<String>,
    /// The nodes.
    pub nodes: Vec<Node>,
}

/// One step of a flow.
#[derive(Debug, Clone)]
pub enum Node {
    /// An announcement that is listened to.
    Play {
        /// How long it takes.
        time: Distribution,
        /// Probability that the customer hangs up instead of going on.
        hang_up: Share,
        /// The step after it.
        next: NodeId,
    },
    /// A choice between branches.
    Menu {
        /// How long choosing takes.
        time: Distribution,
        /// Probability that the customer hangs up instead of choosing.
        hang_up: Share,
        /// The branches; their shares sum to one.
        branches: Vec<Branch>,
    },
    /// A task that the customer may finish without an agent.
    SelfService {
        /// How long the task takes.
        time: Distribution,
        /// Probability that the customer hangs up instead of trying.
        hang_up: Share,
        /// Share of those who try that are done: they end as self-served.
        contained: Share,
        /// The step of the others.
        next: NodeId,
    },
    /// A look at the clock.
    Hours {
        /// When it is open.
        hours: Hours,
        /// The step within these hours.
        open: NodeId,
        /// The step outside them.
        closed: NodeId,
    },
    /// The way into a queue.
    Enqueue {
        /// Which queue.
        queue: QueueId,
        /// Priority class in that queue; `None`: the contact type's.
        priority: Option<u16>,
    },
    /// Out of the centre.
    TransferOut,
    /// The end of the call by the centre; the contact ends as closed.
    HangUp,
}

/// One branch of a menu.
#[derive(Debug, Clone)]
pub struct Branch {
    /// What the customer chooses.
    pub name: String,
    /// Share of the customers who choose.
    pub share: Share,
    /// Time this branch takes on top of the menu's own.
    pub time: Distribution,
    /// The step after it.
    pub next: NodeId,
}
