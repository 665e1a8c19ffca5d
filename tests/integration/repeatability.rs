//! Same plan, same seed, same numbers: on any number of threads, in any ranges; another seed, other numbers.

use std::ops::Range;
use std::path::Path;

use switchboard::plan::Plan;
use switchboard::scenario::{Scenario, TEMPLATES};
use switchboard::study::{Evidence, Study, Watch, merge};

/// Every template with its name, made ready anew.
fn plans() -> impl Iterator<Item = (&'static str, Plan)> {
    TEMPLATES.entries.iter().map(|entry| {
        let name = entry.member.keyword;
        let (scenario, _) = Scenario::parse(entry.make, name, Path::new(""), &[]).expect("a template is a scenario");
        (name, Plan::new(scenario))
    })
}

fn played(plan: &Plan, replications: Range<u64>, threads: usize) -> Evidence {
    let study = Study { replications, threads, ..Study::new(plan) };
    study.run(&Watch::nobody()).expect("an outcome").evidence
}

fn digest(evidence: &Evidence) -> String {
    evidence.estimates.digest().to_string()
}

#[test]
fn one_two_and_eight_threads_give_the_same_digest() {
    for (name, plan) in plans() {
        let one = played(&plan, 0..10, 1);
        for threads in [2, 8] {
            let more = played(&plan, 0..10, threads);
            assert_eq!((digest(&one), one.contacts, one.events), (digest(&more), more.contacts, more.events), "{name}");
        }
    }
}

#[test]
fn ranges_merged_are_the_whole_range() {
    for (name, plan) in plans() {
        let parts = [5..10, 0..5].map(|range| played(&plan, range, 2));
        let merged = merge(parts.to_vec()).expect("parts of one study");
        assert_eq!(digest(&merged), digest(&played(&plan, 0..10, 2)), "{name}");
    }
}

#[test]
fn a_plan_made_again_gives_the_same_digest() {
    for ((name, plan), (_, again)) in plans().zip(plans()) {
        let [first, second] = [played(&plan, 0..2, 1), played(&again, 0..2, 1)];
        assert_eq!((digest(&first), first.fingerprint), (digest(&second), second.fingerprint), "{name}");
    }
}

#[test]
fn another_seed_and_another_replication_give_other_numbers() {
    for (name, plan) in plans() {
        let here = digest(&played(&plan, 0..1, 1));
        let seed = Study { seed: 2, replications: 0..1, ..Study::new(&plan) };
        let seed = seed.run(&Watch::nobody()).expect("an outcome").evidence;
        assert_ne!(here, digest(&seed), "{name}");
        assert_ne!(here, digest(&played(&plan, 1..2, 1)), "{name}");
    }
}
