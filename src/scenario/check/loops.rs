//! Loops without time: ways through flows and closed queues that come back to where they began at the same moment.
//!
//! What is open changes only at opening and closing times, so one look after each of them in a week sees everything.

use std::collections::BTreeSet;

use super::Ground;
use crate::scenario::read::Finding;
use crate::scenario::{
    AfterLast, Aim, Clock as StepClock, Deed, Leave, Node, OnTransfer, Queue, Scenario, Step, Turn, Way, WhenClosed,
};
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
        let mut stops = stops(scenario).into_iter();
        if let Some((stop, path)) = stops.find_map(|stop| Some((stop, round(scenario, stop, (day, clock))?))) {
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
            let finding = Finding::error(place, message).label("goes round for ever").help(help);
            ground.findings.add(finding.note(format!("the way round: {}", told(scenario, &path))));
            return;
        }
    }
}

/// When something opens or closes, and Monday's midnight.
fn moments(scenario: &Scenario) -> BTreeSet<(Weekday, Clock)> {
    let in_flows = scenario.flows.iter().flat_map(|flow| &flow.nodes).filter_map(|node| match &node.deed {
        Deed::Hours(hours) => Some(hours),
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

/// The shortest way on which a contact comes back to a place at the same moment, if there is one.
fn round(scenario: &Scenario, start: Stop, moment: (Weekday, Clock)) -> Option<Vec<Stop>> {
    // Each place with the number of the one before it.
    let mut found: Vec<(Stop, usize)> = vec![(start, 0)];
    let mut at = 0;
    while at < found.len() {
        for stop in next(scenario, found[at].0, moment) {
            if stop == start {
                return Some(way_back(&found, at));
            }
            if !found.iter().any(|(known, _)| *known == stop) {
                found.push((stop, at));
            }
        }
        at += 1;
    }
    None
}

/// The places from the first to this one, and the first again.
fn way_back(found: &[(Stop, usize)], last: usize) -> Vec<Stop> {
    let (start, mut at) = (found[0].0, last);
    let mut path = vec![start];
    while at > 0 {
        path.push(found[at].0);
        at = found[at].1;
    }
    path.push(start);
    path.reverse();
    path
}

/// A way in words.
fn told(scenario: &Scenario, path: &[Stop]) -> String {
    let name = |stop: &Stop| match *stop {
        Stop::Queue(queue) => format!("queue `{}`", scenario.queues[queue].name),
        Stop::Node(flow, node) => format!("`{}`", scenario.flows[flow].names[node]),
    };
    path.iter().map(name).collect::<Vec<_>>().join(" > ")
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
        Stop::Node(flow, node) => from_node(scenario, (flow, &scenario.flows[flow].nodes[node]), moment),
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

/// Where a node leads without time.
fn from_node(scenario: &Scenario, (flow, node): (usize, &Node), moment: (Weekday, Clock)) -> Vec<Stop> {
    let open = |way: &&Way| match (&node.deed, way.turn) {
        (Deed::Hours(hours), turn) => open_at(hours, moment) == (turn == Turn::Open),
        (deed, turn) => deed.is_timeless(turn),
    };
    let stop = |way: &Way| match way.to {
        Aim::Node(next) => Some(Stop::Node(flow, next.index())),
        Aim::Queue(queue, _) => Some(Stop::Queue(queue.index())),
        Aim::Flow(next) => Some(Stop::Node(next.index(), scenario.flows[next.index()].start.index())),
        Aim::End(_) => None,
    };
    node.possible().filter(open).filter_map(stop).collect()
}

fn open_at(hours: &Hours, (day, clock): (Weekday, Clock)) -> bool {
    hours.days[day.index()].iter().any(|(from, to)| *from <= clock && clock < *to)
}
