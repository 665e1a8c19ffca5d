//! IVR flows: graphs of nodes that a contact walks before, or instead of, waiting for an agent.
//!
//! Every path ends in a queue, outside, or in hanging up; no loop passes without time.

use super::node::{NODES, Wiring};
use super::read::resolve;
use super::section::{Site, optional, required};
use crate::family::{Complaint, Kind, Located, Place, Scope, Setting, Settings};
use crate::random::Distribution;
use crate::units::{Hours, NodeId, QueueId, Share, Span};

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
    /// The way into the queue with the shortest expected wait.
    ShortestWait {
        /// The queues.
        sites: Vec<Destination>,
        /// How often the expected waits are worked out; zero: for each contact.
        refreshed_every: Span,
    },
    /// Out of the centre.
    TransferOut,
    /// The end of the call by the centre; the contact ends as closed.
    HangUp,
}

/// One queue that a contact may go to.
#[derive(Debug, Clone)]
pub struct Destination {
    /// The queue.
    pub queue: QueueId,
    /// Its expected wait counts so many times.
    pub factor: f64,
    /// Its expected wait counts so much longer.
    pub plus: Span,
    /// Time that the transfer there takes.
    pub delay: Distribution,
    /// Priority class there; `None`: the contact type's.
    pub priority: Option<u16>,
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

pub(super) static SETTINGS: &[Setting] = &[
    optional("start", Kind::Name(Scope::Nodes), "node where contacts enter; without, the first in the file"),
    optional(
        "ports",
        Kind::Count(0, u32::MAX as u64),
        "contacts it can hold at once; one more hears a busy tone; without, no bound",
    ),
    required("nodes", Kind::Map(None, &Kind::Family(&NODES)), "`[flows.NAME.nodes.NODE]`: each with one keyword"),
];

/// The flow of these settings.
pub(super) fn build(name: &str, settings: &Settings, site: &mut Site<'_>) -> Option<Flow> {
    let written = settings.find_map("nodes").unwrap_or_default();
    let names: Vec<String> = written.iter().map(|(node, _)| node.clone()).collect();
    if names.is_empty() {
        let complaint = Complaint::about("nodes", format!("the flow `{name}` has no node, expected at least one"));
        site.findings.complain(settings, complaint);
        return None;
    }
    let start = start(settings, &names, site);
    let nodes: Vec<Option<Node>> = written.iter().map(|(_, located)| node(located, &names, site)).collect();
    let nodes = nodes.into_iter().collect::<Option<Vec<_>>>()?;
    let ports = settings.find_count("ports").map(|ports| ports as u32);
    Some(Flow { name: name.to_owned(), start: start?, ports, names, nodes })
}

fn start(settings: &Settings, names: &[String], site: &mut Site<'_>) -> Option<NodeId> {
    let Some(start) = settings.find_text("start") else { return Some(NodeId::of(0)) };
    let place: Place = settings.place_of("start");
    resolve((Scope::Nodes, names), (&start, place), site.findings).map(NodeId::of)
}

fn node(located: &Located, names: &[String], site: &mut Site<'_>) -> Option<Node> {
    let chosen = located.member();
    (NODES.entries[chosen.index].make)(&chosen.settings, &mut Wiring { site, nodes: names })
}

impl Node {
    /// The nodes that may come next, with a positive probability.
    pub fn next(&self) -> Vec<NodeId> {
        match self {
            Self::Play { next, .. } | Self::SelfService { next, .. } => vec![*next],
            Self::Menu { branches, .. } => {
                branches.iter().filter(|branch| branch.share > Share::ZERO).map(|branch| branch.next).collect()
            }
            Self::Hours { open, closed, .. } => vec![*open, *closed],
            Self::Enqueue { .. } | Self::ShortestWait { .. } | Self::TransferOut | Self::HangUp => Vec::new(),
        }
    }
}
