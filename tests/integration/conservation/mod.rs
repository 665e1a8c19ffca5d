//! Conservation: in whatever centre, nothing is lost, counted twice or out of time.
//!
//! Random centres mix all families at once. A ledger hears the same announcements as the tally and counts by itself.

mod centres;
mod extremes;
mod ledger;

use proptest::prelude::*;

use crate::stage;
use ledger::Ledger;
use switchboard::plan::Course;
use switchboard::scenario::Scenario;
use switchboard::stats::{Field, Tallied};
use switchboard::study::{Study, Watch};
use switchboard::units::Instant;

proptest! {
    #![proptest_config(stage::random(256))]

    #[test]
    fn in_random_centres_everything_adds_up(text in centre(), seed in 0_u64..1_000) {
        prop_assume!(Scenario::parse(&text, "random.toml", std::path::Path::new(""), &[]).is_ok());
        adds_up(&text, seed);
    }
}

proptest! {
    #![proptest_config(stage::random(40))]

    #[test]
    fn in_random_centres_one_and_eight_threads_give_the_same_digest(text in centre()) {
        prop_assume!(Scenario::parse(&text, "random.toml", std::path::Path::new(""), &[]).is_ok());
        let plan = stage::plan(&text);
        let digest = |threads| {
            let study = Study { replications: 0..3, threads, ..Study::new(&plan) };
            let evidence = study.run(&Watch::nobody()).expect("an outcome").evidence;
            (evidence.estimates.digest().to_string(), evidence.contacts, evidence.events)
        };
        prop_assert_eq!(digest(1), digest(8), "{}", text);
    }
}

/// The text of a random centre; dice that are left out make it simpler.
pub(crate) fn centre() -> impl Strategy<Value = String> {
    proptest::collection::vec(any::<u8>(), 0..280).prop_map(|dice| centres::centre(&dice))
}

#[test]
fn most_random_centres_are_lawful() {
    let lawful = |number: u8| {
        let dice: Vec<u8> =
            (0..280_u32).map(|at| (((at + 1) * (u32::from(number) * 2 + 1) * 40_503) >> 7) as u8).collect();
        Scenario::parse(&centres::centre(&dice), "random.toml", std::path::Path::new(""), &[])
    };
    let refused: Vec<String> = (0..100).filter_map(|number| lawful(number).err()).map(|it| it.render(false)).collect();
    assert!(refused.len() < 30, "{} of 100: {}", refused.len(), refused[0]);
}

/// Plays a centre before the ledger and the tally, and compares them.
pub(crate) fn adds_up(text: &str, seed: u64) {
    let plan = stage::plan(text);
    let mut ledger = Ledger::new(&plan);
    let ending = stage::watch(&plan, seed, 0, &mut ledger);
    ledger.close(&plan);
    let tally = stage::count(&plan, seed, 0);
    for scope in 0..tally.scopes().len() {
        for interval in 0..tally.intervals() {
            let (counted, booked) = (tally.counts(scope, interval), ledger.counts(scope, interval));
            for (field, (one, other)) in counted.numbers().iter().zip(booked.numbers()).enumerate() {
                let name = &tally.scopes()[scope];
                assert_eq!(one, other, "field {field} of {name:?} in interval {interval} of\n{text}");
            }
        }
    }
    for level in 0..tally.extra_levels().len() {
        for interval in 0..tally.intervals() {
            let booked = ledger.extra(level, interval);
            assert_eq!(tally.extra(level, interval), booked, "level {level} in interval {interval} of\n{text}");
        }
    }
    assert_eq!(ending.contacts, ledger.arrivals(), "{text}");
    assert!(ending.limit.is_none(), "{text}");
    little(&plan, &tally, &ledger, text);
    let journal = stage::journal(&plan, seed, 0);
    assert!(journal == stage::journal(&plan, seed, 0), "not repeatable:\n{text}");
    let mut general = plan;
    general.course = Course::General;
    assert!(journal == stage::journal(&general, seed, 0), "the plain course is another than the general one:\n{text}");
}

/// Little's law, exactly: contacts waiting, summed over time, are waits, summed over contacts.
fn little(plan: &switchboard::plan::Plan, tally: &impl Tallied, ledger: &Ledger, text: &str) {
    let drained = ledger.last_wait_ended() <= plan.end;
    if !drained || Instant::START + plan.scenario.horizon.warm_up > Instant::START {
        return;
    }
    for scope in 0..=plan.queues.len() {
        let total = tally.total(scope);
        let all = [Field::WaitAnswered, Field::WaitAbandoned, Field::WaitOther, Field::WaitBeside];
        let waits = all.map(|field| total.get(field));
        assert_eq!(total.get(Field::QueueArea), waits.iter().sum::<u64>(), "{text}");
    }
}
