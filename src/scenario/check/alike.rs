//! Rules that come to the same in this centre: most spare capacity and fewest contacts in hand.

use super::Ground;
use crate::routing::{AgentKey, Reading};
use crate::scenario::{Scenario, Team};

pub(super) fn check(ground: &mut Ground<'_>) {
    let asks = |keys: &[AgentKey]| keys.iter().any(|key| matches!(key, AgentKey::Own(Reading::Spare, _)));
    let scenario = ground.scenario;
    if !scenario.queues.iter().any(|queue| asks(&queue.agent_order)) || !all_hold_as_many(scenario) {
        return;
    }
    let routing = ground.root.get("routing").and_then(|routing| routing.get("agent_order")).map(|order| order.place);
    for queue in scenario.queues.iter().filter(|queue| asks(&queue.agent_order)) {
        let own = ground.root.get("queues").and_then(|queues| queues.get(&queue.name)?.get("agent_order"));
        let place = own.map(|order| order.place).or(routing).unwrap_or(ground.root.place);
        let message = "`spare-capacity` ranks agents as `load` does: all hold as many contacts at once";
        let help = "let teams hold different numbers with `at_once`, or do not expect a difference";
        ground.warn(place, message, help);
    }
}

/// Whether one channel is in use, of which everybody holds the same number.
fn all_hold_as_many(scenario: &Scenario) -> bool {
    let channel = scenario.contacts[0].channel;
    let own = |team: &Team| team.at_once.iter().find(|(name, _)| *name == channel.name).map(|(_, number)| *number);
    let first = scenario.teams.first().and_then(own);
    let one_channel = scenario.contacts.iter().all(|contact| contact.channel.name == channel.name);
    one_channel && scenario.teams.iter().all(|team| own(team) == first)
}
