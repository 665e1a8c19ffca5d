//! The stage: a scenario written in a test, made ready, played and counted.

use std::path::Path;

use proptest::test_runner::{Config as ProptestConfig, RngSeed};
use switchboard::engine::{Ending, play};
use switchboard::plan::Plan;
use switchboard::random::Streams;
use switchboard::record::{Journal, Observer};
use switchboard::scenario::Scenario;
use switchboard::stats::{KindLayout, Layout, QueueLayout, Tally, WaitsKept};

/// So many random cases, always the same ones unless `PROPTEST_CASES` and `PROPTEST_RNG_SEED` ask for others.
pub(crate) fn random(cases: u32) -> ProptestConfig {
    let usual = ProptestConfig::default();
    let rng_seed = if matches!(usual.rng_seed, RngSeed::Random) { RngSeed::Fixed(1) } else { usual.rng_seed };
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { usual.cases } else { cases };
    ProptestConfig { failure_persistence: None, max_shrink_iters: 100, rng_seed, cases, ..usual }
}

/// Seed of every run that does not say otherwise.
pub(crate) const SEED: u64 = 20_260_105;

/// A scenario made ready; a mistake in it is a mistake of the test.
pub(crate) fn plan(text: &str) -> Plan {
    let read = Scenario::parse(text, "story.toml", Path::new(""), &[]);
    let (scenario, _) = read.unwrap_or_else(|problems| panic!("{}\n{text}", problems.render(false)));
    Plan::new(scenario)
}

/// What a tally of this plan counts.
pub(crate) fn layout(plan: &Plan) -> Layout {
    let scenario = &plan.scenario;
    let kind = |kind: &switchboard::scenario::ContactType| KindLayout {
        name: kind.name.clone(),
        channel: kind.channel.name,
        returns: scenario.may_return(kind),
    };
    let queue = |queue: &switchboard::scenario::Queue| QueueLayout {
        name: queue.name.clone(),
        levels: queue.service_levels.clone(),
    };
    Layout {
        kinds: scenario.contacts.iter().map(kind).collect(),
        queues: scenario.queues.iter().map(queue).collect(),
        teams: scenario.teams.iter().map(|team| (team.name.clone(), team.cost_per_hour)).collect(),
        pairs: plan.stays.clone(),
        warm_up: scenario.horizon.warm_up,
        interval: scenario.horizon.interval,
        end: plan.end,
        waits: WaitsKept::Together,
        diagnosed: None,
    }
}

/// Plays one replication before a listener.
pub(crate) fn watch(plan: &Plan, seed: u64, replication: u64, watch: impl Observer) -> Ending {
    play(plan, Streams::new(seed, replication), watch)
}

/// One replication, counted.
pub(crate) fn count(plan: &Plan, seed: u64, replication: u64) -> Tally {
    let mut tally = Tally::new(layout(plan));
    watch(plan, seed, replication, &mut tally);
    tally.close();
    tally
}

/// The journal of one replication.
pub(crate) fn journal(plan: &Plan, seed: u64, replication: u64) -> String {
    let mut journal = Journal::new(plan.names(), Vec::new());
    watch(plan, seed, replication, &mut journal);
    let written = journal.finish().expect("memory takes everything");
    String::from_utf8(written).expect("the journal is text")
}
