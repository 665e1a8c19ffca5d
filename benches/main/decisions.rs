//! The price of a routing decision, by how many can be chosen: agents for a contact, contacts for an agent.
//!
//! The engine alone, counting nothing; each contact is one decision of the kind asked about, and its price includes
//! that of its arrival and of its end, which do not depend on the number. Talks and gaps are constant.

use criterion::{BenchmarkId, Criterion, Throughput};
use switchboard::engine;
use switchboard::plan::Plan;
use switchboard::random::Streams;
use switchboard::record::Unwatched;

use crate::centre;

/// Contacts of one run, beside those that wait from the beginning.
const CONTACTS: u64 = 100_000;

/// Adds the groups.
pub(crate) fn define(criterion: &mut Criterion) {
    which_agent(criterion);
    which_agent_by_scan(criterion);
    which_contact(criterion);
}

/// Half of the agents are free whenever a contact comes.
fn which_agent(criterion: &mut Criterion) {
    let mut group = centre::group(criterion, "decisions, which agent");
    for rule in ["longest-idle", "fixed-order", "random"] {
        for agents in [10, 100, 1_000, 10_000] {
            let plan = agents_free(&format!("'{rule}'"), agents);
            group.throughput(Throughput::Elements(play(&plan)));
            group.bench_function(BenchmarkId::new(rule, agents), |bencher| bencher.iter(|| play(&plan)));
        }
    }
    group.finish();
}

/// The same by rules that look at everybody who is free: 10 and 100 people.
fn which_agent_by_scan(criterion: &mut Criterion) {
    let mut group = centre::group(criterion, "decisions, which agent by a scan");
    let rules = [
        ("last-end", "{ longest-idle = 'last-end' }"),
        ("occupancy", "'occupancy'"),
        ("circular", "'circular'"),
        ("expression", "{ expression = '0 - agent.occupancy' }"),
    ];
    for (name, rule) in rules {
        for agents in [20, 200] {
            let plan = agents_free(rule, agents);
            group.throughput(Throughput::Elements(play(&plan)));
            group.bench_function(BenchmarkId::new(name, agents / 2), |bencher| bencher.iter(|| play(&plan)));
        }
    }
    group.finish();
}

/// All agents are busy and as many contacts come as are served, so that the number waiting stays.
fn which_contact(criterion: &mut Criterion) {
    let mut group = centre::group(criterion, "decisions, which contact");
    for waiting in [10, 100, 1_000, 10_000, 100_000] {
        let plan = contacts_waiting(waiting);
        group.throughput(Throughput::Elements(play(&plan)));
        group.bench_function(BenchmarkId::new("longest-wait", waiting), |bencher| bencher.iter(|| play(&plan)));
    }
    group.finish();
}

fn agents_free(rule: &str, agents: u64) -> Plan {
    let (gap, length) = (600.0 / agents as f64, 600 * CONTACTS / agents);
    centre::plan(&format!(
        "contacts.calls = {{ arrivals = {{ renewal = '{gap}s' }}, talk = '5m' }}\n\
         teams.agents = {{ agents = {agents} }}\n\
         routing = {{ agent_order = [{rule}] }}\n\
         horizon = {{ length = '{length}s' }}\n"
    ))
}

fn contacts_waiting(waiting: u64) -> Plan {
    let batch = waiting + 100;
    let minutes = CONTACTS / 100;
    centre::plan(&format!(
        "contacts.calls = {{ arrivals = [{{ batch = {{ at = '00:00', size = {batch} }} }}, {{ renewal = '600ms' }}], talk = '1m' }}\n\
         teams.agents = {{ agents = 100 }}\n\
         horizon = {{ length = '{minutes}m', at_end = 'cut' }}\n"
    ))
}

/// Plays one replication; how many contacts came.
fn play(plan: &Plan) -> u64 {
    let ending = engine::play(plan, Streams::new(1, 0), Unwatched);
    assert!(ending.limit.is_none(), "the scenario stays within its limits");
    ending.contacts
}
