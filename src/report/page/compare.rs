//! The page of a comparison.

use super::{Card, Page, charts, used};
use crate::record::{Comparison, ConfigurationRow};
use crate::report::chart::Picture;
use crate::report::compare::Told;
use crate::report::format::{Definitions, TableSet, one_line};
use crate::report::{Origin, words};

/// Letters of a title that are enough.
const LONGEST_TITLE: usize = 90;

/// The page as HTML.
pub(in crate::report) fn html(
    comparison: &Comparison,
    told: Told,
    (definitions, origin): (Definitions<'_>, Origin<'_>),
    pictures: &[(String, Picture)],
) -> String {
    let title = title(comparison);
    let warnings: Vec<String> = comparison.run.warnings.iter().chain(origin.warnings).cloned().collect();
    let is = |measure: &str, keyword: &str| measure.split(':').next() == Some(keyword);
    let page = Page {
        title: &title,
        question: comparison.configurations.first().and_then(|base| base.scenario.question.as_deref()),
        lead: lead(comparison),
        warnings: &warnings,
        cards: cards(comparison),
        findings: told.findings,
        charts: charts(pictures.iter().map(|(name, picture)| (name.as_str(), picture))),
        tables: std::iter::once(configurations(&comparison.configurations)).chain(told.tables).collect(),
        definitions: used(definitions, |keyword| comparison.estimates.iter().any(|row| is(&row.measure, keyword))),
        command: origin.command,
        facts: facts(comparison),
        version: &comparison.run.version,
        files: &["differences.csv", "estimates.csv", "comparison.json"],
        ..Page::default()
    };
    page.html()
}

/// `Bank: four, five or six`.
fn title(comparison: &Comparison) -> String {
    let names: Vec<&str> = comparison.configurations.iter().map(|it| it.name.as_str()).collect();
    let what = comparison.configurations.first().map_or("", |base| match base.scenario.title.trim() {
        "" => base.scenario.name.as_str(),
        title => title,
    });
    let title = match names.split_last() {
        Some((last, others)) if !others.is_empty() => format!("{what}: {} or {last}", others.join(", ")),
        _ => what.to_owned(),
    };
    if title.chars().count() <= LONGEST_TITLE {
        return one_line(&title);
    }
    one_line(&format!("{what}: {} configurations compared", names.len()))
}

fn lead(comparison: &Comparison) -> Vec<String> {
    let run = &comparison.run;
    let (count, confidence) = (words::number(run.comparisons as f64, 0), words::confidence(run.confidence));
    let played = format!(
        "{} replications of each configuration, seed {}, with the same customers in all of them.",
        words::number(run.replications as f64, 0),
        run.seed
    );
    let intervals = format!(
        "± beside an estimate is the half-width of its own {confidence} confidence interval; those beside differences hold \
         for all {count} differences together with {confidence}."
    );
    [played, intervals].into_iter().chain(run.note.clone()).collect()
}

/// How many differences are real, and which configuration is the best.
fn cards(comparison: &Comparison) -> Vec<Card> {
    let whole = |number: usize| words::number(number as f64, 0);
    let real = comparison.differences.iter().filter(|row| row.verdict.is_real()).count();
    let mut cards = vec![
        Card {
            label: "configurations".to_owned(),
            value: whole(comparison.configurations.len()),
            margin: comparison.configurations.first().map_or_else(String::new, |base| format!("base: {}", base.name)),
        },
        Card {
            label: "differences that are real".to_owned(),
            value: whole(real),
            margin: format!("of {}", whole(comparison.differences.len())),
        },
    ];
    if let Some(selection) = &comparison.selection {
        let measure = words::subject(&selection.measure, &selection.of, &selection.name);
        let none = || "not found".to_owned();
        let value = selection.best.clone().map_or_else(none, |best| one_line(&best));
        let margin = format!("{} confidence", words::confidence(selection.confidence));
        cards.push(Card { label: format!("best by {measure}"), value, margin });
    }
    cards
}

/// What each configuration is.
fn configurations(rows: &[ConfigurationRow]) -> TableSet {
    let row = |it: &ConfigurationRow| {
        let changes = it.scenario.overrides.join(", ");
        let changes = if changes.is_empty() { "as written".to_owned() } else { changes };
        [it.name.clone(), it.scenario.file.clone(), changes, words::number(it.played as f64, 0), it.digest.clone()]
    };
    TableSet {
        heading: "Configurations".to_owned(),
        columns: ["configuration", "file", "changed", "replications", "digest"].map(str::to_owned).to_vec(),
        rows: rows.iter().map(|it| row(it).map(|cell| one_line(&cell)).to_vec()).collect(),
        note: String::new(),
    }
}

/// How it was played.
fn facts(comparison: &Comparison) -> Vec<(&'static str, String)> {
    let run = &comparison.run;
    let whole = |number: u64| words::number(number as f64, 0);
    let last = run.first.saturating_add(run.replications.max(1) - 1);
    let scenario = comparison.configurations.first().map(|base| &base.scenario);
    let mut facts: Vec<(&str, String)> = scenario.map_or_else(Vec::new, |scenario| {
        vec![
            ("start", scenario.start.replace('T', " ")),
            ("length", words::duration(scenario.length)),
            ("warm-up left out", words::duration(scenario.warm_up)),
        ]
    });
    facts.extend([
        ("replications", format!("{} (numbers {} to {last})", whole(run.replications), run.first)),
        ("seed", run.seed.to_string()),
        ("confidence of all differences together", words::confidence(run.confidence)),
        ("differences that it is shared among", whole(run.comparisons)),
        ("confidence of one difference alone", words::confidence(run.each)),
        ("contacts in all replications", whole(comparison.configurations.iter().map(|it| it.contacts).sum())),
        ("time it took", format!("{} on {} threads", words::duration(run.wall_seconds), run.threads)),
        ("version", format!("switchboard {}", run.version)),
    ]);
    facts
}
