use std::path::Path;
use std::sync::atomic::AtomicBool;

use super::*;
use crate::record::Verdict;
use crate::scenario::Scenario;
use crate::study::Study;

const OFFICE: &str = "\
contacts.billing = { arrivals = '60/h', patience = { exponential = '3m' }, talk = { exponential = '3m' } }
contacts.orders = { arrivals = '30/h', patience = { exponential = '3m' }, talk = { exponential = '3m' } }
teams.front = { agents = 5, cost_per_hour = 20 }
horizon = { length = '4h' }
";

/// The office with a change.
fn plan(change: &str) -> Plan {
    let change: Vec<String> = Some(change.to_owned()).into_iter().filter(|text| !text.is_empty()).collect();
    let (scenario, _) = Scenario::parse(OFFICE, "office.toml", Path::new(""), &change)
        .unwrap_or_else(|problems| panic!("{}", problems.render(false)));
    Plan::new(scenario)
}

fn subjects(words: &[&str]) -> Vec<Subject> {
    words.iter().map(|word| word.parse().unwrap_or_else(|error| panic!("{error}"))).collect()
}

/// A comparison of plans named a, b, c, …
fn compare<'plan>(plans: &'plan [Plan], measures: &[&str]) -> Compare<'plan> {
    let named = |(letter, plan): (char, &'plan Plan)| Configuration {
        name: letter.to_string(),
        plan,
        source: Source::default(),
    };
    Compare {
        configurations: ('a'..='z').zip(plans).map(named).collect(),
        subjects: subjects(measures),
        replications: 0..8,
        seed: 1,
        threads: 1,
        confidence: Share::new(0.95).expect("a share"),
        against: Against::Each,
        choice: None,
    }
}

fn run(compare: &Compare<'_>) -> Comparison {
    compare.run(&Watch::nobody()).unwrap_or_else(|error| panic!("{error}"))
}

fn mistakes(compare: &Compare<'_>) -> Vec<String> {
    match compare.run(&Watch::nobody()) {
        Err(CompareError::Mistakes(mistakes)) => mistakes,
        other => panic!("no mistakes: {other:?}"),
    }
}

/// Best by the mean wait.
fn choice(indifference: f64) -> Choice {
    let subject = subjects(&["mean_wait"]).remove(0);
    Choice { subject, better: Better::Less, indifference, first: 10, most: 2_000 }
}

const EVERY_KIND: [&str; 6] =
    ["mean_wait", "wait_p90", "cost", "queue_length", "abandonment[queue billing]", "occupancy[team front]"];

#[test]
fn identical_configurations_differ_by_exactly_zero() {
    let found = run(&compare(&[plan(""), plan("")], &EVERY_KIND));
    assert_eq!(found.differences.len(), EVERY_KIND.len());
    for row in &found.differences {
        assert_eq!((row.difference, row.low, row.high), (Some(0.0), Some(0.0), Some(0.0)), "{}", row.measure);
        assert_eq!((row.verdict, row.variance_reduction), (Verdict::Identical, None), "{}", row.measure);
    }
    assert_eq!(found.configurations[0].digest, found.configurations[1].digest);
}

#[test]
fn threads_change_nothing_that_is_found() {
    let plans = [plan(""), plan("teams.front.agents=6"), plan("teams.front.agents=7")];
    let play = |threads: usize| {
        let mut found = run(&Compare { threads, choice: Some(choice(1.0)), ..compare(&plans, &EVERY_KIND) });
        (found.run.threads, found.run.wall_seconds) = (0, 0.0);
        found
    };
    assert_eq!(play(1), play(2));
}

#[test]
fn estimates_are_those_of_a_run() {
    let plans = [plan(""), plan("teams.front.agents=6")];
    let found = run(&compare(&plans, &EVERY_KIND));
    assert_eq!(found.estimates.len(), 2 * EVERY_KIND.len());
    for (name, plan) in ["a", "b"].into_iter().zip(&plans) {
        let study = Study { replications: 0..8, ..Study::new(plan) };
        let summary = study.run(&Watch::nobody()).expect("an outcome").evidence.summary(study.confidence);
        for row in found.estimates.iter().filter(|row| row.configuration == name) {
            let same = summary.measures.iter().filter(|it| it.interval_start.is_none());
            let same = same.into_iter().find(|it| it.measure == row.measure && it.of == row.of && it.name == row.name);
            let expected = same.map(|it| (it.mean, it.low, it.high, it.replications));
            assert_eq!(Some((row.mean, row.low, row.high, row.replications)), expected, "{name} {}", row.measure);
        }
    }
}

#[test]
fn a_difference_is_that_of_the_estimates() {
    let found = run(&compare(&[plan(""), plan("teams.front.agents=6")], &EVERY_KIND));
    for row in &found.differences {
        let mean = |name: &str| {
            let same = found.estimates.iter().find(|it| {
                it.configuration == name && it.measure == row.measure && it.of == row.of && it.name == row.name
            });
            same.and_then(|it| it.mean).expect("an estimate")
        };
        let expected = mean(&row.configuration) - mean(&row.against);
        let difference = row.difference.expect("a difference");
        assert!((difference - expected).abs() <= 1e-9 * expected.abs().max(1.0), "{}", row.measure);
    }
}

/// People at 20 an hour over four hours, and whatever time past the end: an agent more costs about 80 more.
#[test]
fn pairs_are_held_against_the_base_first() {
    let plans = [plan(""), plan("teams.front.agents=6"), plan("teams.front.agents=7")];
    let pairs = |against: Against| {
        let found = run(&Compare { against, ..compare(&plans, &["mean_wait", "cost"]) });
        let names = found.differences.iter().map(|row| format!("{}{}", row.configuration, row.against));
        (names.collect::<Vec<_>>().join(" "), found.run.comparisons)
    };
    assert_eq!(pairs(Against::Each), ("ba ca cb ba ca cb".to_owned(), 6));
    assert_eq!(pairs(Against::Base), ("ba ca ba ca".to_owned(), 4));
}

/// 95 % for six together is 1 − 0.05 / 6 for each.
#[test]
fn the_confidence_is_shared_among_all_differences() {
    let plans = [plan(""), plan("teams.front.agents=6"), plan("teams.front.agents=7")];
    let found = run(&compare(&plans, &["mean_wait", "cost"]));
    assert!((found.run.each - (1.0 - 0.05 / 6.0)).abs() < 1e-12);
}

#[test]
fn a_measure_that_only_some_have_is_compared_among_those() {
    let other = "contacts.chat={ arrivals = '5/h', talk = { exponential = '3m' }, patience = { exponential = '3m' } }";
    let plans = [plan(""), plan(other), plan(other)];
    let found = run(&compare(&plans, &["mean_wait", "mean_wait:chat"]));
    let names: Vec<String> =
        found.differences.iter().map(|row| format!("{}{}{}", row.configuration, row.against, row.name)).collect();
    assert_eq!(names, ["ba", "ca", "cb", "cbchat"]);
    let missing = [crate::record::MissingRow {
        measure: "mean_wait[queue chat]".to_owned(),
        configurations: vec!["a".to_owned()],
    }];
    assert_eq!((found.missing.as_slice(), found.run.comparisons), (missing.as_slice(), 4));
    assert!(found.run.warnings.iter().any(|warning| warning.contains("contact types")), "{:?}", found.run.warnings);
}

#[test]
fn a_further_service_level_is_named_after_a_colon_and_so_is_a_queue() {
    let two = "queues.billing.service_level=['answered-of-offered', 'answered-of-answered']";
    let plans = [plan(two), plan(two)];
    let measures = ["service_level:answered-of-answered", "service_level:billing", "service_level[queue billing]"];
    let found = run(&compare(&plans, &measures));
    let told: Vec<(&str, &str, Option<f64>)> =
        found.estimates.iter().step_by(2).map(|row| (row.measure.as_str(), row.name.as_str(), row.mean)).collect();
    assert_eq!(told[1], told[2]);
    assert_eq!((told[0].0, told[0].1), ("service_level:answered-of-answered", "billing"));
    assert!(told[0].2 > told[1].2, "leaving out who hung up makes the share larger: {told:?}");
    let wrong = mistakes(&compare(&plans, &["service_level:strict"]));
    assert!(wrong[0].contains("`service_level:strict`"), "{wrong:?}");
}

#[test]
fn every_mistake_is_said_at_once() {
    let plans = [plan("replicate.method=batch-means")];
    let wrong = Compare { replications: 3..4, ..compare(&plans, &["mean_wait:bills", "mean_wait[team front]"]) };
    let found = mistakes(&wrong);
    let parts = [
        "one configuration",
        "batch-means",
        "1 replication",
        "did you mean `mean_wait[queue billing]`",
        "[team front]",
    ];
    assert_eq!(found.len(), parts.len(), "{found:#?}");
    for part in parts {
        assert!(found.iter().any(|mistake| mistake.contains(part)), "{part}: {found:#?}");
    }
}

#[test]
fn the_best_is_not_chosen_by_what_some_do_not_have() {
    let plans = [plan(""), plan("contacts.chat={ arrivals = '5/h', talk = '3m' }")];
    let subject = subjects(&["mean_wait:chat"]).remove(0);
    let wrong = Compare { choice: Some(Choice { subject, ..choice(1.0) }), ..compare(&plans, &[]) };
    assert!(mistakes(&wrong)[0].contains("which `a` does not have"));
}

#[test]
fn more_agents_are_found_to_be_the_best_and_early() {
    let plans = [plan("teams.front.agents=4"), plan("teams.front.agents=9"), plan("teams.front.agents=5")];
    let found = run(&Compare { choice: Some(choice(2.0)), ..compare(&plans, &["mean_wait"]) });
    let selection = found.selection.expect("a selection");
    assert_eq!(selection.best.as_deref(), Some("b"));
    assert_eq!(selection.stages.last().map(|stage| stage.left.clone()), Some(vec!["b".to_owned()]));
    assert!(selection.contenders.iter().all(|it| it.replications >= 10 && it.mean.is_some()));
    assert!(!selection.exact, "a mean wait is a ratio");
}

#[test]
fn equals_leave_the_first_and_a_race_cut_short_leaves_several() {
    let plans = [plan(""), plan("")];
    let found = run(&Compare { choice: Some(choice(1.0)), ..compare(&plans, &["mean_wait"]) });
    assert_eq!(found.selection.and_then(|selection| selection.best).as_deref(), Some("a"));
    let close = [plan("teams.front.agents=8"), plan("teams.front.agents=9")];
    let short = Some(Choice { most: 12, ..choice(1e-6) });
    let found = run(&Compare { choice: short, ..compare(&close, &["service_level", "mean_wait"]) });
    let selection = found.selection.expect("a selection");
    assert_eq!((selection.best, selection.contenders[0].replications), (None, 12));
}

#[test]
fn what_never_happened_has_no_difference() {
    let plans = [plan(""), plan("teams.front.agents=6")];
    let found = run(&compare(&plans, &["mean_time_to_abandon", "containment"]));
    let unknown = found.differences.iter().find(|row| row.measure == "containment").expect("a row");
    assert_eq!((unknown.difference, unknown.low, unknown.verdict), (None, None, Verdict::Unknown));
}

#[test]
fn an_interruption_before_two_replications_has_nothing_to_show() {
    let cancel = AtomicBool::new(true);
    let plans = [plan(""), plan("")];
    let watch = Watch { cancel: &cancel, progress: &|_| {} };
    assert!(matches!(compare(&plans, &["mean_wait"]).run(&watch), Err(CompareError::Cancelled)));
}

#[test]
fn a_limit_that_is_met_is_said_with_its_configuration() {
    let plans = [plan(""), plan("limits.events=100")];
    match compare(&plans, &["mean_wait"]).run(&Watch::nobody()) {
        Err(error @ CompareError::Limit { .. }) => {
            assert!(error.to_string().starts_with("in `b`, replication 0 met `limits.events`"), "{error}");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn memory_that_is_not_there_is_not_taken() {
    let plans = [plan(""), plan("limits.memory='1 KiB'")];
    let refused = compare(&plans, &["mean_wait"]).run(&Watch::nobody());
    assert!(matches!(refused, Err(CompareError::Study(crate::study::StudyError::Memory { .. }))), "{refused:?}");
}
