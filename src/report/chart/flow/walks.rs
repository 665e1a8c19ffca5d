//! Walks: who came to which node of every flow, by which way they went on, and how long that took.

use std::collections::HashMap;

use crate::record::{ContactRecord, Observer};
use crate::scenario::Flow;
use crate::units::{FlowId, Instant, NodeId, Span};

/// What was seen of all flows.
#[derive(Debug, Clone, Default)]
pub struct Walks {
    /// By flow, then node, then way.
    ways: Vec<Vec<Vec<Taken>>>,
    /// By contact: since when it is at its node.
    here: HashMap<u64, Instant>,
}

/// What was seen of one way.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Taken {
    /// Contacts that took it.
    pub(super) times: u64,
    /// Time that these spent at the node before [ticks].
    ticks: u64,
}

impl Walks {
    /// Nobody seen yet in these flows.
    pub fn of(flows: &[Flow]) -> Self {
        let nodes = |flow: &Flow| flow.nodes.iter().map(|node| vec![Taken::default(); node.ways.len()]).collect();
        Self { ways: flows.iter().map(nodes).collect(), here: HashMap::new() }
    }

    /// Forgets who is at a node, and keeps what was counted: another replication begins.
    pub fn begin_another(&mut self) {
        self.here.clear();
    }

    /// What was seen of every way from a node.
    pub(super) fn from(&self, flow: usize, node: usize) -> &[Taken] {
        &self.ways[flow][node]
    }

    /// Contacts that went on from a node.
    pub(super) fn visits(&self, flow: usize, node: usize) -> u64 {
        self.from(flow, node).iter().map(|way| way.times).sum()
    }
}

impl Taken {
    /// Mean time at the node before this way.
    pub(super) fn mean(self) -> Option<Span> {
        self.ticks.checked_div(self.times).map(Span::ticks)
    }

    /// The same for several ways of one node.
    pub(super) fn mean_of(ways: &[Self]) -> Option<Span> {
        let ticks: u64 = ways.iter().map(|way| way.ticks).sum();
        ticks.checked_div(ways.iter().map(|way| way.times).sum()).map(Span::ticks)
    }
}

impl Observer for Walks {
    fn reached(&mut self, now: Instant, contact: &ContactRecord, _: FlowId, _: NodeId) {
        self.here.insert(contact.serial, now);
    }

    fn went(&mut self, now: Instant, contact: &ContactRecord, (flow, node): (FlowId, NodeId), way: usize) {
        let since = self.here.remove(&contact.serial).unwrap_or(now);
        let taken = &mut self.ways[flow.index()][node.index()][way];
        taken.times += 1;
        taken.ticks += now.since(since).as_ticks();
    }
}
