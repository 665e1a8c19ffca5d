//! Flows: a contact walks from node to node until it waits, is done, or has gone.

use super::deed::{Drawn, draw};
use super::load::stretched;
use crate::engine::centre::Centre;
use crate::engine::contact::{NONE, Phase};
use crate::engine::journey::{Journey, Part, Wanted};
use crate::random::{Purpose, Stream};
use crate::record::{Exit, Observer, Outcome, Transfer};
use crate::scenario::{Aim, Deed, Ending, Node, Turn};
use crate::units::{FlowId, NodeId, QueueId, Span};

impl<Watch: Observer> Centre<'_, Watch> {
    /// A contact enters a flow, if it has a free port.
    #[inline(never)]
    pub(crate) fn enter_flow(&mut self, slot: u32, flow: FlowId) {
        self.forget_misunderstanding(slot);
        let (record, ports) = (self.contacts[slot].record, self.plan.scenario.flows[flow.index()].ports);
        self.flows.begin(slot, &record, Part::Before);
        if self.flows.take_port(flow, ports) {
            self.begin_flow(slot, flow, self.plan.scenario.flows[flow.index()].start);
        } else {
            self.end(slot, Outcome::Blocked);
        }
    }

    /// A contact that has a port begins to walk through a flow at a node.
    pub(super) fn begin_flow(&mut self, slot: u32, flow: FlowId, node: NodeId) {
        let contact = &mut self.contacts[slot];
        contact.flow = flow.0;
        contact.since = self.now;
        self.reach(slot, node);
    }

    /// A contact comes to a node.
    fn reach(&mut self, slot: u32, node: NodeId) {
        let contact = &self.contacts[slot];
        let flow = FlowId(contact.flow);
        self.watch.reached(self.now, &contact.record, flow, node);
        let of = self.node(flow, node);
        if let Deed::SelfService { cost, .. } = &of.deed {
            self.watch.used(self.now, &contact.record, *cost);
        }
        let drawn = self.draw_turn(slot, (flow, node));
        let way = way_of(of, drawn.turn);
        if let (Turn::Choice(_), Some(journey)) = (drawn.turn, self.journey(slot)) {
            journey.wanted = drawn.wanted.map(|turn| Wanted { flow, menu: node, way: way_of(of, turn) });
        }
        if matches!(of.deed, Deed::Go) {
            self.take_way(slot, node, way);
        } else {
            self.contacts[slot].phase = Phase::InFlow { node, way };
            self.steps.set(&mut self.contacts, slot, self.now + drawn.time);
        }
    }

    /// Time and turn of a contact at a node.
    fn draw_turn(&mut self, slot: u32, (flow, node): (FlowId, NodeId)) -> Drawn {
        match &self.node(flow, node).deed {
            Deed::Hours(_) => {
                let open = self.plan.doors[flow.index()][node.index()].is_open(self.now);
                Drawn::at_once(if open { Turn::Open } else { Turn::Closed })
            }
            Deed::Decide(_) => Drawn::at_once(Turn::Case(self.first_case(flow, node) as u16)),
            Deed::ByType(cases) => {
                let (kind, ways) = (self.contacts[slot].record.kind, &self.node(flow, node).ways);
                Drawn::at_once(Turn::Case(cases[kind.index()].unwrap_or(ways.len() as u16 - 1)))
            }
            Deed::ShortestWait { sites, .. } => {
                let best = self.best_site(self.contacts[slot].record.kind.0, flow, node, sites);
                let time = sites[best].delay.sampler().draw(&mut self.node_stream(slot));
                Drawn { time, turn: Turn::Case(best as u16), wanted: None }
            }
            Deed::OfferCallback(queue) => {
                let accepts = self.accepts_in_flow(slot, *queue);
                Drawn::at_once(Turn::Case(u16::from(!accepts)))
            }
            Deed::Go => Drawn::at_once(Turn::On),
            deed => draw(deed, &mut self.node_stream(slot)),
        }
    }

    /// A contact goes on from a node, now that its time has passed.
    #[inline(never)]
    pub(crate) fn take_way(&mut self, slot: u32, node: NodeId, number: u16) {
        let contact = &self.contacts[slot];
        let flow = FlowId(contact.flow);
        self.watch.went(self.now, &contact.record, (flow, node), usize::from(number));
        let way = &self.node(flow, node).ways[usize::from(number)];
        self.note_turn(slot, way.turn);
        if let (Deed::SelfService { handling, .. }, Turn::Failed) = (&self.node(flow, node).deed, way.turn) {
            let talk = &mut self.contacts[slot].talk;
            *talk = stretched(*talk, *handling);
        }
        match way.to {
            Aim::Node(next) => self.reach(slot, next),
            Aim::Queue(queue, priority) => self.leave_for_queue(slot, queue, priority),
            Aim::Flow(next) => self.pass_on(slot, next),
            Aim::End(ending) => self.end_in_flow(slot, (flow, node), ending),
        }
    }

    /// Remembers a turn that decides where a contact goes.
    fn note_turn(&mut self, slot: u32, turn: Turn) {
        let Some(journey) = self.journey(slot) else { return };
        match turn {
            Turn::ZeroOut => journey.mark = Some(Exit::ZeroOut),
            Turn::Failed => journey.mark = Some(Exit::Failed),
            Turn::Closed => journey.mark = Some(Exit::AfterHours),
            Turn::Choice(_) => {
                journey.mark = Some(if journey.wanted.is_some() { Exit::Misrouted } else { Exit::Routed });
            }
            _ => {}
        }
    }

    fn leave_for_queue(&mut self, slot: u32, queue: QueueId, priority: Option<u16>) {
        self.leave_flow(slot, Exit::Routed);
        self.expect_discovery(slot);
        if self.is_called_back(slot) {
            return self.waits_to_be_called(slot, queue);
        }
        let lane = self.plan.lane(self.contacts[slot].record.kind.0, queue, priority);
        self.join(slot, lane);
    }

    /// A contact goes on in another flow, if that has a free port.
    fn pass_on(&mut self, slot: u32, next: FlowId) {
        let to = &self.plan.scenario.flows[next.index()];
        if self.flows.take_port(next, to.ports) {
            self.leave_port(slot, Exit::PassedOn);
            self.begin_flow(slot, next, to.start);
        } else {
            self.leave_flow(slot, Exit::Routed);
            self.end_or_served(slot, Outcome::Blocked);
        }
    }

    fn end_in_flow(&mut self, slot: u32, (flow, node): (FlowId, NodeId), ending: Ending) {
        let (exit, outcome) = match ending {
            Ending::HungUp => (Exit::HungUp, Outcome::HungUpInFlow),
            Ending::Resolved => (Exit::Resolved, Outcome::SelfServed),
            Ending::FalselyContained => (Exit::FalselyContained, Outcome::SelfServed),
            Ending::TransferredOut => (Exit::Routed, Outcome::TransferredOut),
            Ending::Closed => (Exit::Routed, Outcome::Closed),
            Ending::LeftMessage => (Exit::Routed, Outcome::LeftMessage),
            Ending::Deflected => (Exit::Deflected, Outcome::Deflected),
            Ending::Surveyed => (Exit::Surveyed, Outcome::Served),
        };
        self.leave_flow(slot, exit);
        match &self.node(flow, node).deed {
            Deed::SelfService { back_after, back_as, .. } if ending == Ending::FalselyContained => {
                let delay = back_after.sampler().draw(&mut self.node_stream(slot));
                if let Some(kind) = *back_as {
                    let other = self.comes_out_of(slot, kind, delay);
                    self.issue_goes_on(slot, other);
                    return self.end(slot, outcome);
                }
                self.end_in_error(slot, outcome, (self.now + delay).before(self.plan.end));
            }
            Deed::Follow(follow) if ending != Ending::HungUp => {
                self.follow_up(slot, follow);
                self.end(slot, outcome);
            }
            _ => self.end_or_served(slot, outcome),
        }
    }

    /// A contact is over; one that an agent has talked to was served.
    fn end_or_served(&mut self, slot: u32, outcome: Outcome) {
        let served = self.journey(slot).is_some_and(|journey| journey.part == Part::AfterTalk);
        self.end(slot, if served { Outcome::Served } else { outcome });
    }

    /// The run is cut while a contact is in a flow: how it ends.
    pub(super) fn cut_in_flow(&mut self, slot: u32) -> Outcome {
        self.leave_flow(slot, Exit::Unfinished);
        let served = self.journey(slot).is_some_and(|journey| journey.part == Part::AfterTalk);
        if served { Outcome::Served } else { Outcome::Unfinished }
    }

    /// A contact leaves the flows, plainly like this.
    fn leave_flow(&mut self, slot: u32, plainly: Exit) {
        let exit = self.journey(slot).map_or(plainly, |journey| journey.exit(plainly));
        self.leave_port(slot, exit);
    }

    /// A contact frees its port.
    fn leave_port(&mut self, slot: u32, exit: Exit) {
        let contact = &self.contacts[slot];
        let flow = FlowId(contact.flow);
        self.flows.leave_port(flow);
        self.watch.left_flow(self.now, &contact.record, (flow, contact.since), exit);
    }

    /// Where an agent will find out that a contact is wrong, the talk takes as long as that.
    fn expect_discovery(&mut self, slot: u32) {
        let Some(wanted) = self.journey(slot).filter(|it| it.mark == Some(Exit::Misrouted)).and_then(|it| it.wanted)
        else {
            return;
        };
        let Deed::Menu { discovery: Some(discovery), .. } = &self.node(wanted.flow, wanted.menu).deed else { return };
        let found_out = discovery.sampler().draw(&mut self.node_stream(slot));
        let contact = &mut self.contacts[slot];
        contact.plain = false;
        let talk = std::mem::replace(&mut contact.talk, found_out);
        if let Some(journey) = self.journey(slot) {
            journey.talk = Some(talk);
        }
    }

    /// A contact that nobody will find out about any more has its whole talk before it.
    fn forget_misunderstanding(&mut self, slot: u32) {
        if let Some(talk) = self.journey(slot).and_then(|journey| journey.talk.take()) {
            self.contacts[slot].talk = talk;
        }
    }

    /// After the talk the customer of a contact goes on through a flow, while the agent finishes; false if not.
    #[inline(never)]
    pub(crate) fn travels_on(&mut self, slot: u32, agent: u32) -> bool {
        let found_out = self.journey(slot).and_then(|journey| Some((journey.wanted?, journey.talk.take()?)));
        if let Some((wanted, talk)) = found_out {
            self.tell_hand_over(slot, agent, (Transfer::Cold, None));
            self.send_back(slot, wanted, talk);
            return true;
        }
        if self.plan.rules.passes_on && self.is_passed_on(slot, agent) {
            return true;
        }
        let kind = self.contacts[slot].record.kind.index();
        let Some(flow) = self.plan.scenario.contacts[kind].after_talk else { return false };
        let of = &self.plan.scenario.flows[flow.index()];
        let goes = self.flows.take_port(flow, of.ports);
        if goes {
            if self.plan.rules.passes_on {
                self.dismiss(slot);
            }
            let customer = self.leave_agent(slot, Part::AfterTalk);
            self.begin_flow(customer, flow, of.start);
        }
        goes
    }

    /// An agent sends a contact where its customer wanted to go, through the flow in which the customer was
    /// misunderstood, whether it has a free port or not.
    fn send_back(&mut self, slot: u32, wanted: Wanted, talk: Span) {
        let customer = self.leaves_for_another(slot, talk);
        self.flows.take_port(wanted.flow, None);
        let way = &self.node(wanted.flow, wanted.menu).ways[usize::from(wanted.way)];
        let Aim::Node(node) = way.to else { unreachable!("choices lead to nodes") };
        self.begin_flow(customer, wanted.flow, node);
    }

    /// The customer of a contact leaves its agent, and has a slot of its own from now on.
    pub(super) fn leave_agent(&mut self, slot: u32, part: Part) -> u32 {
        let mut customer = self.contacts[slot];
        self.contacts[slot].on_line = false;
        (customer.timer, customer.next, customer.previous) = (NONE, NONE, NONE);
        let (own, contact) = self.contacts.occupy();
        *contact = customer;
        self.flows.begin(own, &customer.record, part);
        if self.plan.desk.prefers {
            // The person of its own is asked in the first queue alone.
            let last = self.note(slot).agent;
            self.remember(own, last);
            self.note_mut(own).asked = true;
        }
        own
    }

    /// What is remembered of a contact's way.
    pub(super) fn journey(&mut self, slot: u32) -> Option<&mut Journey> {
        self.flows.of(slot, &self.contacts[slot].record)
    }

    /// Chance of a contact at its next node, the same whatever happens elsewhere.
    pub(super) fn node_stream(&mut self, slot: u32) -> Stream {
        let contact = &mut self.contacts[slot];
        let (customer, attempt) = (contact.record.customer, u64::from(contact.record.attempt));
        let key = customer << 24 | (attempt & 0xff) << 16 | u64::from(contact.steps);
        contact.steps = contact.steps.wrapping_add(1);
        self.streams.keyed(Purpose::Flow, contact.record.kind.0, key)
    }
}

impl<'plan, Watch> Centre<'plan, Watch> {
    fn node(&self, flow: FlowId, node: NodeId) -> &'plan Node {
        &self.plan.scenario.flows[flow.index()].nodes[node.index()]
    }
}

/// The number of the way that takes a turn.
fn way_of(node: &Node, turn: Turn) -> u16 {
    let way = node.ways.iter().position(|way| way.turn == turn);
    way.expect("every turn that chance can take has a way") as u16
}
