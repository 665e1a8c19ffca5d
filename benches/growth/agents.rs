//! The price of a contact by the number of agents, at equal load: `w1-one-hundred-agents` in four sizes.

use switchboard::plan::Plan;
use switchboard::scenario::Scenario;
use switchboard::study::{Study, Watch};

use super::cpu_time::timed;
use super::path;
use super::table::Figure;

/// Replications of five days that give some 28.8 million contacts with a hundred agents.
const REPLICATIONS: u64 = 200;

/// Plays every size once, on one thread.
pub(crate) fn ask(round: u64) -> Result<Vec<Figure>, String> {
    [100, 10, 1_000, 10_000].map(|agents| price(agents, round)).into_iter().collect()
}

fn price(agents: u64, round: u64) -> Result<Figure, String> {
    let overrides = [format!("teams.agents.agents={agents}"), format!("contacts.calls.arrivals={}/h", 12 * agents)];
    let plan = plan(&overrides)?;
    let study = Study { replications: 0..REPLICATIONS * 100 / agents, seed: round, ..Study::new(&plan) };
    let (outcome, seconds) = timed(|| study.run(&Watch::nobody()));
    let contacts = outcome.map_err(|error| error.to_string())?.evidence.contacts;
    let value = seconds * 1e9 / contacts as f64;
    Ok(Figure { question: "CPU time a contact", case: format!("{agents} agents"), round, value, unit: "ns" })
}

/// The scenario with these overrides, made ready.
pub(crate) fn plan(overrides: &[String]) -> Result<Plan, String> {
    let read = Scenario::read(&path("scenarios/scale/w1-one-hundred-agents.toml"), overrides);
    read.map(|(scenario, _)| Plan::new(scenario)).map_err(|problems| problems.to_string())
}
