//! How often a 95 % confidence interval covers the exact value.
//!
//! `cargo bench --bench coverage` plays 1,000 small studies of one Erlang A queue, each with a seed of its own, and
//! counts for several measures how often the interval holds the value that theory gives. It does so for independent
//! replications and for batch means of one long run. Options follow `--`: `--save` writes `results/coverage/`,
//! `--studies N` changes the number of studies.

use std::fmt::Write as _;
use std::path::Path;
use std::process::ExitCode;

use switchboard::plan::Plan;
use switchboard::record::MeasureRow;
use switchboard::scenario::Scenario;
use switchboard::study::{Study, Watch};
use switchboard::theory::ErlangA;

/// The queue: a hundred contacts an hour, three minutes of talk, two of patience, six agents, twelve hours after two
/// that are left out.
const SCENARIO: &str = "
[horizon]
length = '14h'
warm_up = '2h'
[contacts.calls]
arrivals = '100/h'
talk = { exponential = '3m' }
patience = { exponential = '2m' }
[teams.all]
agents = 6
";
/// What makes 20 replications of it, and what makes one run of 30 batches of eight hours.
const METHODS: [(&str, &[&str]); 2] = [
    ("replications", &["replicate.count=20"]),
    ("batch-means", &["replicate.method=batch-means", "replicate.count=30", "horizon.length=242h"]),
];
const HOURS: [f64; 2] = [12.0, 8.0];

/// How often the intervals of one measure covered.
struct Coverage {
    method: &'static str,
    measure: &'static str,
    exact: f64,
    covered: usize,
    studies: usize,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    match cover(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("error: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn cover(arguments: &[String]) -> Result<(), String> {
    let studies = match arguments.iter().position(|argument| argument == "--studies") {
        Some(at) => arguments.get(at + 1).and_then(|count| count.parse().ok()).ok_or("`--studies` needs a number")?,
        None => 1_000,
    };
    let mut found = Vec::new();
    for ((method, overrides), hours) in METHODS.into_iter().zip(HOURS) {
        found.extend(coverage(method, overrides, hours, studies)?);
    }
    let table = markdown(&found);
    print!("{table}");
    if arguments.iter().any(|argument| argument == "--save") {
        save(&found, &table).map_err(|error| error.to_string())?;
    }
    Ok(())
}

/// Plays all studies of one method.
fn coverage(method: &'static str, overrides: &[&str], hours: f64, studies: usize) -> Result<Vec<Coverage>, String> {
    let overrides: Vec<String> = overrides.iter().map(ToString::to_string).collect();
    let (scenario, _) =
        Scenario::parse(SCENARIO, "coverage", Path::new(""), &overrides).map_err(|problems| problems.render(false))?;
    let plan = Plan::new(scenario);
    let rows: Vec<Vec<MeasureRow>> = (0..studies as u64)
        .map(|seed| {
            let study = Study { seed, ..Study::new(&plan) };
            let outcome = study.run(&Watch::nobody()).map_err(|error| error.to_string())?;
            Ok(outcome.evidence.summary(plan.scenario.replicate.confidence).measures)
        })
        .collect::<Result<_, String>>()?;
    Ok(exact(hours)?.into_iter().map(|(measure, exact)| count(method, measure, exact, &rows)).collect())
}

/// What theory gives: Erlang A in seconds.
fn exact(hours: f64) -> Result<Vec<(&'static str, f64)>, String> {
    let queue = ErlangA {
        arrival_rate: 100.0 / 3_600.0,
        service_rate: 1.0 / 180.0,
        abandonment_rate: 1.0 / 120.0,
        agents: 6,
        lines: None,
    };
    let measures = queue.solve().map_err(|error| error.to_string())?;
    let mean_wait = measures.mean_wait.ok_or("nobody comes in")?;
    let asa = measures.mean_wait_of_answered.ok_or("nobody is answered")?;
    Ok(vec![
        ("offered", 100.0 * hours),
        ("abandonment", measures.abandoned),
        ("service_level", measures.within(20.0).answered),
        ("mean_wait", mean_wait),
        ("asa", asa),
        ("queue_length", measures.mean_queue_length),
        ("occupancy", measures.occupancy),
    ])
}

fn count(method: &'static str, measure: &'static str, exact: f64, studies: &[Vec<MeasureRow>]) -> Coverage {
    let covers = |rows: &&Vec<MeasureRow>| {
        let total = |row: &&MeasureRow| row.measure == measure && row.of == "all" && row.interval_start.is_none();
        let ends = rows.iter().find(total).and_then(|row| Some((row.low?, row.high?)));
        ends.is_some_and(|(low, high)| (low..=high).contains(&exact))
    };
    Coverage { method, measure, exact, covered: studies.iter().filter(covers).count(), studies: studies.len() }
}

fn markdown(found: &[Coverage]) -> String {
    let mut text = String::from("| method | measure | exact | studies that cover | share |\n|---|---|--:|--:|--:|\n");
    for Coverage { method, measure, exact, covered, studies } in found {
        let share = 100.0 * *covered as f64 / *studies as f64;
        let _ = writeln!(text, "| {method} | {measure} | {exact:.6} | {covered} of {studies} | {share:.1} % |");
    }
    text
}

fn save(found: &[Coverage], table: &str) -> std::io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("results/coverage");
    std::fs::create_dir_all(&folder)?;
    let mut csv = String::from("method,measure,exact,covered,studies\n");
    for Coverage { method, measure, exact, covered, studies } in found {
        let _ = writeln!(csv, "{method},{measure},{exact},{covered},{studies}");
    }
    std::fs::write(folder.join("coverage.csv"), csv)?;
    let readme = format!(
        "# Do the 95 % intervals cover?\n\n\
        Question: in how many of 1,000 small studies of an Erlang A queue does the 95 % interval hold the exact value?\n\
        A share of 95 % ± 1.4 points is what 1,000 studies can tell from 95 % (two standard errors).\n\n\
        Recipe: `cargo bench --bench coverage -- --save`; seeds 0 to 999; the scenario and the closed form stand in\n\
        `benches/coverage.rs`. The result does not depend on the machine. Version {}.\n\n{table}",
        env!("CARGO_PKG_VERSION")
    );
    std::fs::write(folder.join("README.md"), readme)
}
