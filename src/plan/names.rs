//! Names for people to read; the plan itself knows only numbers.

use super::Plan;
use crate::record::Names;

impl Plan {
    /// What the things of the scenario are called.
    pub fn names(&self) -> Names {
        let scenario = &self.scenario;
        let team = |(number, team): (usize, &crate::scenario::Team)| {
            (team.name.clone(), self.teams.get(number).map_or(0, |plan| plan.agents.start))
        };
        Names {
            contacts: scenario.contacts.iter().map(|kind| kind.name.clone()).collect(),
            queues: scenario.queues.iter().map(|queue| queue.name.clone()).collect(),
            teams: scenario.teams.iter().enumerate().map(team).collect(),
            flows: scenario.flows.iter().map(|flow| (flow.name.clone(), flow.names.clone())).collect(),
            campaigns: scenario.campaigns.iter().map(|campaign| campaign.name.clone()).collect(),
            starts_at: scenario.horizon.calendar.since_midnight(crate::units::Instant::START),
        }
    }
}
