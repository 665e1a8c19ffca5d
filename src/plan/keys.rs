//! Keys: the contact order of the whole centre and those of single queues, made ready.

use super::LanePlan;
use super::points::{of_contacts, of_queues, still};
use super::ranking::{Measure, Within};
use crate::routing::ContactKey;
use crate::scenario::{AboveTarget, Scenario};
use crate::units::QueueId;

/// Keys made ready, and the windows between them.
#[derive(Debug, Clone, Default)]
pub struct Keys {
    /// By key, then lane.
    pub measures: Vec<Vec<Measure>>,
    /// How many keys stand before each window, and how many contacts go on behind it.
    pub windows: Vec<(usize, usize)>,
}

impl Keys {
    /// The keys that contacts are compared by before all windows.
    pub fn first_round(&self) -> &[Vec<Measure>] {
        self.windows.first().map_or(&self.measures[..], |(keys, _)| &self.measures[..*keys])
    }

    /// How they order the contacts of a lane.
    pub(super) fn within(&self, lane: usize) -> Within {
        self.first_round().iter().find_map(|key| key[lane].within()).unwrap_or(Within::Oldest)
    }
}

/// What contacts are compared by across queues, and by queue within it where that is something else.
pub(super) fn orders(scenario: &Scenario, lanes: &[LanePlan]) -> (Keys, Vec<Option<Keys>>) {
    let routing = &scenario.routing;
    let contact_order = |keys: &[ContactKey]| of_order(keys, scenario, lanes);
    let ids = || (0..scenario.queues.len()).map(QueueId::of);
    let windowed = |keys: &[ContactKey]| keys.iter().any(|key| matches!(key, ContactKey::Window(_)));
    let mut order = Keys::default();
    order.measures.extend(routing.queue_order.iter().map(|key| of_queues(*key, scenario, lanes)));
    let by_queue = !order.measures.is_empty();
    if by_queue {
        order.measures.push(lanes.iter().map(|lane| still(-f64::from(lane.queue.0) - 1.0)).collect());
    }
    if scenario.queues.len() == 1 && !by_queue {
        return (contact_order(scenario.order_within(QueueId::of(0))), Vec::new());
    }
    let apart = by_queue && ids().any(|queue| windowed(scenario.order_within(queue)));
    let own_of = |queue| if apart { Some(scenario.order_within(queue)) } else { scenario.own_order(queue) };
    let own: Vec<Option<Keys>> = ids().map(|queue| own_of(queue).map(contact_order)).collect();
    if !apart {
        let Keys { measures, windows } = contact_order(&routing.contact_order);
        order.windows = windows.into_iter().map(|(keys, first)| (order.measures.len() + keys, first)).collect();
        order.measures.extend(measures);
    }
    (order, if own.iter().any(Option::is_some) { own } else { Vec::new() })
}

/// A contact order made ready.
fn of_order(order: &[ContactKey], scenario: &Scenario, lanes: &[LanePlan]) -> Keys {
    let mut keys = Keys::default();
    for key in order {
        if let ContactKey::Window(first) = key {
            keys.windows.push((keys.measures.len(), *first as usize));
        } else {
            keys.measures.push(of_contacts(key, !keys.windows.is_empty(), scenario, lanes));
        }
    }
    keys
}

/// The keys that compare contacts of one queue.
pub(super) fn governing<'a>(order: &'a Keys, own: &'a [Option<Keys>], queue: QueueId) -> &'a Keys {
    own.get(queue.index()).and_then(Option::as_ref).unwrap_or(order)
}

/// Whether some key measures the agent who asks.
pub(super) fn asks(keys: &Keys) -> bool {
    fn of_agent(measure: &Measure) -> bool {
        match measure {
            Measure::Sum(parts) => parts.iter().any(|(part, _)| of_agent(part)),
            Measure::Deficit(_) | Measure::Pair(_) => true,
            _ => false,
        }
    }
    keys.measures.iter().flatten().any(of_agent)
}

/// Whether somebody stays idle rather than serve a queue beyond its target.
pub(super) fn limits(scenario: &Scenario) -> bool {
    scenario.teams.iter().flat_map(|team| &team.queues).any(|member| member.above_target == AboveTarget::StayIdle)
}
