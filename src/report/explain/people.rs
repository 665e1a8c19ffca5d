//! People in sentences: many agents named in few words.

use super::Naming;
use crate::units::AgentId;

/// Runs of agents that are named before the rest is counted.
const MOST_RUNS: usize = 8;

/// `front 1 to 4, front 7, back 2`; of very many, those first in the file and how many more.
pub(super) fn people(agents: &[AgentId], naming: &Naming) -> String {
    let mut runs: Vec<(AgentId, AgentId)> = Vec::new();
    for &agent in agents {
        match runs.last_mut() {
            Some((_, last)) if last.0 + 1 == agent.0 && naming.person(*last).0 == naming.person(agent).0 => {
                *last = agent;
            }
            _ => runs.push((agent, agent)),
        }
    }
    let run = |(first, last): &(AgentId, AgentId)| match last.0 - first.0 {
        0 => naming.agent(*first),
        1 => format!("{}, {}", naming.agent(*first), naming.agent(*last)),
        _ => format!("{} to {}", naming.agent(*first), naming.person(*last).1),
    };
    let named: Vec<String> = runs.iter().take(MOST_RUNS).map(run).collect();
    let more: usize = runs.iter().skip(MOST_RUNS).map(|(first, last)| (last.0 - first.0) as usize + 1).sum();
    let more = if more == 0 { String::new() } else { format!(" and {more} more") };
    format!("{}{more}", named.join(", "))
}
