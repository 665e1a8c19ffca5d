//! Loops without time: ways through flows and closed queues that come back to where they began at the same moment.
//!
//! What is open changes only at opening and closing times, so one look after each of them in a week sees everything.

use std::collections::BTreeSet;

use super::Ground;
use crate::scenario::read::Finding;
use crate::scenario::{AfterLast, Clock as StepClock, Leave, Node, OnTransfer, Queue, Scenario, Step, WhenClosed};
use crate::units::{Clock, Hours, Span, Weekday};

/// A place that a contact can pass through at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stop {
    Queue(usize),
    Node(usize, usize),
}

pub(super) fn check(ground: &mut Ground<'_>) {
    let scenario = ground.scenario;
    for (day, clock) in moments(scenario) {
        if let Some(stop) = stops(scenario).into_iter().find(|stop| returns(scenario, *stop, (day, clock))) {
            let (place, name) = match stop {
                Stop::Queue(queue) => {
                    let name = &scenario.queues[queue].name;
                    let written = |setting| ground.setting("queues", name, setting);
                    let settings = ["when_closed", "overflow", "no_agents", "schedule"].map(written);
                    let elsewhere = |place: &crate::family::Place| *place != ground.named("queues", name);
                    let place = settings.into_iter().find(elsewhere).unwrap_or(ground.named("queues", name));
                    (place, format!("queue `{name}`"))
                }
                Stop::Node(flow, node) => {
                    let flow = &scenario.flows[flow];
                    (
                        ground.named("flows", &flow.name),
                        format!("node `{}` of the flow `{}`", flow.names[node], flow.name),
                    )
                }
            };
            let message =
                format!("on {day} at {clock} a contact at the {name} comes back to it without any time passing");
            let help = "let one step on the way take time, or lead elsewhere".to_owned();
            ground.findings.add(Finding::error(place, message).label("goes round for ever").help(help));
            return;
        }
    }
}

/// When something opens or closes, and Monday's midnight.
fn moments(scenario: &Scenario) -> BTreeSet<(Weekday, Clock)> {
    let in_flows = scenario.flows.iter().flat_map(|flow| &flow.nodes).filter_map(|node| match node {
        Node::Hours { hours, .. } => Some(hours),
        _ => None,
    });
    let hours = scenario.queues.iter().map(|queue| &queue.hours).chain(in_flows);
    let bounds = hours
        .flat_map(|hours| Weekday::ALL.into_iter().zip(&hours.days))
        .flat_map(|(day, spans)| spans.iter().flat_map(move |(from, to)| [(day, *from), (day, *to)]));
    let midnights = Weekday::ALL.into_iter().map(|day| (day, Clock::default()));
    midnights.chain(bounds).collect()
}

fn stops(scenario: &Scenario) -> Vec<Stop> {
    let queues = (0..scenario.queues.len()).map(Stop::Queue);
    let nodes = scenario.flows.iter().enumerate();
    queues.chain(nodes.flat_map(|(flow, it)| (0..it.nodes.len()).map(move |node| Stop::Node(flow, node)))).collect()
}

fn returns(scenario: &Scenario, start: Stop, moment: (Weekday, Clock)) -> bool {
    let mut seen = Vec::new();
    let mut open = next(scenario, start, moment);
    while let Some(stop) = open.pop() {
        if stop == start {
            return true;
        }
        if !seen.contains(&stop) {
            seen.push(stop);
            open.extend(next(scenario, stop, moment));
        }
    }
    false
}

/// Where a contact may be at the same moment.
fn next(scenario: &Scenario, stop: Stop, moment: (Weekday, Clock)) -> Vec<Stop> {
    match stop {
        Stop::Queue(queue) => {
            let queue = &scenario.queues[queue];
            let closed = match queue.when_closed {
                WhenClosed::Leave(leave) if !open_at(&queue.hours, moment) => Some(leave),
                _ => None,
            };
            let leaves = closed.into_iter().chain(at_once(queue));
            leaves.filter_map(|leave| aim(scenario, leave)).collect()
        }
        Stop::Node(flow, node) => from_node(&scenario.flows[flow].nodes[node], moment)
            .into_iter()
            .map(|next| match next {
                Ok(node) => Stop::Node(flow, node),
                Err(queue) => Stop::Queue(queue),
            })
            .collect(),
    }
}

/// Where a leave leads, unless out of the centre.
fn aim(scenario: &Scenario, leave: Leave) -> Option<Stop> {
    match leave {
        Leave::Queue(other) => Some(Stop::Queue(other.index())),
        Leave::Flow(flow) => Some(Stop::Node(flow.index(), scenario.flows[flow.index()].start.index())),
        Leave::Disconnect | Leave::TransferOut => None,
    }
}

/// Where a queue may send a contact as soon as it comes, by the state of the centre.
fn at_once(queue: &Queue) -> Vec<Leave> {
    let overflow = queue.overflow.iter().filter(|rule| rule.when.constant() != Some(false)).map(|rule| rule.action);
    let absent = queue.no_agents.as_ref().filter(|rule| !rule.join.is_empty() || rule.grace == Span::ZERO);
    let takes_time = queue.steps.last().is_some_and(|step| step.at.plus(step.lasts.unwrap_or(Span::ZERO)) > Span::ZERO)
        && !queue.steps.iter().any(Step::is_conditional)
        && matches!(queue.schedule.clock, StepClock::SinceEnqueue | StepClock::SinceStepStart)
        && queue.schedule.on_transfer == OnTransfer::Restart;
    let ended = match queue.schedule.after_last {
        AfterLast::Leave(leave) if !takes_time => Some(leave),
        _ => None,
    };
    overflow.chain(absent.map(|rule| rule.action)).chain(ended).collect()
}

/// Nodes, or a queue, that follow without time.
fn from_node(node: &Node, moment: (Weekday, Clock)) -> Vec<Result<usize, usize>> {
    match node {
        Node::Play { time, next, .. } | Node::SelfService { time, next, .. } if time.mean() == 0.0 => {
            vec![Ok(next.index())]
        }
        Node::Menu { time, branches, .. } if time.mean() == 0.0 => {
            let timeless = branches.iter().filter(|branch| branch.time.mean() == 0.0 && branch.share.get() > 0.0);
            timeless.map(|branch| Ok(branch.next.index())).collect()
        }
        Node::Hours { hours, open, closed } => {
            vec![Ok(if open_at(hours, moment) { open.index() } else { closed.index() })]
        }
        Node::Enqueue { queue, .. } => vec![Err(queue.index())],
        Node::ShortestWait { sites, .. } => {
            let at_once = sites.iter().filter(|site| site.delay.mean() == 0.0);
            at_once.map(|site| Err(site.queue.index())).collect()
        }
        _ => Vec::new(),
    }
}

fn open_at(hours: &Hours, (day, clock): (Weekday, Clock)) -> bool {
    hours.days[day.index()].iter().any(|(from, to)| *from <= clock && clock < *to)
}
