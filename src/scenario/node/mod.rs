//! IVR nodes: the steps that a flow is made of.
//!
//! A member says how a node is written and wired; what happens in it is the engine's.

mod authenticate;
mod by_type;
mod collect;
mod decide;
mod deflect;
mod enqueue;
mod flow;
mod hang_up;
mod hours;
mod look_up;
mod menu;
mod offer_callback;
mod play;
mod self_service;
mod shortest_wait;
mod split;
mod survey;
mod transfer_out;
mod voicemail;

use super::section::{Site, default};
use super::{Aim, Deed, Turn, Way};
use crate::family::{Family, Kind, Located, Place, Setting, Settings, Value};
use crate::units::{NodeId, Share};

/// How a node is made: what is done there, and every way on; what is wrong with it goes to the findings of its site.
pub type Make = fn(&Settings, &mut Wiring<'_, '_>) -> Option<(Deed, Vec<Way>)>;

/// Every kind of node, sorted by keyword.
pub static NODES: Family<Make> = Family {
    name: "nodes",
    summary: "what a contact meets in an IVR flow",
    bare: None,
    entries: &[
        authenticate::ENTRY,
        by_type::ENTRY,
        collect::ENTRY,
        decide::ENTRY,
        deflect::ENTRY,
        enqueue::ENTRY,
        flow::ENTRY,
        hang_up::ENTRY,
        hours::ENTRY,
        look_up::ENTRY,
        menu::ENTRY,
        offer_callback::ENTRY,
        play::ENTRY,
        self_service::ENTRY,
        shortest_wait::ENTRY,
        split::ENTRY,
        survey::ENTRY,
        transfer_out::ENTRY,
        voicemail::ENTRY,
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
    /// Which of them is made.
    pub(super) at: usize,
    /// Where nodes lead so far.
    pub(super) jumps: &'a mut Vec<Jump>,
}

/// A way from a node to another, as written.
#[derive(Debug, Clone)]
pub struct Jump {
    /// The node it leaves.
    pub(super) from: usize,
    /// The name of the node it leads to.
    pub(super) to: String,
    /// Where that stands.
    pub(super) place: Place,
}

impl Wiring<'_, '_> {
    /// The node that a setting names; names of none are told when all nodes are made.
    pub(super) fn node(&mut self, settings: &Settings, name: &str) -> Option<NodeId> {
        self.jump(settings.find(name).expect("the node is written"))
    }

    /// The node that a value names.
    fn jump(&mut self, located: &Located) -> Option<NodeId> {
        let Value::Text(name) = &located.value else { panic!("a name was declared, found {located:?}") };
        self.jumps.push(Jump { from: self.at, to: name.clone(), place: located.place });
        self.nodes.iter().position(|known| known == name).map(NodeId::of)
    }
}

/// A node that takes time and goes on, or fails.
fn pass(settings: &Settings, wiring: &mut Wiring<'_, '_>) -> Option<(Deed, Vec<Way>)> {
    let time = wiring.site.duration(settings, "time");
    let next = wiring.node(settings, "next");
    let failed = settings.find("failed").map(|_| wiring.node(settings, "failed"));
    let hang_up = settings.share("hang_up");
    let failure = settings.find_share("failure").unwrap_or_default();
    let mut ways: Vec<Way> = Way::hang_up(&[hang_up]).into_iter().collect();
    ways.push(Way::new(Turn::On, "", Aim::Node(next?)).only_if(hang_up < Share::ONE && failure < Share::ONE));
    if let Some(failed) = failed {
        let way = Way::new(Turn::Failed, "failed", Aim::Node(failed?));
        ways.push(way.only_if(hang_up < Share::ONE && failure > Share::ZERO));
    }
    Some((Deed::Pass { time: time?, hang_up, failure }, ways))
}

/// A node at which nothing is done but to take its one way.
#[expect(clippy::unnecessary_wraps, reason = "every node is made by the same kind of function")]
fn go(name: impl Into<String>, to: Aim) -> Option<(Deed, Vec<Way>)> {
    Some((Deed::Go, vec![Way::new(Turn::On, name, to)]))
}
