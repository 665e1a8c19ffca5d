//! Reports of comparisons: tables, JSON, CSV, charts and a page of one record.
//!
//! Like all reports it computes nothing: what is real and what is best stands in the record.

mod table;
#[cfg(test)]
mod tests;

use std::path::PathBuf;

use serde::Serialize;

use super::chart::{Picture, differences};
use super::format::{Definitions, TableSet};
use super::page::comparison as page_of;
use super::{FolderError, Origin, ResultsFolder};
use crate::record::Comparison;

/// Beginning of the name of every chart of a comparison.
const CHART: &str = "difference-";
/// Names of the files of every comparison.
pub const FILES: [&str; 5] = ["comparison.json", "comparison.txt", "differences.csv", "estimates.csv", "report.html"];

/// A comparison in words: its tables, and what they show in sentences.
#[derive(Debug)]
pub(super) struct Told {
    pub(super) tables: Vec<TableSet>,
    pub(super) findings: Vec<String>,
}

/// The comparison as tables for people.
pub fn table(comparison: &Comparison) -> String {
    table::render(comparison)
}

/// The comparison as JSON that ends in a line break.
pub fn json(comparison: &Comparison) -> String {
    // A record has text keys only, so nothing here can fail.
    serde_json::to_string_pretty(comparison).unwrap_or_default() + "\n"
}

/// The differences as comma-separated values (RFC 4180), every digit of them.
pub fn csv(comparison: &Comparison) -> String {
    rows(&comparison.differences)
}

/// The whole comparison as one HTML page that needs nothing else.
pub fn page(comparison: &Comparison, definitions: Definitions<'_>, origin: Origin<'_>) -> String {
    page_of(comparison, table::told(comparison), (definitions, origin), &differences(comparison))
}

/// Writes `comparison.json`, `comparison.txt`, `differences.csv`, `estimates.csv`, `report.html` and a chart for each
/// measure as SVG and PNG; removes charts of an earlier comparison that this one does not have. Nothing is written unless everything may be.
pub fn write_all(
    comparison: &Comparison,
    definitions: Definitions<'_>,
    origin: Origin<'_>,
    folder: &mut ResultsFolder,
) -> Result<Vec<PathBuf>, FolderError> {
    let files = files(comparison, definitions, origin);
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    folder.check(&names)?;
    let stale = |name: &&String| name.starts_with(CHART) && !names.contains(&name.as_str());
    for name in folder.names().iter().filter(stale) {
        folder.remove(name)?;
    }
    files.iter().map(|(name, content)| folder.write(name, content)).collect()
}

/// Names and contents of all files.
fn files(comparison: &Comparison, definitions: Definitions<'_>, origin: Origin<'_>) -> Vec<(String, Vec<u8>)> {
    let pictures = differences(comparison);
    let page = page_of(comparison, table::told(comparison), (definitions, origin), &pictures);
    let texts = [json(comparison), table(comparison), csv(comparison), rows(&comparison.estimates), page];
    let texts = FILES.into_iter().zip(texts).map(|(name, text)| (name.to_owned(), text.into_bytes()));
    let charts = pictures.iter().flat_map(|(name, picture): &(String, Picture)| {
        [(format!("{name}.svg"), picture.svg().into_bytes()), (format!("{name}.png"), picture.png())]
    });
    texts.chain(charts).collect()
}

/// Flat records with their keys as the first line.
fn rows(rows: &[impl Serialize]) -> String {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    // Rows are flat records and memory takes what it is given, so nothing here can fail.
    let _ = rows.iter().try_for_each(|row| writer.serialize(row));
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}
