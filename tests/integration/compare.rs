//! Comparing: equal configurations are equal to the last bit, known differences lie in their intervals, and intervals
//! hold as often as they say.

mod command;

use std::path::Path;

use switchboard::plan::Plan;
use switchboard::record::{Comparison, DifferenceRow};
use switchboard::scenario::Scenario;
use switchboard::stats::compare::{Better, Subject};
use switchboard::study::compare::{Against, Choice, Compare, Configuration};
use switchboard::study::{Source, Watch};
use switchboard::theory::{ErlangC, StaffedInterval, TimeVarying};
use switchboard::units::Share;

/// A scenario with so many agents in its only team.
fn plans(text: &str, agents: &[u64]) -> Vec<Plan> {
    let plan = |agents: &u64| {
        let change = [format!("teams.front.agents={agents}")];
        let read = Scenario::parse(text, "centre.toml", Path::new(""), &change);
        Plan::new(read.unwrap_or_else(|problems| panic!("{}", problems.render(false))).0)
    };
    agents.iter().map(plan).collect()
}

/// A comparison of one measure at a confidence.
fn compare<'plan>(plans: &'plan [Plan], measure: &str, confidence: f64) -> Compare<'plan> {
    let configuration = |(number, plan): (usize, &'plan Plan)| Configuration {
        name: format!("number {number}"),
        plan,
        source: Source::default(),
    };
    Compare {
        configurations: plans.iter().enumerate().map(configuration).collect(),
        subjects: vec![measure.parse::<Subject>().expect("a measure")],
        replications: 0..25,
        seed: 1,
        threads: 1,
        confidence: Share::new(confidence).expect("a share"),
        against: Against::Each,
        choice: None,
    }
}

fn run(compare: &Compare<'_>) -> Comparison {
    compare.run(&Watch::nobody()).unwrap_or_else(|error| panic!("{error}"))
}

fn covers(row: &DifferenceRow, exact: f64) -> bool {
    row.low.zip(row.high).is_some_and(|(low, high)| (low..=high).contains(&exact))
}

/// Erlang's delay formula for 200 contacts an hour who talk for three minutes, after a warm-up.
#[test]
fn one_agent_more_takes_off_the_wait_what_the_formula_says() {
    let text = "\
        horizon = { length = '60h', warm_up = '5h', interval = '60h' }\n\
        contacts.calls = { arrivals = '200/h', talk = { exponential = '3m' } }\n\
        teams.front = { agents = 12 }\n";
    let wait = |agents: u64| {
        let model = ErlangC { arrival_rate: 200.0 / 3_600.0, service_rate: 1.0 / 180.0, agents };
        model.solve().expect("a model").mean_wait
    };
    let plans = plans(text, &[12, 13]);
    let row = run(&Compare { replications: 0..40, ..compare(&plans, "mean_wait", 0.999) }).differences.remove(0);
    let exact = wait(13) - wait(12);
    assert!(covers(&row, exact), "{exact} is not in {row:?}");
    assert!(row.high < Some(exact / 2.0), "an interval this wide says nothing: {row:?}");
    assert!(row.variance_reduction > Some(1.0), "{row:?}");
}

/// An hour of sixty callers, three minutes of talk and of patience on average, until the last has gone.
const HOUR: &str = "\
contacts.calls = { arrivals = '60/h', talk = { exponential = '3m' }, patience = { exponential = '3m' } }
teams.front = { agents = 4 }
horizon = { length = '1h' }
";
/// Experiments of 25 replications each.
const EXPERIMENTS: u64 = 400;

/// Abandonment in that hour, by Kolmogorov's equations: three hours without arrivals see the last one off.
fn abandonment(agents: u64) -> f64 {
    let interval = |hours: f64, per_hour: f64| StaffedInterval {
        duration: 3_600.0 * hours,
        arrival_rate: per_hour / 3_600.0,
        agents,
    };
    let model = TimeVarying {
        service_rate: 1.0 / 180.0,
        abandonment_rate: 1.0 / 180.0,
        initial_contacts: 0,
        intervals: vec![interval(1.0, 60.0), interval(3.0, 0.0)],
    };
    let hours = model.solve().expect("a model").intervals;
    hours.iter().map(|hour| hour.abandoned).sum::<f64>() / hours.iter().map(|hour| hour.arrivals).sum::<f64>()
}

/// How many of the experiments have all their differences in their intervals.
fn experiments_that_cover(agents: &[u64]) -> usize {
    let plans = plans(HOUR, agents);
    let exact: Vec<f64> = agents.iter().map(|&agents| abandonment(agents)).collect();
    let number =
        |name: &str| name.rsplit(' ').next().and_then(|number| number.parse::<usize>().ok()).expect("a number");
    let holds = |seed: &u64| {
        let found = run(&Compare { seed: *seed, ..compare(&plans, "abandonment", 0.95) });
        let exact = |row: &DifferenceRow| exact[number(&row.configuration)] - exact[number(&row.against)];
        found.differences.iter().all(|row| covers(row, exact(row)))
    };
    (0..EXPERIMENTS).filter(holds).count()
}

/// 95 % of 400 experiments are 380, and 99.9 % of all sets of them lie within 3.29 · √(400 · 0.95 · 0.05) = 14.3. The
/// difference of two ratios errs by terms of the order of the squared variation of the callers over n, 1 / 60 / 25.
#[test]
fn the_interval_of_a_difference_covers_as_often_as_it_says() {
    let covered = experiments_that_cover(&[4, 5]);
    assert!((366..=394).contains(&covered), "{covered} of {EXPERIMENTS}");
}

/// Bonferroni's inequality promises at least as much: 380 − 3.09 · 4.36 = 366.5.
#[test]
fn the_intervals_of_three_differences_hold_together_at_least_as_often_as_they_say() {
    let covered = experiments_that_cover(&[4, 5, 6]);
    assert!(covered >= 366, "{covered} of {EXPERIMENTS}");
}

/// Of 60 callers 5 agents lose fewer than 4 by more than 2 points; 100 races are won at least 95 times, and fewer than
/// 95 − 3.09 · √(100 · 0.95 · 0.05) = 88.3 are won by a race that keeps its promise with a probability of 0.1 %.
#[test]
fn the_best_centre_is_found_as_often_as_promised() {
    let agents = [5, 4, 3];
    assert!(abandonment(4) - abandonment(5) > 0.02 && abandonment(3) - abandonment(4) > 0.02);
    let plans = plans(HOUR, &agents);
    let subject: Subject = "abandonment".parse().expect("a measure");
    let choice = Choice { subject, better: Better::Less, indifference: 0.02, first: 20, most: 10_000 };
    let found = |seed: u64| {
        let race =
            Compare { seed, replications: 0..2, choice: Some(choice.clone()), ..compare(&plans, "abandonment", 0.95) };
        run(&race).selection.and_then(|selection| selection.best)
    };
    let won = (0..100).filter(|&seed| found(seed).as_deref() == Some("number 0")).count();
    assert!(won >= 89, "{won} of 100");
}
