//! Tables for people: what was compared, which differences are real, and which configuration is the best.

use crate::record::{Comparison, DifferenceRow, EstimateRow, MeasureRow, Selection, Verdict};
use crate::report::compare::Told;
use crate::report::format::{TableSet, drawn, one_line, wrapped};
use crate::report::words;

/// More pairs of others than the base than this are left to the files.
const MOST_PAIRS: usize = 10;

/// Rows of one measure of one thing.
type Group<'a> = &'a [DifferenceRow];

pub(super) fn render(comparison: &Comparison) -> String {
    let mut text = heading(comparison);
    let groups = groups(comparison);
    text.extend(groups.iter().map(|group| shown(&measure(comparison, group))));
    let short = in_short(comparison, &groups);
    if !comparison.configurations.is_empty() {
        text += "\nIn short\n";
    }
    text.extend(short.iter().map(|line| wrapped(line)));
    if let Some(selection) = &comparison.selection {
        text += &shown(&best(selection));
        text.extend(race(selection).iter().map(|line| wrapped(line)));
    }
    text + "\n"
        + &wrapped(MEANING)
        + &notes(comparison).iter().map(|line| wrapped(&format!("note: {line}"))).collect::<String>()
}

/// Everything that a page shows of a comparison in words.
pub(super) fn told(comparison: &Comparison) -> Told {
    let groups = groups(comparison);
    let tables = groups.iter().map(|group| measure(comparison, group)).chain(comparison.selection.iter().map(best));
    let mut findings = in_short(comparison, &groups);
    findings.extend(comparison.selection.iter().flat_map(race));
    findings.push(MEANING.to_owned());
    findings.extend(missing(comparison));
    Told { tables: tables.collect(), findings }
}

/// What the words of the tables mean.
const MEANING: &str = "real?: the interval holds no zero; all intervals hold together with the stated confidence. \
                       reduction: how many times fewer replications are needed because all meet the same customers.";

fn shown(table: &TableSet) -> String {
    let note = if table.note.is_empty() { String::new() } else { format!("{}\n", table.note) };
    format!("\n{}\n{}{note}", table.heading, drawn(table))
}

/// What was compared and how, in three lines.
fn heading(comparison: &Comparison) -> String {
    let run = &comparison.run;
    let names: Vec<String> = comparison.configurations.iter().map(|it| one_line(&it.name)).collect();
    let first = if run.first == 0 { String::new() } else { format!(" from number {}", run.first) };
    let note = run.note.as_ref().map_or_else(String::new, |note| format!("{}\n", one_line(note)));
    format!(
        "{}{} replications of each{first}, seed {}; {} intervals that hold for all {} differences together\n{note}",
        wrapped(&format!("{} configurations: {}", names.len(), names.join("; "))),
        words::number(run.replications as f64, 0),
        run.seed,
        words::confidence(run.confidence),
        words::number(run.comparisons as f64, 0),
    )
}

/// The differences by measure, in their order.
fn groups(comparison: &Comparison) -> Vec<Group<'_>> {
    let same = |one: &DifferenceRow, other: &DifferenceRow| {
        one.measure == other.measure && one.of == other.of && one.name == other.name
    };
    comparison.differences.chunk_by(same).collect()
}

fn estimate<'a>(comparison: &'a Comparison, row: &DifferenceRow, configuration: &str) -> Option<&'a EstimateRow> {
    comparison.estimates.iter().find(|it| {
        it.measure == row.measure && it.of == row.of && it.name == row.name && it.configuration == configuration
    })
}

/// A number of one configuration in words.
fn estimated(row: Option<&EstimateRow>) -> String {
    let told = |row: &EstimateRow| words::estimate(&numbers(&row.unit, [row.mean, row.low, row.high]));
    row.map_or_else(|| words::NONE.to_owned(), told)
}

/// Numbers as a row of a summary, which words are made for.
fn numbers(unit: &str, [mean, low, high]: [Option<f64>; 3]) -> MeasureRow {
    MeasureRow {
        measure: String::new(),
        of: String::new(),
        name: String::new(),
        interval_start: None,
        mean,
        low,
        high,
        unit: unit.to_owned(),
        replications: 0,
    }
}

/// `-13.3s ± 0.9s`, `+2.1 points ± 0.4`.
fn difference(row: &DifferenceRow) -> String {
    let told = words::estimate(&numbers(&row.unit, [row.difference, row.low, row.high])).replace(" %", " points");
    if row.difference > Some(0.0) { format!("+{told}") } else { told }
}

/// Whether the difference is real, in words.
fn verdict(row: &DifferenceRow) -> &'static str {
    match (row.verdict, row.better.as_deref()) {
        (Verdict::Higher, None) => "yes, higher",
        (Verdict::Lower, None) => "yes, lower",
        (Verdict::Higher, Some("more")) | (Verdict::Lower, Some("less")) => "yes, better",
        (Verdict::Higher | Verdict::Lower, Some(_)) => "yes, worse",
        (Verdict::NotShown, _) => "not shown",
        (Verdict::Identical, _) => "no, identical",
        (Verdict::Unknown, _) => words::NONE,
    }
}

fn reduction(row: &DifferenceRow) -> String {
    let told = |times: f64| format!("{}×", words::number(times, usize::from(times < 100.0)));
    row.variance_reduction.map_or_else(|| words::NONE.to_owned(), told)
}

/// One measure of every configuration, held against the base, then the other pairs while there are few.
fn measure(comparison: &Comparison, group: Group<'_>) -> TableSet {
    let base = base(comparison);
    let first = &group[0];
    let row = |row: &DifferenceRow| {
        let alone = row.against == base;
        let name =
            if alone { row.configuration.clone() } else { format!("{} against {}", row.configuration, row.against) };
        let own = if alone { estimated(estimate(comparison, row, &row.configuration)) } else { String::new() };
        vec![one_line(&name), own, difference(row), verdict(row).to_owned(), reduction(row)]
    };
    let unpaired = |name: &&str| !group.iter().any(|row| row.against == base && row.configuration == **name);
    let alone = comparison.configurations.iter().map(|it| it.name.as_str()).filter(unpaired).filter_map(|name| {
        let found = estimate(comparison, first, name)?;
        let role = if name == base { "base" } else { "" };
        Some(vec![one_line(name), estimated(Some(found)), role.to_owned(), String::new(), String::new()])
    });
    let few = others(group, base).count() <= MOST_PAIRS;
    let rows = group.iter().filter(|row| few || row.against == base).map(row);
    TableSet {
        heading: one_line(&words::capital(&words::subject(&first.measure, &first.of, &first.name))),
        columns: ["configuration", "estimate", "difference", "real?", "reduction"].map(str::to_owned).to_vec(),
        rows: alone.chain(rows).collect(),
        note: left_out(comparison, group),
    }
}

/// How many pairs are left to the files.
fn left_out(comparison: &Comparison, group: Group<'_>) -> String {
    let count = others(group, base(comparison)).count();
    if count <= MOST_PAIRS { String::new() } else { format!("{count} other pairs: see differences.csv") }
}

/// Name of the configuration that the others are held against.
fn base(comparison: &Comparison) -> &str {
    comparison.configurations.first().map_or("", |it| it.name.as_str())
}

/// Pairs of others than the base.
fn others<'a>(group: Group<'a>, base: &str) -> impl Iterator<Item = &'a DifferenceRow> {
    group.iter().filter(move |row| row.against != base)
}

/// A sentence for each configuration: what is really better, worse, higher, lower than in the base.
fn in_short(comparison: &Comparison, groups: &[Group<'_>]) -> Vec<String> {
    let Some((base, others)) = comparison.configurations.split_first() else { return Vec::new() };
    let mut lines = Vec::new();
    for configuration in others {
        let rows = groups.iter().copied().flatten();
        let rows: Vec<&DifferenceRow> =
            rows.filter(|row| row.configuration == configuration.name && row.against == base.name).collect();
        let of = |words: &str| {
            let found = rows.iter().filter(|row| verdict(row) == words);
            found.map(|row| words::subject(&row.measure, &row.of, &row.name)).collect::<Vec<_>>().join(", ")
        };
        let kinds = [
            ("better", "yes, better"),
            ("worse", "yes, worse"),
            ("higher", "yes, higher"),
            ("lower", "yes, lower"),
            ("no difference shown", "not shown"),
            ("identical", "no, identical"),
        ];
        let parts: Vec<String> = kinds
            .iter()
            .map(|(name, words)| (name, of(words)))
            .filter(|(_, measures)| !measures.is_empty())
            .map(|(name, measures)| format!("{name}: {measures}"))
            .collect();
        let found = if parts.is_empty() { "nothing to compare".to_owned() } else { parts.join("; ") };
        lines.push(one_line(&format!("{} against {}: {found}.", configuration.name, base.name)));
    }
    lines
}

/// The search for the best.
fn best(selection: &Selection) -> TableSet {
    let measure = words::subject(&selection.measure, &selection.of, &selection.name);
    let columns = ["configuration", "replications", "estimate", "dropped out behind"];
    let row = |it: &crate::record::ContenderRow| {
        vec![
            one_line(&it.configuration),
            words::number(it.replications as f64, 0),
            words::estimate(&numbers(&selection.unit, [it.mean, None, None])),
            it.behind.as_deref().map_or_else(|| "left".to_owned(), one_line),
        ]
    };
    TableSet {
        heading: one_line(&format!("The best by {measure}, {} is better", selection.better)),
        columns: columns.map(str::to_owned).to_vec(),
        rows: selection.contenders.iter().map(row).collect(),
        note: String::new(),
    }
}

/// How the best was found, and what that is worth.
fn race(selection: &Selection) -> Vec<String> {
    let measure = words::subject(&selection.measure, &selection.of, &selection.name);
    let stages = selection.stages.iter().map(|stage| {
        let left = stage.left.join(", ");
        one_line(&format!("after {} replications, left: {left}", words::number(stage.replications as f64, 0)))
    });
    stages.chain([one_line(&guarantee(selection, &measure))]).collect()
}

/// What the result is worth.
fn guarantee(selection: &Selection, measure: &str) -> String {
    let indifference = words::estimate(&numbers(&selection.unit, [Some(selection.indifference), None, None]));
    let indifference = indifference.replace(" %", " points");
    let confidence = words::confidence(selection.confidence);
    let basis = if selection.exact { "for normal observations" } else { "for many replications" };
    let Some(best) = &selection.best else {
        return format!(
            "No best one was found in {} replications, so nothing is guaranteed; it takes at most {}: allow more with \
             `--most`, or a larger `--indifference`.",
            words::number(selection.contenders.iter().map(|it| it.replications).max().unwrap_or(0) as f64, 0),
            words::number(selection.longest as f64, 0)
        );
    };
    format!(
        "The best is {best}. Guarantee: if one configuration is better in {measure} than every other by {indifference} or \
         more, it is the one found with a probability of at least {confidence} ({}, {basis}).",
        selection.procedure
    )
}

/// What else is to be known.
fn notes(comparison: &Comparison) -> Vec<String> {
    let warnings = comparison.run.warnings.iter().map(|warning| one_line(&format!("{warning}.")));
    missing(comparison).into_iter().chain(warnings).collect()
}

/// Measures that some configurations do not have.
fn missing(comparison: &Comparison) -> Vec<String> {
    let line = |row: &crate::record::MissingRow| {
        let names = row.configurations.join("`, `");
        one_line(&format!("`{}` is not in `{names}`, so it is compared among the others only.", row.measure))
    };
    comparison.missing.iter().map(line).collect()
}
