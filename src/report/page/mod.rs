//! The page: one HTML file with headline numbers, charts, tables, definitions and the way to reproduce it.
//!
//! It needs no other file, no script and no network; every text of the author's is escaped by the template.

use askama::Template;

use super::chart::Picture;
use super::format::{Definitions, TableSet, tables};
use super::{Origin, view, words};
use crate::record::{MeasureRow, Summary};

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

/// Everything the template shows.
#[derive(Debug, Template)]
#[template(path = "report.html")]
struct Page<'a> {
    summary: &'a Summary,
    title: &'a str,
    origin: Origin<'a>,
    cards: Vec<Card>,
    charts: Vec<Chart<'a>>,
    tables: Vec<TableSet>,
    definitions: Vec<(String, &'a str)>,
    facts: Vec<(&'static str, String)>,
}

impl Page<'_> {
    /// `95 %`.
    fn confidence(&self) -> String {
        words::confidence(self.summary.run.confidence)
    }
}

/// One headline number.
#[derive(Debug)]
struct Card {
    label: &'static str,
    value: String,
    /// Half-width with its sign; may be empty.
    margin: String,
}

/// One chart.
#[derive(Debug)]
struct Chart<'a> {
    keyword: &'static str,
    svg: String,
    description: &'a str,
}

/// The page as HTML.
pub(super) fn html(
    summary: &Summary,
    definitions: Definitions<'_>,
    origin: Origin<'_>,
    pictures: &[(&'static str, Picture)],
) -> String {
    let title = summary.scenario.title.trim();
    let charts = pictures.iter().map(|(keyword, picture)| Chart {
        keyword,
        svg: picture.svg(),
        description: &picture.description,
    });
    let page = Page {
        summary,
        title: if title.is_empty() { &summary.scenario.name } else { title },
        origin,
        cards: cards(summary),
        charts: charts.collect(),
        tables: tables(summary),
        definitions: used(summary, definitions),
        facts: facts(summary),
    };
    // Writing into a string has no way to fail, and the template is checked when it is compiled.
    page.render().unwrap_or_default()
}

/// The headline numbers that there are.
fn cards(summary: &Summary) -> Vec<Card> {
    let find = |measures: &[&str]| {
        let rows = measures.iter().filter_map(|measure| view::total(summary, measure, "all", ""));
        rows.into_iter().find(|row| row.mean.is_some())
    };
    let card = |label, row: &MeasureRow| Card { label, value: words::bare(row), margin: words::margin(row) };
    let found = HEADLINES.iter().filter_map(|(measures, label)| find(measures).map(|row| card(*label, row)));
    found.collect()
}

/// The definitions of the measures in the summary.
fn used<'a>(summary: &Summary, definitions: Definitions<'a>) -> Vec<(String, &'a str)> {
    let measured = |keyword: &str| summary.measures.iter().any(|row| row.measure == keyword);
    let found = definitions.iter().filter(|(keyword, _)| measured(keyword));
    found.map(|(keyword, definition)| (words::spoken(keyword), *definition)).collect()
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
