//! Every scenario of the repository: opens with its five lines, is read without a warning, plays, and says what is kept
//! beside it in `tests/golden/`.

use std::path::Path;

use switchboard::plan::Plan;
use switchboard::record::{MeasureRow, Summary};
use switchboard::scenario::{Scenario, render};
use switchboard::study::{Study, Watch};

use crate::golden;

/// What a scenario opens with.
const OPENING: [&str; 5] = ["# Question.", "# Watch.", "# See.", "# Numbers.", "# Run time."];
/// Measures that are kept for the whole centre.
const KEPT: [&str; 10] = [
    "abandonment",
    "answered",
    "arrived",
    "blocking",
    "containment",
    "mean_wait",
    "occupancy",
    "queue_length",
    "service_level",
    "wait_p90",
];

/// A scenario made ready; complains about warnings, too.
pub(crate) fn plan(file: &str) -> Plan {
    let read = Scenario::read(&golden::path(file), &[]);
    let (scenario, warnings) = read.unwrap_or_else(|problems| panic!("{}", problems.render(false)));
    assert!(warnings.is_empty(), "{}", render(&warnings, false));
    Plan::new(scenario)
}

/// What a study of a plan says.
pub(crate) fn played(study: &Study<'_>) -> Summary {
    let outcome = study.run(&Watch::nobody()).expect("the study can be played");
    outcome.evidence.summary(study.confidence)
}

fn files() -> Vec<String> {
    golden::files("scenarios", "toml")
}

/// The comment lines at the top, as far as they begin a statement.
fn opening(text: &str) -> Vec<&str> {
    let comments = text.lines().take_while(|line| line.starts_with('#'));
    comments.filter(|line| line.as_bytes().get(2).is_some_and(u8::is_ascii_uppercase)).collect()
}

#[test]
fn every_scenario_opens_with_question_and_answer() {
    for file in files() {
        let text = golden::text(&file);
        let opening = opening(&text);
        assert_eq!(opening.len(), OPENING.len(), "{file} opens with {opening:#?}, expected {OPENING:?}");
        for (line, start) in opening.iter().zip(OPENING) {
            assert!(line.starts_with(start), "{file}: found `{line}`, expected `{start}`");
        }
    }
}

#[test]
fn every_scenario_is_on_the_ladder() {
    let ladder = golden::text("scenarios/README.md");
    for file in files() {
        let inside = file.trim_start_matches("scenarios/");
        assert!(ladder.contains(&format!("({inside})")), "scenarios/README.md does not lead to {inside}");
    }
}

#[test]
fn every_scenario_says_what_is_kept() {
    let kept = |file: &String| Path::new("tests/golden").join(file).with_extension("txt").display().to_string();
    let differences: Vec<String> =
        files().iter().filter_map(|file| golden::difference(&kept(file), &said(file))).collect();
    assert!(differences.is_empty(), "\n{}", differences.join("\n"));
}

/// A few numbers of two replications.
fn said(file: &str) -> String {
    let plan = plan(file);
    let summary = played(&Study { replications: 0..2, ..Study::new(&plan) });
    let total = |row: &&MeasureRow| row.of == "all" && row.interval_start.is_none();
    let kept = |row: &&MeasureRow| KEPT.contains(&row.measure.as_str());
    let line = |row: &MeasureRow| {
        let mean = row.mean.map_or("–".to_owned(), |mean| format!("{mean:.3} {}", row.unit));
        format!("{} {mean}\n", row.measure)
    };
    summary.measures.iter().filter(total).filter(kept).map(line).collect()
}
