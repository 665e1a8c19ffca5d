//! Tables for people: the centre, its queues, contact types and teams, and the day by interval, in 100 columns where
//! names allow it.

use comfy_table::{CellAlignment, ContentArrangement, ContentLineStyle, LineStyle, Table, TableStyle, presets};

use super::{Definitions, Entry, Render, Summary, entry, names};
use crate::record::MeasureRow;
use crate::report::{view, words};

pub(super) const ENTRY: Entry<Render> =
    entry(render, "table", "tables for people: centre, queues, contact types, teams, intervals");

/// Columns of a terminal that the tables fit into, unless a word of a name alone is too long.
const WIDTH: usize = 100;
/// Blanks around the content of a column, and between it and the next.
const PADDING: usize = 3;
/// More intervals than this are left to the files.
const MOST_INTERVALS: usize = 100;

/// Numbers of the whole centre, the first ones first.
const CENTRE: [&str; 28] = [
    "arrived",
    "redials",
    "reconnects",
    "follow_ups",
    "self_served",
    "left_message",
    "deflected",
    "hung_up_in_flow",
    "closed",
    "blocked",
    "blocking",
    "offered",
    "answered",
    "abandoned",
    "abandonment",
    "ejected",
    "transferred_out",
    "service_level",
    "mean_wait",
    "asa",
    "wait_p50",
    "wait_p90",
    "wait_p99",
    "queue_length",
    "staffed",
    "busy",
    "occupancy",
    "cost",
];
/// Of these, those that are left out where nothing of the kind happens.
const OCCASIONAL: [&str; 12] = [
    "redials",
    "reconnects",
    "follow_ups",
    "self_served",
    "left_message",
    "deflected",
    "hung_up_in_flow",
    "closed",
    "blocked",
    "blocking",
    "ejected",
    "transferred_out",
];
/// Measures whose meaning differs from one centre to the next, explained below the tables.
const EXPLAINED: [&str; 5] = ["abandonment", "service_level", "mean_wait", "asa", "occupancy"];
/// Columns of the table of queues.
const QUEUES: [&str; 6] = ["offered", "abandonment", "service_level", "mean_wait", "wait_p90", "queue_length"];
/// Columns of the table of contact types.
const CONTACTS: [&str; 6] = ["arrived", "answered", "abandoned", "abandonment", "mean_wait", "wait_p90"];
/// Columns of the table of channels.
const CHANNELS: [&str; 5] = ["arrived", "answered", "abandonment", "mean_wait", "wait_p90"];
/// Columns of the table of teams.
const TEAMS: [&str; 5] = ["answered", "staffed", "busy", "occupancy", "cost"];
/// Measures of routing that are there only where they are asked for.
const DIAGNOSTICS: [&str; 6] =
    ["answered_at_step", "idle_while_waiting", "longest_idle_while_waiting", "overtakes", "starved", "workload_spread"];
/// Columns of the table by interval.
const INTERVALS: [&str; 6] = ["offered", "abandonment", "service_level", "mean_wait", "staffed", "occupancy"];

/// One table in words: every cell is ready to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableSet {
    /// What the rows are.
    pub heading: String,
    /// Names of the columns, that of the rows' names first.
    pub columns: Vec<String>,
    /// Rows; the first cell names the row.
    pub rows: Vec<Vec<String>>,
    /// What is to be said below, such as rows left out; may be empty.
    pub note: String,
}

/// The tables that have at least one row, in the order of reading.
pub(crate) fn tables(summary: &Summary) -> Vec<TableSet> {
    let made = [
        centre(summary),
        things(summary, ("Queues", "queue", "queue"), &QUEUES),
        things(summary, ("Contact types", "contact type", "contacts"), &CONTACTS),
        things(summary, ("Channels", "channel", "channel"), &CHANNELS),
        things(summary, ("Teams", "team", "team"), &TEAMS),
        diagnostics(summary),
        intervals(summary),
    ];
    made.into_iter().filter(|table| !table.rows.is_empty() || !table.note.is_empty()).collect()
}

fn render(summary: &Summary, definitions: Definitions<'_>) -> String {
    let mut text = heading(summary);
    let tables = tables(summary);
    if tables.is_empty() {
        text.push_str("\nNothing was measured.\n");
    }
    for table in &tables {
        for part in ["\n", &table.heading, "\n", &drawn(table)] {
            text.push_str(part);
        }
    }
    text + &meanings(summary, definitions)
}

/// What is meant by the shares and waits above.
fn meanings(summary: &Summary, definitions: Definitions<'_>) -> String {
    let shown = |keyword: &&str| view::total(summary, keyword, "all", "").is_some();
    let lines = EXPLAINED.iter().filter(|keyword| shown(keyword)).filter_map(|keyword| {
        let found = definitions.iter().find(|(other, _)| other == keyword);
        found.map(|(_, definition)| wrapped(&format!("{}: {definition}", words::spoken(keyword))))
    });
    let lines: String = lines.collect();
    if lines.is_empty() { lines } else { format!("\n{lines}") }
}

/// Words in lines that fit, the later ones set in.
pub(in crate::report) fn wrapped(words: &str) -> String {
    let (mut text, mut column) = (String::new(), 0);
    for word in words.split_whitespace() {
        let length = word.chars().count();
        let breaks = column > 0 && column + 1 + length > WIDTH;
        text.push_str(match column {
            0 => "",
            _ if breaks => "\n  ",
            _ => " ",
        });
        column = if breaks { 2 + length } else { column + usize::from(column > 0) + length };
        text.push_str(word);
    }
    text + "\n"
}

/// What was played, and how, in three lines.
fn heading(summary: &Summary) -> String {
    let (scenario, run) = (&summary.scenario, &summary.run);
    let question = scenario.question.as_ref().map(|question| format!("{}\n", one_line(question)));
    let note = run.note.as_ref().map(|note| format!("{}\n", one_line(note)));
    format!(
        "{title}\n{question}{replications} {method}{first}, seed {seed}, {confidence} intervals; {contacts} contacts in {took}\n{note}",
        title = one_line(if scenario.title.is_empty() { &scenario.name } else { &scenario.title }),
        question = question.unwrap_or_default(),
        replications = words::number(run.replications as f64, 0),
        method = if run.method == "batch-means" { "batches" } else { "replications" },
        first = if run.first == 0 { String::new() } else { format!(" from number {}", run.first) },
        seed = run.seed,
        confidence = words::confidence(run.confidence),
        contacts = words::number(run.contacts as f64, 0),
        took = words::duration(run.wall_seconds),
        note = note.unwrap_or_default(),
    )
}

/// A text of the scenario's author on one line, without signs that a terminal would obey.
pub(in crate::report) fn one_line(words: &str) -> String {
    words.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}

/// Key numbers of the whole centre, one in a row.
fn centre(summary: &Summary) -> TableSet {
    let happens = |row: &&MeasureRow| row.mean != Some(0.0) || !OCCASIONAL.contains(&row.measure.as_str());
    let rows = CENTRE.iter().filter_map(|measure| view::total(summary, measure, "all", "")).filter(happens);
    let rows = rows.map(|row| vec![words::spoken(&row.measure), words::estimate(row)]).collect();
    TableSet { heading: "Centre".to_owned(), columns: columns("measure", &["value"]), rows, note: String::new() }
}

/// A row for each thing of a kind; `words` are the heading, the name of the first column and the kind.
fn things(summary: &Summary, (heading, thing, of): (&str, &str, &str), measures: &[&str]) -> TableSet {
    let shown: Vec<&str> =
        measures.iter().copied().filter(|measure| view::totals(summary, measure, of).next().is_some()).collect();
    let cell = |name: &str, measure: &str| {
        view::total(summary, measure, of, name).map_or_else(|| words::NONE.to_owned(), words::estimate)
    };
    let names = if shown.is_empty() { Vec::new() } else { view::names(summary, of) };
    let row =
        |name: &&str| std::iter::once(one_line(name)).chain(shown.iter().map(|measure| cell(name, measure))).collect();
    TableSet {
        heading: heading.to_owned(),
        columns: columns(thing, &shown),
        rows: names.iter().map(row).collect(),
        note: String::new(),
    }
}

/// A row for each diagnostic of each thing; causes that nothing happened by are left out.
fn diagnostics(summary: &Summary) -> TableSet {
    let is = |row: &&MeasureRow| row.measure.split(':').next().is_some_and(|keyword| DIAGNOSTICS.contains(&keyword));
    let happens = |row: &&MeasureRow| row.mean != Some(0.0) || !row.measure.contains(':');
    let rows = summary.measures.iter().filter(is).filter(happens).map(|row| {
        let of = if row.of == "all" { "centre".to_owned() } else { format!("{} {}", row.of, one_line(&row.name)) };
        vec![words::spoken(&row.measure).replace(':', ": "), of, words::estimate(row)]
    });
    TableSet {
        heading: "Diagnostics".to_owned(),
        columns: ["diagnostic", "of", "value"].map(str::to_owned).to_vec(),
        rows: rows.collect(),
        note: String::new(),
    }
}

/// A row for each interval of the whole centre.
fn intervals(summary: &Summary) -> TableSet {
    let starts = view::interval_starts(summary);
    let heading = format!("By {}", words::interval_word(summary.scenario.interval));
    if starts.len() > MOST_INTERVALS {
        let note = format!("{} intervals: see measures.csv", words::number(starts.len() as f64, 0));
        return TableSet { heading, columns: Vec::new(), rows: Vec::new(), note };
    }
    let found: std::collections::HashMap<_, _> = summary
        .measures
        .iter()
        .filter(|row| row.of == "all")
        .filter_map(|row| row.interval_start.as_deref().map(|start| ((row.measure.as_str(), start), row)))
        .collect();
    let shown: Vec<&str> = INTERVALS
        .iter()
        .copied()
        .filter(|measure| starts.iter().any(|start| found.contains_key(&(*measure, *start))))
        .collect();
    let cell = |measure: &str, start: &str| {
        found.get(&(measure, start)).map_or_else(|| words::NONE.to_owned(), |row| words::estimate(row))
    };
    let row = |start: &&str| {
        let label = one_line(&words::start_label(start, summary.scenario.length));
        std::iter::once(label).chain(shown.iter().map(|measure| cell(measure, start))).collect()
    };
    let rows = if shown.is_empty() { Vec::new() } else { starts.iter().map(row).collect() };
    TableSet { heading, columns: columns("from", &shown), rows, note: String::new() }
}

/// Names of columns in words.
fn columns(first: &str, measures: &[&str]) -> Vec<String> {
    std::iter::once(first.to_owned()).chain(measures.iter().map(|measure| words::spoken(measure))).collect()
}

/// A table with a line below its head, numbers to the right and whole, names in what is left.
pub(in crate::report) fn drawn(table: &TableSet) -> String {
    if table.rows.is_empty() {
        return format!("{}\n", table.note);
    }
    let mut lines = Table::new();
    lines.load_style(rules_only());
    lines.set_content_arrangement(ContentArrangement::Disabled);
    lines.set_header(&table.columns);
    let width = name_width(table);
    for row in &table.rows {
        let name = row.first().map(|name| names::broken(name, width));
        lines.add_row(name.iter().chain(row.iter().skip(1)));
    }
    for column in lines.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    lines.lines().flat_map(|line| [line.trim_end().to_owned(), "\n".to_owned()]).collect()
}

/// Letters that the first column may take beside the others.
fn name_width(table: &TableSet) -> usize {
    let cells = |column: usize| table.rows.iter().chain([&table.columns]).filter_map(move |row| row.get(column));
    let widest = |column: usize| cells(column).map(|cell| cell.chars().count()).max().unwrap_or(0);
    let numbers: usize = (1..table.columns.len()).map(|column| widest(column) + PADDING).sum();
    names::width(cells(0).map(String::as_str), (WIDTH + 1).saturating_sub(numbers + PADDING))
}

/// Lines above, below and under the head, and nothing between columns or rows.
const fn rules_only() -> TableStyle {
    let bare = ContentLineStyle::none();
    presets::UTF8_HORIZONTAL_ONLY.row_separator(LineStyle::none()).header_lines(bare).content_lines(bare)
}
