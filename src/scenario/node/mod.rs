//! IVR nodes: the steps that a flow is made of.
//!
//! A member says how a node is written and wired; what happens in it is the engine's.

mod enqueue;
mod hang_up;
mod hours;
mod menu;
mod play;
mod self_service;
mod shortest_wait;
mod transfer_out;

use super::Node;
use super::read::resolve;
use super::section::{Site, default};
use crate::family::{Family, Kind, Scope, Setting, Settings};
use crate::units::NodeId;

/// How a node is made; what is wrong with it goes to the findings of its site.
pub type Make = fn(&Settings, &mut Wiring<'_, '_>) -> Option<Node>;

/// Every kind of node, sorted by keyword.
pub static NODES: Family<Make> = Family {
    name: "nodes",
    summary: "what a contact meets in an IVR flow",
    bare: None,
    entries: &[
        enqueue::ENTRY,
        hang_up::ENTRY,
        hours::ENTRY,
        menu::ENTRY,
        play::ENTRY,
        self_service::ENTRY,
        shortest_wait::ENTRY,
        transfer_out::ENTRY,
    ],
};

/// The share that does not go on, of nodes that take time.
const HANG_UP: Setting =
    default("hang_up", Kind::Share, "0", "probability that the customer hangs up instead of going on");

/// What a node is wired into.
#[derive(Debug)]
pub struct Wiring<'a, 'b> {
    /// The scenario being built.
    pub(super) site: &'a mut Site<'b>,
    /// The nodes of the same flow.
    pub(super) nodes: &'a [String],
}

impl Wiring<'_, '_> {
    /// The node that a setting names.
    fn node(&mut self, settings: &Settings, name: &str) -> Option<NodeId> {
        let place = settings.place_of(name);
        resolve((Scope::Nodes, self.nodes), (&settings.text(name), place), self.site.findings).map(NodeId::of)
    }
}
