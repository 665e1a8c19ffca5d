//! The page of a run.

use super::{Card, Page, charts, used};
use crate::record::{MeasureRow, Summary};
use crate::report::chart::Picture;
use crate::report::format::{Definitions, tables};
use crate::report::{Origin, view, words};

/// Measures of the whole centre that stand at the top, with their words there.
const HEADLINES: [(&[&str], &str); 7] = [
    (&["offered", "arrived"], "contacts offered"),
    (&["service_level"], "service level"),
    (&["abandonment"], "abandonment"),
    (&["mean_wait", "asa"], "mean wait"),
    (&["wait_p90"], "90 % wait under"),
    (&["occupancy"], "occupancy"),
    (&["cost"], "cost"),
];

/// The page as HTML.
pub(in crate::report) fn html(
    summary: &Summary,
    definitions: Definitions<'_>,
    origin: Origin<'_>,
    pictures: &[(&'static str, Picture)],
) -> String {
    let title = summary.scenario.title.trim();
    let is = |row: &MeasureRow, keyword: &str| row.measure.split(':').next() == Some(keyword);
    let page = Page {
        title: if title.is_empty() { &summary.scenario.name } else { title },
        question: summary.scenario.question.as_deref(),
        lead: lead(summary),
        warnings: origin.warnings,
        cards: cards(summary),
        nothing: "Nothing was measured for the centre as a whole.",
        charts: charts(pictures.iter().map(|(keyword, picture)| (*keyword, picture))),
        tables: tables(summary),
        definitions: used(definitions, |keyword| summary.measures.iter().any(|row| is(row, keyword))),
        command: origin.command,
        facts: facts(summary),
        version: &summary.run.version,
        files: &["measures.csv", "summary.json"],
        ..Page::default()
    };
    page.html()
}

/// How it was played, and why fewer replications were than asked for.
fn lead(summary: &Summary) -> Vec<String> {
    let run = &summary.run;
    let method = if run.method == "batch-means" { "batches" } else { "replications" };
    let confidence = words::confidence(run.confidence);
    let line = format!(
        "{} {method}, seed {}; ± is the half-width of a {confidence} confidence interval.",
        run.replications, run.seed
    );
    std::iter::once(line).chain(run.note.clone()).collect()
}

/// The headline numbers that there are.
fn cards(summary: &Summary) -> Vec<Card> {
    let find = |measures: &[&str]| {
        let rows = measures.iter().filter_map(|measure| view::total(summary, measure, "all", ""));
        rows.into_iter().find(|row| row.mean.is_some())
    };
    let card = |label: &str, row: &MeasureRow| Card {
        label: label.to_owned(),
        value: words::bare(row),
        margin: words::margin(row),
    };
    let found = HEADLINES.iter().filter_map(|(measures, label)| find(measures).map(|row| card(label, row)));
    found.collect()
}

/// What was played and how.
fn facts(summary: &Summary) -> Vec<(&'static str, String)> {
    let (scenario, run) = (&summary.scenario, &summary.run);
    let whole = |number: u64| words::number(number as f64, 0);
    let last = run.first.saturating_add(run.replications.max(1) - 1);
    let mut facts = vec![
        ("scenario", scenario.name.clone()),
        ("file", scenario.file.clone()),
        ("start", scenario.start.replace('T', " ")),
        ("length", words::duration(scenario.length)),
        ("reporting interval", words::duration(scenario.interval)),
        ("warm-up left out", words::duration(scenario.warm_up)),
        ("method", run.method.clone()),
        ("replications", format!("{} (numbers {} to {last})", whole(run.replications), run.first)),
        ("seed", run.seed.to_string()),
        ("confidence of intervals", words::confidence(run.confidence)),
        ("contacts in all replications", whole(run.contacts)),
        ("events in all replications", whole(run.events)),
        ("time it took", format!("{} on {} threads", words::duration(run.wall_seconds), run.threads)),
        ("version", format!("switchboard {}", run.version)),
        ("digest", run.digest.clone()),
    ];
    if !scenario.overrides.is_empty() {
        facts.insert(2, ("changed on the command line", scenario.overrides.join(", ")));
    }
    facts
}
