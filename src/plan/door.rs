//! Doors: opening hours laid out over the horizon.

use super::QueuePlan;
use crate::calendar::Calendar;
use crate::scenario::{AtClosing, Deed, Node, Queue, Scenario};
use crate::units::{Hours, Instant};

/// When something is open.
#[derive(Debug, Clone, Default)]
pub struct Door {
    /// Whether it never closes.
    always: bool,
    /// First moment open and first moment closed again; ordered, without overlap.
    openings: Vec<(Instant, Instant)>,
}

impl Door {
    /// Opening hours over a horizon.
    pub fn new(hours: &Hours, calendar: &Calendar) -> Self {
        let always = hours.is_always();
        Self { always, openings: if always { Vec::new() } else { calendar.openings(hours) } }
    }

    /// Whether it is open at a moment.
    #[inline]
    pub fn is_open(&self, at: Instant) -> bool {
        if self.always {
            return true;
        }
        let begun = self.openings.partition_point(|(opens, _)| *opens <= at);
        begun > 0 && at < self.openings[begun - 1].1
    }

    /// The next moment at which it opens; never if it does not.
    pub fn opens_after(&self, at: Instant) -> Instant {
        let begun = self.openings.partition_point(|(opens, _)| *opens <= at);
        self.openings.get(begun).map_or(Instant::NEVER, |(opens, _)| *opens)
    }

    /// The next moment at which it opens or closes; never if it does not.
    pub fn changes_after(&self, at: Instant) -> Instant {
        let changes = self.openings.iter().flat_map(|(opens, closes)| [*opens, *closes]);
        let begun = self.openings.partition_point(|(_, closes)| *closes <= at);
        changes.skip(2 * begun).find(|change| *change > at).unwrap_or(Instant::NEVER)
    }

    /// The moments at which it closes.
    pub fn closings(&self) -> Vec<Instant> {
        self.openings.iter().map(|(_, closes)| *closes).collect()
    }
}

/// A queue made ready.
pub(super) fn queue_plan(queue: &Queue, scenario: &Scenario) -> QueuePlan {
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
