//! After-call work made ready: how long it takes, and what room it takes meanwhile.

use super::Plan;
use crate::scenario::{AfterCall, Scenario};
use crate::units::{ContactTypeId, Span, TeamId};

impl Plan {
    /// How long an agent wraps up at the team's pace what takes so long at the normal one.
    pub fn wrap_up(&self, needed: Span, stay: u32, kind: ContactTypeId, team: TeamId) -> Span {
        let needed = self.paced(needed, kind, team);
        self.after_calls.get(stay as usize).map_or(needed, |after_call| after_call.time(needed))
    }
}

/// By stay: how the time for wrapping up goes with the time needed; empty where it is always that.
pub(super) fn after_calls(scenario: &Scenario, stays: &[(u32, u32)]) -> Vec<AfterCall> {
    let of = |&(kind, queue): &(u32, u32)| {
        let own = scenario.contacts[kind as usize].after_call;
        own.unwrap_or(scenario.queues[queue as usize].after_call)
    };
    let all: Vec<AfterCall> = stays.iter().map(of).collect();
    if all.iter().all(|one| *one == AfterCall::UntilDone) { Vec::new() } else { all }
}
