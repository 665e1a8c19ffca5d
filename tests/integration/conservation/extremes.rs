//! Extremes: inputs at the ends of what a scenario may say.

use std::time::Instant as Stopwatch;

use super::adds_up;
use crate::stage;
use switchboard::engine::LimitMet;

/// One type, one queue; `extra` goes before the contact type, `contact` into it, `team` into its team.
fn simple(extra: &str, contact: &str, team: &str) -> String {
    format!("{extra}\n[contacts.c]\n{contact}\n[teams.t]\n{team}\n")
}

#[test]
fn centres_with_nothing_in_them_add_up() {
    let busy = "arrivals = '60/h'\ntalk = '2m'\n";
    adds_up(&simple("", "arrivals = '60/h'\ntalk = '2m'\npatience = '1m'", "agents = 0"), 1);
    adds_up(&simple("", "arrivals = '0/h'\ntalk = '2m'", "agents = 3"), 1);
    adds_up(&simple("", busy, "agents = 0"), 1);
    adds_up(&simple("[queues.c]\ncapacity = 0", busy, "agents = 0"), 1);
    adds_up(&simple("[lines.l]\ncount = 0", &format!("{busy}lines = 'l'"), "agents = 2"), 1);
    adds_up(&simple("[horizon]\nat_end = 'cut'", busy, "agents = 0"), 1);
}

#[test]
fn a_flow_without_ports_blocks_everybody() {
    let text = simple(
        "[queues.c]\n[flows.f]\nports = 0\n[flows.f.nodes]\nin = { enqueue = 'c' }",
        "arrivals = '60/h'\ntalk = '2m'\nflow = 'f'",
        "agents = 2",
    );
    adds_up(&text, 1);
    let told = stage::journal(&stage::plan(&text), 1, 0);
    let count = |end: &str| told.lines().filter(|line| line.ends_with(end)).count();
    assert_eq!((count("is over: blocked"), count("is over: served")), (count("comes, c"), 0));
}

#[test]
fn intervals_longer_than_the_horizon_and_warm_ups_nearly_as_long_add_up() {
    let busy = "arrivals = '600/h'\ntalk = '2m'\npatience = '1m'";
    adds_up(&simple("[horizon]\nlength = '1h'\ninterval = '9d'", busy, "agents = 9"), 1);
    adds_up(&simple("[horizon]\nlength = '1h'\nwarm_up = '3599.999999s'", busy, "agents = 9"), 1);
    adds_up(
        &simple("[horizon]\nlength = '1h'\nwarm_up = '59m'\ninterval = '7m'\nat_end = 'cut'", busy, "agents = 9"),
        1,
    );
}

#[test]
fn durations_of_one_tick_add_up() {
    let tick = "'0.000001s'";
    let contact = format!(
        "arrivals = {{ batch = {{ at = '00:00', size = 50 }} }}\ntalk = {tick}\nwrap_up = {tick}\npatience = '0.000007s'\n\
         redial.abandoned = {{ probability = [1, 1, 0.5], delay = {tick} }}"
    );
    adds_up(&simple("[horizon]\nlength = '1ms'\ninterval = '0.000013s'", &contact, "agents = 2"), 1);
}

#[test]
fn a_year_with_few_contacts_takes_no_time() {
    let begun = Stopwatch::now();
    let text = simple(
        "[horizon]\nlength = '365d'",
        "arrivals = '0.01/h'\ntalk = { exponential = '3m' }",
        "[[teams.t.shifts]]\nstart = '22:00'\nend = '06:00'\npeople = 2",
    );
    adds_up(&text, 1);
    assert!(begun.elapsed().as_secs() < 20, "{:?}", begun.elapsed());
}

#[test]
fn a_million_agents_take_seconds() {
    let begun = Stopwatch::now();
    let plan = stage::plan(&simple(
        "[horizon]\nlength = '1h'",
        "arrivals = '36000/h'\ntalk = { exponential = '3m' }",
        "agents = 1_000_000",
    ));
    let tally = stage::count(&plan, 1, 0);
    let served = switchboard::stats::Tallied::total(&tally, 0).outcome(switchboard::record::Outcome::Served);
    // Poisson with mean 36,000 and standard deviation 190; five of them to each side.
    assert!(served.abs_diff(36_000) < 950, "{served}");
    assert!(begun.elapsed().as_secs() < 20, "{:?}", begun.elapsed());
}

#[test]
fn limits_end_a_run_with_an_explanation_and_everybody_unfinished() {
    let text = "arrivals = '600/h'\ntalk = '2m'";
    for limit in ["events = 100", "contacts_present = 20"] {
        let plan = stage::plan(&simple(&format!("[limits]\n{limit}"), text, "agents = 1"));
        let mut ledger = super::Ledger::new(&plan);
        let ending = stage::watch(&plan, 1, 0, &mut ledger);
        ledger.close(&plan);
        assert!(ending.limit.is_some(), "{limit}");
    }
}

#[test]
fn talks_that_outlast_everything_are_left_unfinished() {
    let talk = "arrivals = { batch = { at = '00:00', size = 3 } }\ntalk = '5000d'";
    adds_up(&simple("[horizon]\nlength = '1h'", talk, "agents = 2"), 1);
}

#[test]
fn more_contacts_at_one_instant_than_a_long_horizon_has_room_for_end_the_run() {
    let batch = "arrivals = { batch = { at = '2026-01-05T00:00', size = 40_000 } }\ntalk = '5d'\npatience = '7d'";
    let plan = stage::plan(&simple("[horizon]\nlength = '3652d'", batch, "agents = 3"));
    let mut ledger = super::Ledger::new(&plan);
    let ending = stage::watch(&plan, 1, 0, &mut ledger);
    ledger.close(&plan);
    assert!(matches!(ending.limit, Some(LimitMet::ContactsPresent(room)) if ending.contacts == room), "{ending:?}");
}

#[test]
fn a_run_that_meets_a_limit_ends_at_that_moment() {
    let text = "arrivals = '60/h'\ntalk = '2m'";
    let plan = stage::plan(&simple("[limits]\nevents = 100", text, "agents = 1"));
    let ending = stage::watch(&plan, 1, 0, switchboard::record::Unwatched);
    assert!(ending.limit.is_some() && ending.at < plan.end, "{ending:?}");
}
