//! Flows in their place: what may stand before a talk or after it, and contacts that come out of each other.

use std::collections::BTreeSet;

use super::Ground;
use super::graph::{place, reached};
use crate::scenario::read::Finding;
use crate::scenario::{Aim, ContactType, Deed, Ending, Follow, Scenario};
use crate::units::{ContactTypeId, FlowId};

pub(super) fn check(ground: &mut Ground<'_>) {
    let scenario = ground.scenario;
    let after: BTreeSet<FlowId> = scenario.contacts.iter().filter_map(|contact| contact.after_talk).collect();
    let after = onwards(scenario, after);
    let before = scenario.contacts.iter().flat_map(|contact| before_talk(scenario, contact)).collect();
    for (flow, node, to) in ends(scenario, &after) {
        if let Some(what) = asks_for_more(to) {
            let name = &scenario.flows[flow.index()].names[node];
            let message = format!("after the talk a contact is over, and the node `{name}` {what}");
            let help = "name a flow in `after_talk` that ends with a survey or by hanging up";
            refuse(ground, (flow, node), message, help);
        }
    }
    for (flow, node, _) in ends(scenario, &before).into_iter().filter(|(.., to)| *to == Aim::End(Ending::Surveyed)) {
        let name = &scenario.flows[flow.index()].names[node];
        let message = format!("contacts come to the survey `{name}` that no agent has talked to");
        refuse(ground, (flow, node), message, "name this flow in `after_talk` of a contact type, and nowhere else");
    }
    circles(ground);
    elevations(ground);
    for contact in scenario.contacts.iter().filter(|contact| contact.after_talk.is_some() && !contact.channel.live) {
        let message =
            format!("nobody is on the line after work on `contacts.{}`: `after_talk` means nothing", contact.name);
        let written = ground.setting("contacts", &contact.name, "after_talk");
        let help = "remove it, or choose a live channel such as phone".to_owned();
        ground.findings.add(Finding::error(written, message).help(help));
    }
}

/// Conversations that would become conversations of the same type.
fn elevations(ground: &mut Ground<'_>) {
    let scenario = ground.scenario;
    for (number, contact) in scenario.contacts.iter().enumerate() {
        let turns = contact.pauses.as_ref().and_then(|pauses| pauses.turns.as_ref());
        let own = turns.and_then(|turns| turns.elevation.as_ref()).filter(|it| it.kind == ContactTypeId::of(number));
        if own.is_some() {
            let message = format!("conversations of `{}` become contacts of the same type", contact.name);
            let written = ground.setting("contacts", &contact.name, "turns");
            let help = "name another contact type in `elevation.contacts`, such as one for calls".to_owned();
            ground.findings.add(Finding::error(written, message).help(help));
        }
    }
}

fn refuse(ground: &mut Ground<'_>, (flow, node): (FlowId, usize), message: String, help: &str) {
    let of = &ground.scenario.flows[flow.index()];
    let place = place(ground, &of.name, &of.names[node]);
    ground.findings.add(Finding::error(place, message).help(help.to_owned()));
}

/// Flows that contacts of a type may come to before an agent talks to them.
fn before_talk(scenario: &Scenario, contact: &ContactType) -> BTreeSet<FlowId> {
    let contact = ContactType { after_talk: None, ..contact.clone() };
    scenario.reach(&contact).flows
}

/// These flows and all that they lead to.
fn onwards(scenario: &Scenario, mut flows: BTreeSet<FlowId>) -> BTreeSet<FlowId> {
    loop {
        let led = ends(scenario, &flows).into_iter();
        let more: Vec<FlowId> =
            led.filter_map(|(.., to)| if let Aim::Flow(next) = to { Some(next) } else { None }).collect();
        let before = flows.len();
        flows.extend(more);
        if flows.len() == before {
            return flows;
        }
    }
}

/// Every way out of these flows that some contact takes: flow, node and where it leads.
fn ends(scenario: &Scenario, flows: &BTreeSet<FlowId>) -> Vec<(FlowId, usize, Aim)> {
    let mut ends = Vec::new();
    for &id in flows {
        let flow = &scenario.flows[id.index()];
        let reached = reached(flow);
        for (number, node) in flow.nodes.iter().enumerate().filter(|(number, _)| reached[*number]) {
            let out = node.possible().filter(|way| !matches!(way.to, Aim::Node(_)));
            ends.extend(out.map(|way| (id, number, way.to)));
        }
    }
    ends
}

/// What is wrong with a way out of a flow after the talk.
fn asks_for_more(to: Aim) -> Option<&'static str> {
    match to {
        Aim::Queue(..) => Some("sends it to a queue"),
        Aim::End(Ending::LeftMessage) => Some("takes a message"),
        Aim::End(Ending::Deflected) => Some("sends it to another channel"),
        Aim::End(Ending::Resolved | Ending::FalselyContained) => Some("serves it itself"),
        Aim::Node(_) | Aim::Flow(_) | Aim::End(_) => None,
    }
}

/// Contacts that come out of others of their own type in the end: there would be no end.
fn circles(ground: &mut Ground<'_>) {
    let scenario = ground.scenario;
    for (number, contact) in scenario.contacts.iter().enumerate() {
        for (flow, node, next) in followers(scenario, contact) {
            if leads_to(scenario, next, ContactTypeId::of(number)) {
                let name = &scenario.flows[flow.index()].names[node];
                let message = format!(
                    "at the node `{name}` contacts of `{}` come out of contacts of the same type",
                    contact.name
                );
                let help = "name a contact type that does not come to this node again";
                return refuse(ground, (flow, node), message, help);
            }
        }
    }
}

/// Where contacts come out of those of a type, and of which type they are.
fn followers(scenario: &Scenario, contact: &ContactType) -> Vec<(FlowId, usize, ContactTypeId)> {
    let mut found = Vec::new();
    for flow in before_talk(scenario, contact) {
        for (number, node) in scenario.flows[flow.index()].nodes.iter().enumerate() {
            if let Deed::Follow(Follow { kind: Some(kind), .. }) = &node.deed {
                found.push((flow, number, *kind));
            }
        }
    }
    found
}

/// Whether contacts of one type come out of those of another, maybe over others.
fn leads_to(scenario: &Scenario, from: ContactTypeId, to: ContactTypeId) -> bool {
    let (mut open, mut seen) = (vec![from], BTreeSet::new());
    while let Some(kind) = open.pop() {
        if kind == to {
            return true;
        }
        if seen.insert(kind.0) {
            open.extend(followers(scenario, &scenario.contacts[kind.index()]).into_iter().map(|(.., kind)| kind));
        }
    }
    false
}
