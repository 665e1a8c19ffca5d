//! Flows: a contact walks from node to node until it waits, is done, or has gone.

use crate::engine::centre::Centre;
use crate::engine::contact::{Phase, Then};
use crate::random::{Purpose, Stream};
use crate::record::{Observer, Outcome};
use crate::scenario::{Branch, Node};
use crate::units::{FlowId, NodeId, Span};

impl<Watch: Observer> Centre<'_, Watch> {
    /// A contact enters a flow, if it has a free port.
    #[inline(never)]
    pub(crate) fn enter_flow(&mut self, slot: u32, flow: FlowId) {
        let plan = &self.plan.scenario.flows[flow.index()];
        if plan.ports.is_some_and(|ports| self.in_flow[flow.index()] >= ports) {
            self.end(slot, Outcome::Blocked);
            return;
        }
        self.in_flow[flow.index()] += 1;
        let contact = &mut self.contacts[slot];
        contact.flow = flow.0;
        contact.since = self.now;
        self.reach(slot, plan.start);
    }

    /// What was decided at a node happens, now that its time has passed.
    #[inline(never)]
    pub(crate) fn go_on(&mut self, slot: u32, then: Then) {
        match then {
            Then::Node(node) => self.reach(slot, node),
            Then::HangUp => self.leave_flow_for_good(slot, Outcome::HungUpInFlow),
            Then::Done => self.leave_flow_for_good(slot, Outcome::SelfServed),
            Then::Lane(lane) => {
                self.leave_flow(slot);
                self.join(slot, lane);
            }
        }
    }

    /// A contact comes to a node.
    #[inline(never)]
    fn reach(&mut self, slot: u32, node: NodeId) {
        let contact = self.contacts[slot];
        let flow = FlowId(contact.flow);
        self.watch.reached(self.now, &contact.record, flow, node);
        let plan = self.plan;
        match &plan.scenario.flows[flow.index()].nodes[node.index()] {
            Node::Play { time, hang_up, next } => {
                let mut stream = self.node_stream(slot);
                let then = if stream.chance(*hang_up) { Then::HangUp } else { Then::Node(*next) };
                self.spend(slot, time.sampler().draw(&mut stream), then);
            }
            Node::Menu { time, hang_up, branches } => {
                let mut stream = self.node_stream(slot);
                let branch = branch(branches, &mut stream);
                let left = stream.chance(*hang_up);
                let choosing = time.sampler().draw(&mut stream);
                match branch {
                    Some(branch) if !left => {
                        let extra = branch.time.sampler().draw(&mut stream);
                        self.spend(slot, choosing.plus(extra), Then::Node(branch.next));
                    }
                    _ => self.spend(slot, choosing, Then::HangUp),
                }
            }
            Node::SelfService { time, hang_up, contained, next } => {
                let mut stream = self.node_stream(slot);
                let (left, done) = (stream.chance(*hang_up), stream.chance(*contained));
                let then = match (left, done) {
                    (true, _) => Then::HangUp,
                    (false, true) => Then::Done,
                    (false, false) => Then::Node(*next),
                };
                self.spend(slot, time.sampler().draw(&mut stream), then);
            }
            Node::Hours { open, closed, .. } => {
                let is_open = plan.doors[flow.index()][node.index()].is_open(self.now);
                self.spend(slot, Span::ZERO, Then::Node(if is_open { *open } else { *closed }));
            }
            Node::Enqueue { queue, priority } => {
                self.leave_flow(slot);
                let lane = plan.lane(contact.record.kind.0, *queue, *priority);
                self.join(slot, lane);
            }
            Node::ShortestWait { sites, .. } => {
                let kind = contact.record.kind.0;
                let site = &sites[self.best_site(kind, flow, node, sites)];
                let time = site.delay.sampler().draw(&mut self.node_stream(slot));
                self.spend(slot, time, Then::Lane(plan.lane(kind, site.queue, site.priority)));
            }
            Node::TransferOut => self.leave_flow_for_good(slot, Outcome::TransferredOut),
            Node::HangUp => self.leave_flow_for_good(slot, Outcome::Closed),
        }
    }

    /// Chance of a contact at its next node, the same whatever happens elsewhere.
    fn node_stream(&mut self, slot: u32) -> Stream {
        let contact = &mut self.contacts[slot];
        let (customer, attempt) = (contact.record.customer, u64::from(contact.record.attempt));
        let key = customer << 24 | (attempt & 0xff) << 16 | u64::from(contact.steps);
        contact.steps = contact.steps.wrapping_add(1);
        self.streams.keyed(Purpose::Flow, contact.record.kind.0, key)
    }

    /// A contact spends time at a node.
    fn spend(&mut self, slot: u32, time: Span, then: Then) {
        self.contacts[slot].phase = Phase::InFlow(then);
        self.steps.set(&mut self.contacts, slot, self.now + time);
    }

    /// A contact frees its port.
    fn leave_flow(&mut self, slot: u32) {
        let contact = &self.contacts[slot];
        self.in_flow[contact.flow as usize] -= 1;
        self.watch.left_flow(self.now, &contact.record, FlowId(contact.flow), contact.since);
    }

    fn leave_flow_for_good(&mut self, slot: u32, outcome: Outcome) {
        self.leave_flow(slot);
        self.end(slot, outcome);
    }
}

/// The branch that a customer takes.
fn branch<'plan>(branches: &'plan [Branch], stream: &mut Stream) -> Option<&'plan Branch> {
    let mut rest = stream.uniform();
    for branch in branches {
        rest -= branch.share.get();
        if rest < 0.0 {
            return Some(branch);
        }
    }
    branches.iter().rev().find(|branch| branch.share.get() > 0.0)
}
