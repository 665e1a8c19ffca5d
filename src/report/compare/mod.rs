//! Reports of comparisons: tables, JSON, CSV and charts of one record.
//!
//! Like all reports it computes nothing: what is real and what is best stands in the record.

mod table;
#[cfg(test)]
mod tests;

use std::path::PathBuf;

use serde::Serialize;

use super::chart::{Picture, differences};
use super::{FolderError, ResultsFolder};
use crate::record::Comparison;

/// Beginning of the name of every chart of a comparison.
const CHART: &str = "difference-";
/// Names of the files of every comparison.
pub const FILES: [&str; 4] = ["comparison.json", "comparison.txt", "differences.csv", "estimates.csv"];

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

/// Writes `comparison.json`, `comparison.txt`, `differences.csv`, `estimates.csv` and a chart for each measure as SVG and
/// PNG; removes charts of an earlier comparison that this one does not have. Nothing is written unless everything may be.
pub fn write_all(comparison: &Comparison, folder: &mut ResultsFolder) -> Result<Vec<PathBuf>, FolderError> {
    let files = files(comparison);
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    folder.check(&names)?;
    let stale = |name: &&String| name.starts_with(CHART) && !names.contains(&name.as_str());
    for name in folder.names().iter().filter(stale) {
        folder.remove(name)?;
    }
    files.iter().map(|(name, content)| folder.write(name, content)).collect()
}

/// Names and contents of all files.
fn files(comparison: &Comparison) -> Vec<(String, Vec<u8>)> {
    let texts = [json(comparison), table(comparison), csv(comparison), rows(&comparison.estimates)];
    let texts = FILES.into_iter().zip(texts).map(|(name, text)| (name.to_owned(), text.into_bytes()));
    let pictures = differences(comparison);
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
