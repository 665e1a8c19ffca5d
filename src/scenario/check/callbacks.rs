//! Callbacks that nobody is offered, accepts, answers or makes.

use super::Ground;
use super::graph::place;
use crate::scenario::read::Finding;
use crate::scenario::{Callback, Deed, Queue, Scenario};
use crate::units::{QueueId, Share};

pub(super) fn check(ground: &mut Ground<'_>) {
    offered_without_terms(ground);
    for (number, queue) in ground.scenario.queues.iter().enumerate() {
        if let Some(of) = &queue.callback
            && let Some((message, help)) = in_vain(ground.scenario, QueueId::of(number), (queue, of))
        {
            let written = ground.setting("queues", &queue.name, "callback");
            ground.warn(written, message, help);
        }
    }
}

/// Nodes of flows that offer the callback of a queue that has none.
fn offered_without_terms(ground: &mut Ground<'_>) {
    for flow in &ground.scenario.flows {
        for (node, name) in flow.nodes.iter().zip(&flow.names) {
            let Deed::OfferCallback(queue) = node.deed else { continue };
            let queue = &ground.scenario.queues[queue.index()];
            if queue.callback.is_none() {
                let at = place(ground, &flow.name, name);
                let message =
                    format!("the node `{name}` offers a callback of the queue `{}`, which has none", queue.name);
                let help = format!("write `callback = {{}}` in `[queues.{}]`", queue.name);
                ground.findings.add(Finding::error(at, message).help(help));
            }
        }
    }
}

/// Why nobody is ever called back, and what to do.
fn in_vain(scenario: &Scenario, own: QueueId, (queue, of): (&Queue, &Callback)) -> Option<(String, &'static str)> {
    let name = &queue.name;
    let mut nodes = scenario.flows.iter().flat_map(|flow| &flow.nodes);
    let in_flow = nodes.any(|node| matches!(node.deed, Deed::OfferCallback(queue) if queue == own));
    let serves = |team: &crate::scenario::Team| team.queues.is_empty() || team.membership(of.queue).is_some();
    if of.offer_at.is_none() && !in_flow {
        let help = "write `offer_at = \"0s\"`, or a node `offer-callback` in a flow";
        Some((format!("nobody is ever offered a callback of the queue `{name}`"), help))
    } else if of.accept.iter().all(|(_, share)| *share == Share::ZERO) {
        Some((format!("nobody accepts a callback of the queue `{name}`: `accept` is 0"), "expected a share above 0"))
    } else if of.answer == Share::ZERO {
        let help = "expected a share above 0 in `answer`";
        Some((format!("nobody answers a callback of the queue `{name}`: `answer` is 0, so that every one fails"), help))
    } else if !scenario.teams.iter().any(serves) {
        let to = &scenario.queues[of.queue.index()].name;
        let help = "name it in `queues` of a team";
        Some((format!("nobody makes the callbacks of the queue `{name}`: no team serves the queue `{to}`"), help))
    } else {
        None
    }
}
