use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use super::*;
use crate::engine::LimitMet;
use crate::record::MeasureRow;
use crate::scenario::Scenario;

const OFFICE: &str = "\
contacts.billing = { arrivals = '60/h', patience = { exponential = '3m' }, talk = { exponential = '3m' } }
teams.front = { agents = 3 }
horizon = { length = '4h', interval = '1h' }
";

fn plan(more: &[&str]) -> Plan {
    let more: Vec<String> = more.iter().map(|&setting| setting.to_owned()).collect();
    let (scenario, _) = Scenario::parse(OFFICE, "office.toml", Path::new(""), &more).expect("a scenario");
    Plan::new(scenario)
}

fn study(plan: &Plan, replications: Range<u64>) -> Study<'_> {
    Study { replications, ..Study::new(plan) }
}

fn run(study: &Study<'_>) -> Evidence {
    study.run(&Watch::nobody()).expect("an outcome").evidence
}

#[test]
fn threads_change_nothing_that_was_counted() {
    let plan = plan(&[]);
    let [one, two, eight] = [1, 2, 8].map(|threads| run(&Study { threads, ..study(&plan, 0..10) }));
    assert_eq!((&one.estimates, one.contacts, one.events), (&two.estimates, two.contacts, two.events));
    assert_eq!((&one.estimates, one.contacts, one.events), (&eight.estimates, eight.contacts, eight.events));
}

#[test]
fn two_halves_merged_are_the_whole_in_any_order() {
    let plan = plan(&[]);
    let [whole, first, second] = [0..10, 0..5, 5..10].map(|range| run(&study(&plan, range)));
    let merged = merge(vec![second, first]).expect("merged");
    assert_eq!((merged.estimates, merged.played, merged.note), (whole.estimates, whole.played, None));
    assert_eq!((merged.contacts, merged.events), (whole.contacts, whole.events));
}

#[test]
fn evidence_survives_being_saved() {
    let evidence = run(&study(&plan(&[]), 3..5));
    let text = serde_json::to_string(&evidence).expect("text");
    assert_eq!(serde_json::from_str::<Evidence>(&text).expect("evidence"), evidence);
}

#[test]
fn parts_that_do_not_belong_together_are_refused() {
    let plan = plan(&[]);
    let part = run(&study(&plan, 0..5));
    let refused = |other: Evidence| merge(vec![part.clone(), other]).expect_err("refused");
    assert_eq!(refused(run(&study(&plan, 4..6))), MergeError::Overlap(4..5));
    let seed = refused(run(&Study { seed: 2, ..study(&plan, 5..6) })).to_string();
    assert!(seed.contains("found seed `2`, expected `1`"), "{seed}");
    let other = refused(run(&study(&self::plan(&["teams.front.agents=4"]), 5..6))).to_string();
    assert!(other.contains("fingerprint"), "{other}");
    assert_eq!(merge(Vec::new()), Err(MergeError::Nothing));
}

#[test]
fn how_often_it_is_played_is_no_part_of_the_scenario() {
    let other = plan(&["replicate.count=7", "limits.events=1_000_000", "title=\"Office\""]);
    let [here, there] = [run(&study(&plan(&[]), 0..1)), run(&study(&other, 1..2))];
    let merged = merge(vec![here, there]).expect("merged");
    assert_eq!(merged.played.first(), Some(&(0..2)));
}

#[test]
fn gaps_between_parts_are_told() {
    let plan = plan(&[]);
    let merged = merge(vec![run(&study(&plan, 7..9)), run(&study(&plan, 0..2))]).expect("merged");
    assert_eq!(merged.note.as_deref(), Some("merged from replications 0..2, 7..9"));
    assert_eq!(merged.summary(Share::new(0.95).expect("a share")).run.replications, 4);
}

#[test]
fn a_goal_ends_the_study_at_the_same_checkpoint_on_any_number_of_threads() {
    let plan = plan(&[]);
    let until: Option<Goal> = Some("arrived ± 5".parse().expect("a goal"));
    let [one, four] = [1, 4].map(|threads| run(&Study { threads, until: until.clone(), ..study(&plan, 0..100_000) }));
    assert_eq!(one.estimates, four.estimates);
    assert!(checkpoints(100_000).any(|count| count == one.estimates.observations()));
    assert!(one.note.is_some_and(|note| note.contains("arrived ± 5 reached")));
}

#[test]
fn a_goal_about_nothing_is_refused_before_anything_is_played() {
    let plan = plan(&[]);
    let until = Some("asa[queue sales] ± 2s".parse().expect("a goal"));
    let error = Study { until, ..study(&plan, 0..20) }.run(&Watch::nobody()).expect_err("refused");
    assert!(error.to_string().contains("`queue billing`"), "{error}");
}

#[test]
fn a_cancelled_study_shows_what_was_finished() {
    let plan = plan(&[]);
    let (cancel, told) = (AtomicBool::new(false), AtomicU64::new(0));
    let progress = |progress: Progress| {
        told.fetch_max(progress.finished, Ordering::Relaxed);
        cancel.store(progress.finished >= 3, Ordering::Relaxed);
    };
    let watch = Watch { cancel: &cancel, progress: &progress };
    let outcome = study(&plan, 0..1_000).run(&watch).expect("an outcome");
    assert_eq!((outcome.ended, outcome.evidence.played.last()), (Ended::Cancelled, Some(&(0..3))));
    assert_eq!(outcome.evidence.estimates, run(&study(&plan, 0..3)).estimates);
    assert_eq!(told.load(Ordering::Relaxed), 3);
    assert!(matches!(
        study(&plan, 0..9).run(&Watch { cancel: &AtomicBool::new(true), ..watch }),
        Err(StudyError::Cancelled)
    ));
}

#[test]
fn a_limit_ends_the_study_with_its_name_and_the_way_to_raise_it() {
    let plan = plan(&["limits.events=100"]);
    let error = study(&plan, 4..6).run(&Watch::nobody()).expect_err("a limit");
    assert!(matches!(error, StudyError::Limit(LimitReached { replication: 4, limit: LimitMet::Events(100), .. }, _)));
    let words = error.to_string();
    assert!(words.contains("replication 4 met `limits.events` of 100 at 2026-01-05T"), "{words}");
    assert!(words.contains("`--set limits.events=1000`"), "{words}");
}

#[test]
fn replications_that_were_finished_before_a_limit_are_shown() {
    let played = |plan: &Plan, range| study(plan, range).run(&Watch::nobody());
    let all = plan(&[]);
    let events: Vec<u64> = (0..20).map(|number| run(&study(&all, number..number + 1)).events).collect();
    let most = events[0] + 1;
    let first = events.iter().position(|&events| events > most).expect("a busier replication") as u64;
    let limited = plan(&[&format!("limits.events={most}")]);
    let outcome = played(&limited, 0..20).expect("an outcome");
    assert_eq!((outcome.ended, outcome.limit.map(|limit| limit.replication)), (Ended::LimitMet, Some(first)));
    assert_eq!(outcome.evidence.played.last(), Some(&(0..first)));
    assert_eq!(outcome.evidence.estimates, run(&study(&all, 0..first)).estimates);
    assert!(outcome.evidence.note.is_some_and(|note| note.contains(&format!("{first} of 20 replications"))));
}

#[test]
fn pieces_leave_out_what_met_a_limit() {
    let limit =
        |replication| LimitReached { replication, at: crate::units::Instant::START, limit: LimitMet::Events(1) };
    assert_eq!(outcome::without(&(2..9), &[limit(2), limit(5), limit(8)]), [3..5, 6..8]);
    assert_eq!(outcome::without(&(2..9), &[]).first(), Some(&(2..9)));
}

#[test]
fn memory_is_checked_before_anything_is_played() {
    let plan = plan(&["limits.memory=1000"]);
    let error = study(&plan, 0..2).run(&Watch::nobody()).expect_err("too little memory");
    assert!(error.to_string().contains("`limits.memory` is 1000 B"), "{error}");
}

#[test]
fn threads_that_do_not_fit_into_memory_are_left_out() {
    let all = plan(&[]);
    let (layout, shape) = study(&all, 0..8).check().expect("nothing against it");
    let estimates = Estimates::bytes_needed(&shape);
    let setting = format!("limits.memory={}", 2 * (layout.bytes() + estimates) + 17 * estimates);
    let plan = plan(&[&setting]);
    let outcome = Study { threads: 8, ..study(&plan, 0..8) }.run(&Watch::nobody()).expect("an outcome");
    assert_eq!((outcome.evidence.threads, outcome.warnings.len()), (2, 1));
    assert_eq!(outcome.evidence.estimates, run(&study(&all, 0..8)).estimates);
}

#[test]
fn batches_are_the_observations_of_one_long_run() {
    let plan =
        plan(&["replicate.method=batch-means", "replicate.count=9", "horizon.length=101h", "horizon.warm_up=2h"]);
    let evidence = run(&Study::new(&plan));
    assert_eq!((evidence.estimates.observations(), evidence.method.as_str()), (9, "batch-means"));
    assert_eq!(evidence.scenario.interval, 11.0 * 3_600.0);
    assert!(matches!(study(&plan, 1..9).run(&Watch::nobody()), Err(StudyError::BatchesFromTheMiddle(1))));
    assert_eq!(merge(vec![evidence.clone(), evidence]), Err(MergeError::Batches));
}

#[test]
fn quantiles_of_waits_are_told_for_each_interval_where_that_is_asked_for() {
    let rows = |more: &[&str]| run(&study(&plan(more), 0..3)).summary(Share::new(0.95).expect("a share")).measures;
    let (apart, together) = (rows(&["horizon.wait_quantiles=by-interval"]), rows(&[]));
    let by_interval = |rows: &[MeasureRow]| {
        let of = |row: &&MeasureRow| row.measure == "wait_p90" && row.of == "queue" && row.interval_start.is_some();
        rows.iter().filter(of).count()
    };
    assert_eq!((by_interval(&apart), by_interval(&together)), (4, 0));
    let others: Vec<_> = apart.into_iter().filter(|row| together.contains(row)).collect();
    assert_eq!(others, together);
}

#[test]
fn the_quantiles_of_the_only_interval_are_those_of_all_time() {
    let evidence = run(&study(&plan(&["horizon.wait_quantiles=by-interval", "horizon.interval=4h"]), 0..3));
    let rows = evidence.summary(Share::new(0.95).expect("a share")).measures;
    let of = |within: bool| {
        let of = rows.iter().filter(move |row| row.measure == "wait_p50" && row.interval_start.is_some() == within);
        of.map(|row| (row.of.clone(), row.mean, row.low)).collect::<Vec<_>>()
    };
    assert_eq!((of(true).len(), of(true)), (4, of(false)));
    let text = serde_json::to_string(&evidence).expect("text");
    assert_eq!(serde_json::from_str::<Evidence>(&text).expect("evidence"), evidence);
}

#[test]
fn an_empty_range_is_refused() {
    assert!(matches!(study(&plan(&[]), 5..5).run(&Watch::nobody()), Err(StudyError::NothingToPlay)));
}

#[test]
fn intervals_start_on_the_centres_clock_after_the_warm_up() {
    let plan = plan(&["horizon.start=\"2026-03-02T08:00\"", "horizon.warm_up=30m"]);
    let evidence = run(&study(&plan, 0..1));
    assert_eq!(evidence.starts.len(), 4);
    assert_eq!(evidence.starts[..2], ["2026-03-02T08:30:00", "2026-03-02T09:30:00"]);
}

#[test]
fn one_type_in_two_classes_of_a_queue_is_counted_once() {
    let text = "\
        contacts.calls = { arrivals = '30/h', talk = '1m', flow = 'menu', priority = 2 }\n\
        queues.all = {}\n\
        teams.front = { agents = 2 }\n\
        [flows.menu]\n\
        start = 'ask'\n\
        [flows.menu.nodes]\n\
        ask = { menu = { time = '5s', choices = { one = { share = 0.5, next = 'fast' }, two = { share = 0.5, next = 'slow' } } } }\n\
        fast = { enqueue = { queue = 'all', priority = 1 } }\n\
        slow = { enqueue = { queue = 'all' } }\n";
    let (scenario, _) = Scenario::parse(text, "menu.toml", Path::new(""), &[])
        .unwrap_or_else(|problems| panic!("{}", problems.render(false)));
    let plan = Plan::new(scenario);
    assert_eq!((plan.lanes.len(), layout::of(&plan).pairs), (2, vec![(0, 0)]));
    run(&study(&plan, 0..1));
}
