//! The price of a contact by the size of the centre: whole runs with all default statistics, at equal load.
//!
//! Each agent brings 12 calls an hour of five minutes each; callers wait three minutes on average.

use criterion::{BenchmarkId, Criterion, Throughput};
use switchboard::plan::Plan;
use switchboard::study::{Study, Watch};

use crate::centre;

/// Contacts of one run, whatever the size; the largest centre gets an hour, twelve times a talk.
const CONTACTS: u64 = 120_000;

/// Adds the group.
pub(crate) fn define(criterion: &mut Criterion) {
    let mut group = centre::group(criterion, "whole runs, contacts");
    for agents in [10, 100, 1_000, 10_000] {
        let plan = plan(agents);
        group.throughput(Throughput::Elements(play(&plan)));
        group.bench_function(BenchmarkId::new("agents", agents), |bencher| bencher.iter(|| play(&plan)));
    }
    group.finish();
}

fn plan(agents: u64) -> Plan {
    let (arrivals, minutes) = (12 * agents, CONTACTS * 5 / agents);
    centre::plan(&format!(
        "contacts.calls = {{ arrivals = '{arrivals}/h', patience = {{ exponential = '3m' }}, talk = {{ exponential = '5m' }} }}\n\
         teams.agents = {{ agents = {agents} }}\n\
         horizon = {{ length = '{minutes}m' }}\n"
    ))
}

/// Plays one replication; how many contacts came.
fn play(plan: &Plan) -> u64 {
    let study = Study { replications: 0..1, ..Study::new(plan) };
    study.run(&Watch::nobody()).expect("the scenario plays").evidence.contacts
}
