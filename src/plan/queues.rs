//! Queues made ready: room, doors and longest waits.

use super::Door;
use crate::scenario::{AtClosing, Deed, MaximumWait, Node, Scenario};
use crate::units::Instant;

/// A queue made ready.
#[derive(Debug, Clone)]
pub struct QueuePlan {
    /// Contacts that can wait.
    pub capacity: u32,
    /// When it lets live contacts in.
    pub door: Door,
    /// How long a contact may wait, and where it goes then.
    pub maximum_wait: Option<MaximumWait>,
    /// When it turns away those who wait.
    pub closings: Vec<Instant>,
}

pub(super) fn queue_plan(queue: &crate::scenario::Queue, scenario: &Scenario) -> QueuePlan {
    let door = Door::new(&queue.hours, &scenario.horizon.calendar);
    let closings = match queue.at_closing {
        AtClosing::Serve => Vec::new(),
        AtClosing::TurnAway => door.closings(),
    };
    QueuePlan {
        capacity: queue.capacity.unwrap_or(u32::MAX),
        door,
        maximum_wait: queue.maximum_wait.filter(|_| queue.wait_check.is_none()),
        closings,
    }
}

/// Opening hours that flows ask for: by flow, then node.
pub(super) fn doors(scenario: &Scenario) -> Vec<Vec<Door>> {
    let door = |node: &Node| match &node.deed {
        Deed::Hours(hours) => Door::new(hours, &scenario.horizon.calendar),
        _ => Door::default(),
    };
    scenario.flows.iter().map(|flow| flow.nodes.iter().map(door).collect()).collect()
}
