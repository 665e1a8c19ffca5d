//! Journeys: what a centre remembers of the way of a contact through its flows.

use super::contact::NONE;
use crate::plan::Plan;
use crate::record::{ContactRecord, Exit};
use crate::units::{FlowId, NodeId, Span};

/// All flows at one moment.
#[derive(Debug, Clone)]
pub(crate) struct FlowsNow {
    /// By flow: contacts in it.
    inside: Vec<u32>,
    /// By slot: how its contact came on; of another contact that had the slot where the serial is another.
    journeys: Vec<Journey>,
}

/// The way of one contact so far.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Journey {
    /// Whose way it is.
    serial: u64,
    /// Which part of its life it is.
    pub(crate) part: Part,
    /// The last thing that decided where it goes.
    pub(crate) mark: Option<Exit>,
    /// Where the customer wanted to go who was misunderstood at this menu.
    pub(crate) wanted: Option<Wanted>,
    /// Time that the whole talk takes, while an agent is about to find out that the contact is wrong there.
    pub(crate) talk: Option<Span>,
}

/// The part of a contact's life that a visit to a flow belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// Before service, or in its place.
    Before,
    /// After an agent has found out that it was misrouted.
    Again,
    /// After the talk.
    AfterTalk,
}

/// Where a customer wanted to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Wanted {
    /// The flow.
    pub(crate) flow: FlowId,
    /// The menu in it at which the customer was misunderstood.
    pub(crate) menu: NodeId,
    /// The way on from there that was meant.
    pub(crate) way: u16,
}

impl Journey {
    /// A way that begins.
    const fn of(serial: u64, part: Part) -> Self {
        Self { serial, part, mark: None, wanted: None, talk: None }
    }

    /// How a visit ends that would end like this if nothing on the way had decided otherwise.
    pub(crate) fn exit(&self, plainly: Exit) -> Exit {
        match (self.part, plainly) {
            (Part::Again, _) => Exit::PassedOn,
            (Part::AfterTalk, Exit::Surveyed) => Exit::Surveyed,
            (Part::AfterTalk, _) => Exit::Parted,
            (Part::Before, Exit::Routed) => self.mark.unwrap_or(Exit::Routed),
            (Part::Before, other) => other,
        }
    }
}

impl FlowsNow {
    /// Nobody anywhere.
    pub(crate) fn new(plan: &Plan) -> Self {
        Self { inside: vec![0; plan.scenario.flows.len()], journeys: Vec::new() }
    }

    /// Takes a port of a flow that has so many; false if there is none.
    pub(crate) fn take_port(&mut self, flow: FlowId, ports: Option<u32>) -> bool {
        let inside = &mut self.inside[flow.index()];
        let free = ports.is_none_or(|ports| *inside < ports);
        *inside += u32::from(free);
        free
    }

    /// Frees a port.
    pub(crate) fn leave_port(&mut self, flow: FlowId) {
        self.inside[flow.index()] -= 1;
    }

    /// A way begins.
    pub(crate) fn begin(&mut self, slot: u32, record: &ContactRecord, part: Part) {
        let place = slot as usize;
        if self.journeys.len() <= place {
            self.journeys.resize(place + 1, Journey::of(u64::from(NONE), Part::Before));
        }
        self.journeys[place] = Journey::of(record.serial, part);
    }

    /// The way of a contact that has been in a flow.
    pub(crate) fn of(&mut self, slot: u32, record: &ContactRecord) -> Option<&mut Journey> {
        self.journeys.get_mut(slot as usize).filter(|journey| journey.serial == record.serial)
    }
}
