//! Comma-separated values: one row per measure, thing and interval, with every digit (RFC 4180).

use super::{Definitions, Entry, Render, Summary, entry};

pub(super) const ENTRY: Entry<Render> =
    entry(render, "csv", "one row per measure, thing and interval, with every digit");

/// The columns: the fields of a row of the summary.
const COLUMNS: [&str; 9] = ["measure", "of", "name", "interval_start", "mean", "low", "high", "unit", "replications"];

fn render(summary: &Summary, _definitions: Definitions<'_>) -> String {
    let mut writer =
        csv::WriterBuilder::new().has_headers(false).terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let header = writer.write_record(COLUMNS);
    // Rows are flat records and memory takes what it is given, so nothing here can fail.
    let _ = header.and_then(|()| summary.measures.iter().try_for_each(|row| writer.serialize(row)));
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}
