//! Who gets where: the flows and queues that contact types may come to, and the teams that may serve them.

use crate::scenario::{ContactType, Entrance, Leave, Node, Queue, Scenario, Team, WhenClosed};

/// By contact type, what its contacts may come to.
#[derive(Debug)]
pub(super) struct Reach {
    /// Whether a queue is reached: by contact type, then queue.
    pub queues: Vec<Vec<bool>>,
    /// Whether a flow is reached: by contact type, then flow.
    pub flows: Vec<Vec<bool>>,
}

impl Reach {
    pub(super) fn of(scenario: &Scenario) -> Self {
        let (queues, flows) = scenario.contacts.iter().map(|contact| from(scenario, contact)).unzip();
        Self { queues, flows }
    }
}

fn from(scenario: &Scenario, contact: &ContactType) -> (Vec<bool>, Vec<bool>) {
    let (mut queues, mut flows) = (vec![false; scenario.queues.len()], vec![false; scenario.flows.len()]);
    let mut open = vec![contact.entrance];
    while let Some(entrance) = open.pop() {
        match entrance {
            Entrance::Queue(queue) if !std::mem::replace(&mut queues[queue.index()], true) => {
                open.extend(after(&scenario.queues[queue.index()]));
            }
            Entrance::Flow(flow) if !std::mem::replace(&mut flows[flow.index()], true) => {
                let nodes = &scenario.flows[flow.index()].nodes;
                open.extend(nodes.iter().filter_map(|node| match node {
                    Node::Enqueue { queue, .. } => Some(Entrance::Queue(*queue)),
                    _ => None,
                }));
            }
            _ => {}
        }
    }
    (queues, flows)
}

/// Where the centre may send a contact from a queue.
fn after(queue: &Queue) -> Vec<Entrance> {
    let closed = if let WhenClosed::Leave(leave) = queue.when_closed { Some(leave) } else { None };
    let late = queue.maximum_wait.map(|wait| wait.action);
    let place = |leave| match leave {
        Leave::Queue(queue) => Some(Entrance::Queue(queue)),
        Leave::Flow(flow) => Some(Entrance::Flow(flow)),
        Leave::Disconnect | Leave::TransferOut => None,
    };
    closed.into_iter().chain(late).filter_map(place).collect()
}

/// Whether people of a team may serve a contact type.
pub(super) fn can_serve(team: &Team, contact: &ContactType) -> bool {
    contact.level_of(team).is_some()
}
