//! Centres in which every contact is one decision of the kind asked about.
//!
//! The engine alone, counting nothing. The price of a contact includes that of its arrival and of its end, which do not
//! depend on how many can be chosen. Talks and gaps are constant.

use std::path::Path;

use switchboard::engine;
use switchboard::plan::Plan;
use switchboard::random::Streams;
use switchboard::record::Unwatched;
use switchboard::scenario::Scenario;

use super::cpu_time::timed;

/// CPU time that a figure is taken over at least [seconds]; the system counts it in hundredths.
const LEAST: f64 = 0.5;

/// Half of so many agents, of five teams with skills of their own, are free whenever a contact comes; so many contacts come.
pub(crate) fn agents_free(rule: &str, free: u64, contacts: u64) -> Result<Plan, String> {
    let agents = 2 * free;
    let (gap, length) = (600.0 / agents as f64, 600 * contacts / agents);
    let team = |number: u64| {
        format!("teams.t{number} = {{ agents = {}, skills = {{ s = {} }} }}\n", agents / 5, 1 + number % 3)
    };
    let teams: String = (0..5).map(team).collect();
    plan(&format!(
        "contacts.calls = {{ arrivals = {{ renewal = '{gap}s' }}, talk = '5m', skill = 's' }}\n\
         routing = {{ agent_order = [{rule}] }}\n\
         horizon = {{ length = '{length}s' }}\n{teams}"
    ))
}

/// All agents are busy and as many contacts of each of four types come as are served, so that the number waiting stays.
pub(crate) fn contacts_waiting(rule: &str, waiting: u64, contacts: u64) -> Result<Plan, String> {
    let minutes = contacts / 100;
    let kind = |number: u64| {
        let batch = (waiting + 100) / 4 + u64::from(number < (waiting + 100) % 4);
        format!(
            "contacts.c{number} = {{ arrivals = [{{ batch = {{ at = '00:00', size = {batch} }} }}, {{ renewal = '2400ms' }}], talk = \
             '1m', priority = {number}, value = {number} }}\n"
        )
    };
    let kinds: String = (0..4).map(kind).collect();
    plan(&format!(
        "teams.agents = {{ agents = 100 }}\n\
         routing = {{ contact_order = [{rule}] }}\n\
         horizon = {{ length = '{minutes}m', at_end = 'cut' }}\n{kinds}"
    ))
}

fn plan(text: &str) -> Result<Plan, String> {
    let read = Scenario::parse(text, "bench.toml", Path::new(""), &[]);
    read.map(|(scenario, _)| Plan::new(scenario)).map_err(|problems| problems.render(false))
}

/// CPU time of a contact [nanoseconds].
pub(crate) fn price(plan: &Plan) -> f64 {
    price_of(|| {
        let ending = engine::play(plan, Streams::new(1, 0), Unwatched);
        assert!(ending.limit.is_none(), "the scenario stays within its limits");
        ending.contacts
    })
}

/// CPU time of each of the things that a piece of work does, done again and again [nanoseconds].
pub(crate) fn price_of(work: impl Fn() -> u64) -> f64 {
    let (mut done, mut seconds) = (0, 0.0);
    while seconds < LEAST {
        let (more, took) = timed(&work);
        done += more;
        seconds += took;
    }
    seconds * 1e9 / done as f64
}
