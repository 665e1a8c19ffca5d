//! IVR flows: graphs of nodes that a contact walks before, or instead of, waiting for an agent.
//!
//! Every path ends in a queue, outside, or in hanging up; no loop passes without time.

use super::deed::{Aim, Deed, Way};
use super::node::{Jump, NODES, Wiring};
use super::read::{Finding, Findings, resolve, unknown};
use super::section::{Site, optional, required};
use crate::family::{Complaint, Kind, Located, Place, Scope, Setting, Settings};
use crate::units::NodeId;

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
pub struct Node {
    /// What is done here: keyword of its kind.
    pub keyword: &'static str,
    /// How it is done.
    pub deed: Deed,
    /// Every way on from here, each with a turn of its own.
    pub ways: Vec<Way>,
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
    let mut jumps = Vec::new();
    let nodes: Vec<Option<Node>> =
        written.iter().enumerate().map(|(at, (_, located))| node((at, located), &names, (site, &mut jumps))).collect();
    lost(start, &names, &jumps, site.findings);
    let nodes = nodes.into_iter().collect::<Option<Vec<_>>>()?;
    let ports = settings.find_count("ports").map(|ports| ports as u32);
    Some(Flow { name: name.to_owned(), start: start?, ports, names, nodes })
}

fn start(settings: &Settings, names: &[String], site: &mut Site<'_>) -> Option<NodeId> {
    let Some(start) = settings.find_text("start") else { return Some(NodeId::of(0)) };
    let place: Place = settings.place_of("start");
    resolve((Scope::Nodes, names), (&start, place), site.findings).map(NodeId::of)
}

fn node(
    (at, located): (usize, &Located),
    names: &[String],
    (site, jumps): (&mut Site<'_>, &mut Vec<Jump>),
) -> Option<Node> {
    let chosen = located.member();
    let entry = &NODES.entries[chosen.index];
    let (deed, ways) = (entry.make)(&chosen.settings, &mut Wiring { site, nodes: names, at, jumps })?;
    Some(Node { keyword: entry.member.keyword, deed, ways })
}

/// Finds jumps to nodes that are not there, and says how a contact comes to them.
fn lost(start: Option<NodeId>, names: &[String], jumps: &[Jump], findings: &mut Findings) {
    for jump in jumps.iter().filter(|jump| !names.contains(&jump.to)) {
        let next = |node: usize| -> Vec<usize> {
            let leads = jumps.iter().filter(|other| other.from == node);
            leads.filter_map(|other| names.iter().position(|name| *name == other.to)).collect()
        };
        let finding: Finding = unknown(Scope::Nodes, names, (&jump.to, jump.place));
        let path = start.and_then(|start| way_to(start.index(), jump.from, names.len(), next));
        findings.add(match path {
            Some(path) => finding.note(format!("the way there: {} > `{}`", told(&path, names), jump.to)),
            None => finding,
        });
    }
}

/// The shortest way through a graph from one of its nodes to another, both included.
pub(super) fn way_to(start: usize, end: usize, nodes: usize, next: impl Fn(usize) -> Vec<usize>) -> Option<Vec<usize>> {
    let mut before: Vec<Option<usize>> = vec![None; nodes];
    let mut found = vec![start];
    let mut at = 0;
    while at < found.len() && !found.contains(&end) {
        let node = found[at];
        for next in next(node) {
            if !found.contains(&next) {
                before[next] = Some(node);
                found.push(next);
            }
        }
        at += 1;
    }
    let mut path = vec![found.contains(&end).then_some(end)?];
    while let Some(node) = path.last().and_then(|last| before[*last]) {
        path.push(node);
    }
    path.reverse();
    Some(path)
}

/// A way in words: `open` > `menu`.
pub(super) fn told(path: &[usize], names: &[String]) -> String {
    path.iter().map(|node| format!("`{}`", names[*node])).collect::<Vec<_>>().join(" > ")
}

impl Node {
    /// The ways that chance can take.
    pub fn possible(&self) -> impl Iterator<Item = &Way> {
        self.ways.iter().filter(|way| way.possible)
    }

    /// The nodes that may come next, with a positive probability.
    pub fn next(&self) -> Vec<NodeId> {
        let node = |way: &Way| if let Aim::Node(node) = way.to { Some(node) } else { None };
        self.possible().filter_map(node).collect()
    }

    /// The conditions that it asks.
    pub fn conditions(&self) -> &[super::Condition] {
        if let Deed::Decide(cases) = &self.deed { cases } else { &[] }
    }
}
