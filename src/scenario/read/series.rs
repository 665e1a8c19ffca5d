//! Series: long lists that may stand in a CSV file beside the scenario.

use std::path::Path;

use super::source::LONGEST;
use super::tree::{Node, Tree};
use super::words::listed;
use super::{Finding, Reader};
use crate::family::{Kind, Located, Need, Place, Setting, Settings, did_you_mean};

/// How a column of a CSV file is named.
pub(in crate::scenario) static COLUMN: &[Setting] = &[
    Setting { name: "csv", kind: Kind::Text, need: Need::Required, summary: "the file, relative to the scenario" },
    Setting {
        name: "column",
        kind: Kind::Text,
        need: Need::Required,
        summary: "the column, as the first row of the file calls it",
    },
    Setting {
        name: "unit",
        kind: Kind::Text,
        need: Need::Optional,
        summary: "what to read after every value, such as \"s\" or \"/h\" for a column of bare numbers",
    },
    Setting {
        name: "where",
        kind: Kind::Table(WHERE),
        need: Need::Optional,
        summary: "which rows to take; all of them if absent",
    },
];

static WHERE: &[Setting] = &[
    Setting { name: "column", kind: Kind::Text, need: Need::Required, summary: "a column of the same file" },
    Setting { name: "equals", kind: Kind::Text, need: Need::Required, summary: "what it holds in the rows to take" },
];

/// After so many wrong cells the rest of a column is not read: the whole column is probably meant otherwise.
const MOST_UNREAD: usize = 5;

/// One cell of a CSV file.
struct Cell {
    text: String,
    place: Place,
    row: u64,
}

impl Reader<'_> {
    /// A list as it stands in the scenario, or the column that it names.
    pub(super) fn series(&mut self, node: &Node, of: &'static Kind) -> Option<Vec<Located>> {
        match &node.tree {
            Tree::List(items) => self.items(items, of),
            Tree::Table(_) if node.get("csv").is_some() => {
                let settings = self.table(node, COLUMN)?;
                self.column(&settings, of)
            }
            Tree::Table(_) | Tree::Flag(_) => self.refuse(node, &Kind::Series(of)),
            _ => self.value(node, of).map(|only| vec![only]),
        }
    }

    fn column(&mut self, settings: &Settings, of: &'static Kind) -> Option<Vec<Located>> {
        let file = self.csv_file(settings)?;
        let cells = match cells(self.sources.text(file), file, settings) {
            Ok(cells) => cells,
            Err(finding) => {
                self.findings.add(*finding);
                return None;
            }
        };
        if cells.is_empty() {
            let finding = Finding::error(settings.place_of("csv"), "the file has no such row".to_owned());
            let help = "look at the file, and at `where` if it is written";
            self.findings.add(finding.label("nothing to take").help(help.to_owned()));
            return None;
        }
        let column = settings.text("column");
        let unit = settings.find_text("unit").unwrap_or_default();
        let (mut values, mut unread) = (Vec::with_capacity(cells.len()), 0);
        for cell in cells {
            let node = Node { place: cell.place, tree: tree(format!("{}{unit}", cell.text), of) };
            let key = format!("{column}, row {}", cell.row);
            match self.within(&key, |reader| reader.value(&node, of)) {
                Some(value) => values.push(value),
                None if unread + 1 == MOST_UNREAD => return self.given_up(cell.row),
                None => unread += 1,
            }
        }
        (unread == 0).then_some(values)
    }

    /// Says with the last finding that there may be more of the kind.
    fn given_up<T>(&mut self, row: u64) -> Option<T> {
        if let Some(finding) = self.findings.all.last_mut() {
            finding.notes.push(format!("the file was not read beyond row {row}"));
        }
        None
    }

    /// Reads the file, unless an earlier series has.
    fn csv_file(&mut self, settings: &Settings) -> Option<u32> {
        let path = self.base.join(settings.text("csv"));
        let name = path.display().to_string();
        if let Some(known) = self.sources.find(&name) {
            return Some(known);
        }
        match text_of(&path) {
            Ok(text) => Some(self.sources.add(name, text)),
            Err(reason) => {
                let finding = Finding::error(settings.place_of("csv"), format!("cannot read `{name}`: {reason}"));
                let help = "paths are relative to the scenario's folder".to_owned();
                self.findings.add(finding.label("not readable").help(help));
                None
            }
        }
    }
}

/// The text of a file that is not too long to be pointed into.
pub(in crate::scenario) fn text_of(path: &Path) -> Result<String, String> {
    let length = std::fs::metadata(path).map_err(|error| error.to_string())?.len();
    if length > LONGEST {
        return Err(format!("it has {length} bytes, expected at most {LONGEST}"));
    }
    let bytes = std::fs::read(path).map_err(|error| error.to_string())?;
    let mut text = String::from_utf8(bytes).map_err(|_| "it is not UTF-8 text".to_owned())?;
    if text.starts_with('\u{feff}') {
        text.remove(0);
    }
    Ok(text)
}

/// The cells of one column, in the order of the file.
fn cells(text: &str, file: u32, settings: &Settings) -> Result<Vec<Cell>, Box<Finding>> {
    let mut reader = csv::ReaderBuilder::new().from_reader(text.as_bytes());
    let broken = |error: csv::Error| {
        let start = error.position().map_or(0, |position| position.byte() as u32);
        Box::new(Finding::error(Place { file, start, end: start }, format!("this is not CSV: {error}")))
    };
    let header = reader.headers().map_err(broken)?.clone();
    let column = find(&header, settings, "column")?;
    let filter = match settings.find_table("where") {
        Some(filter) => Some((find(&header, &filter, "column")?, filter.text("equals"))),
        None => None,
    };
    let mut cells = Vec::new();
    for record in reader.records() {
        let record = record.map_err(broken)?;
        let taken = filter.as_ref().is_none_or(|(column, equals)| record.get(*column).map(str::trim) == Some(equals));
        if taken {
            cells.push(cell(text, file, &record, column));
        }
    }
    Ok(cells)
}

fn find(header: &csv::StringRecord, settings: &Settings, name: &str) -> Result<usize, Box<Finding>> {
    let wanted = settings.text(name);
    let found = header.iter().position(|title| title.trim() == wanted);
    found.ok_or_else(|| {
        let finding = Finding::error(settings.place_of(name), format!("the file has no column `{wanted}`"));
        let note = format!("its columns: {}", listed(header.iter()));
        Box::new(finding.label("no such column").note(note).help(did_you_mean(&wanted, header.iter())))
    })
}

/// A cell and where it stands: exactly, unless quotes shift it within its row.
fn cell(text: &str, file: u32, record: &csv::StringRecord, column: usize) -> Cell {
    let start = record.position().map_or(0, |position| position.byte() as usize).min(text.len());
    let row = record.position().map_or(0, csv::Position::line);
    let wanted = record.get(column).unwrap_or_default();
    let before: usize = record.iter().take(column).map(|field| field.len() + 1).sum();
    let (from, to) = (start + before, start + before + wanted.len());
    let (from, to) =
        if text.get(from..to) == Some(wanted) { (from, to) } else { (start, start + record.as_slice().len()) };
    Cell { text: wanted.trim().to_owned(), place: Place { file, start: from as u32, end: to as u32 }, row }
}

/// What a cell is in a scenario: a number where numbers are expected, else text.
fn tree(text: String, kind: &Kind) -> Tree {
    let numeric = |kind: &Kind| matches!(kind, Kind::Count(..) | Kind::Number(..));
    let number = match kind {
        Kind::Either(kinds) => kinds.iter().any(numeric),
        kind => numeric(kind),
    };
    let whole = number.then(|| text.parse().ok().map(Tree::Whole)).flatten();
    let fraction = || number.then(|| text.parse().ok().map(Tree::Number)).flatten();
    whole.or_else(fraction).unwrap_or(Tree::Text(text))
}
