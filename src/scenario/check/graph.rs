//! Flows as graphs: every node is reached, and every node leads to an end.

use super::Ground;
use crate::family::Place;
use crate::scenario::flows::{told, way_to};
use crate::scenario::read::Finding;
use crate::scenario::{Aim, Flow, Node};

pub(super) fn check(ground: &mut Ground<'_>) {
    for flow in &ground.scenario.flows {
        let (reached, ending) = (reached(flow), ending(flow));
        for (index, name) in flow.names.iter().enumerate() {
            let place = place(ground, &flow.name, name);
            if !reached[index] {
                let message = format!("no contact ever comes to the node `{name}` of the flow `{}`", flow.name);
                ground.warn(place, message, "name it in the `next` of another node, or remove it");
            } else if !ending[index] {
                let message = format!(
                    "a contact at the node `{name}` goes round for ever and never leaves the flow `{}`",
                    flow.name
                );
                let help = "lead one way to an `enqueue`, `transfer-out` or `hang-up` node".to_owned();
                let finding = Finding::error(place, message).label("no way out").note(round(flow, index)).help(help);
                ground.findings.add(finding);
            }
        }
    }
}

/// Where a node stands.
pub(super) fn place(ground: &Ground<'_>, flow: &str, node: &str) -> Place {
    let flow = ground.root.get("flows").and_then(|flows| flows.get(flow));
    let nodes = flow.and_then(|flow| flow.get("nodes"));
    let entry = nodes.and_then(|nodes| nodes.entries().iter().find(|entry| entry.key == node));
    entry.map_or(ground.root.place, |entry| entry.place)
}

/// How a contact comes to a node from which no way leads out, and back to it.
fn round(flow: &Flow, node: usize) -> String {
    let next = |node: usize| flow.nodes[node].next().iter().map(|next| next.index()).collect();
    let mut path = way_to(flow.start.index(), node, flow.nodes.len(), next).unwrap_or_default();
    let first = flow.nodes[node].next().first().map_or(node, |first| first.index());
    match way_to(first, node, flow.nodes.len(), next) {
        Some(back) => path.extend(back),
        None => path.push(first),
    }
    format!("the way there: {}", told(&path, &flow.names))
}

/// The nodes that a contact can come to.
pub(super) fn reached(flow: &Flow) -> Vec<bool> {
    let mut reached = vec![false; flow.nodes.len()];
    let mut open = vec![flow.start.index()];
    while let Some(node) = open.pop() {
        if !std::mem::replace(&mut reached[node], true) {
            open.extend(flow.nodes[node].next().iter().map(|next| next.index()));
        }
    }
    reached
}

/// The nodes from which some way leads out.
fn ending(flow: &Flow) -> Vec<bool> {
    let mut ending: Vec<bool> = flow.nodes.iter().map(ends).collect();
    loop {
        let more: Vec<usize> = (0..flow.nodes.len())
            .filter(|node| !ending[*node] && flow.nodes[*node].next().iter().any(|next| ending[next.index()]))
            .collect();
        if more.is_empty() {
            return ending;
        }
        for node in more {
            ending[node] = true;
        }
    }
}

/// Whether a contact may leave the flow at this node.
fn ends(node: &Node) -> bool {
    node.possible().any(|way| !matches!(way.to, Aim::Node(_)))
}
