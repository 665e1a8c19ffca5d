//! Reports: finished numbers become words, tables, charts, files and a page.
//!
//! A report knows the summary and the definitions of measures it is given, and nothing else; it computes no statistics.

pub mod chart;
pub mod compare;
pub mod explain;
#[cfg(test)]
mod fixture;
mod folder;
mod format;
mod log;
mod page;
mod view;
mod words;

use std::path::PathBuf;

pub use chart::CHARTS;
pub use folder::{FolderError, ResultsFolder, default_path, file_stem};
pub use format::{Definitions, FORMATS, Render, TableSet};
pub use log::{ContactLog, LogNames};

use crate::family::Catalogue;
use crate::record::Summary;

/// A format's keyword, found in [`FORMATS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Format(usize);

impl Format {
    /// The format of this keyword.
    pub fn find(keyword: &str) -> Option<Self> {
        FORMATS.find(keyword).map(Self)
    }

    /// Every keyword, sorted.
    pub fn keywords() -> impl Iterator<Item = &'static str> {
        FORMATS.entries.iter().map(|entry| entry.member.keyword)
    }
}

/// How a report came about, for the page.
#[derive(Debug, Clone, Copy, Default)]
pub struct Origin<'a> {
    /// The command that plays the same again and gives the same numbers.
    pub command: &'a str,
    /// What was legal but suspect in the scenario.
    pub warnings: &'a [String],
}

/// The summary as text in one of the formats.
pub fn render(summary: &Summary, definitions: Definitions<'_>, format: Format) -> String {
    (FORMATS.entries[format.0].make)(&view::finite(summary), definitions)
}

/// The whole report as one HTML page that needs nothing else.
pub fn page(summary: &Summary, definitions: Definitions<'_>, origin: Origin<'_>) -> String {
    let summary = view::finite(summary);
    page::run(&summary, definitions, origin, &chart::pictures(&summary))
}

/// Writes `summary.json`, `measures.csv`, the charts as SVG and PNG, and `report.html`; removes charts of an earlier
/// run that this one does not have. Nothing is written unless everything may be.
pub fn write_all(
    summary: &Summary,
    definitions: Definitions<'_>,
    origin: Origin<'_>,
    folder: &mut ResultsFolder,
) -> Result<Vec<PathBuf>, FolderError> {
    let files = files(&view::finite(summary), definitions, origin);
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    folder.check(&names)?;
    for name in chart_names().filter(|name| !names.contains(&name.as_str())) {
        folder.remove(&name)?;
    }
    files.iter().map(|(name, content)| folder.write(name, content)).collect()
}

/// Names and contents of the files of a report.
fn files(summary: &Summary, definitions: Definitions<'_>, origin: Origin<'_>) -> Vec<(String, Vec<u8>)> {
    let pictures = chart::pictures(summary);
    let text = |keyword: &str| Format::find(keyword).map(|format| render(summary, definitions, format).into_bytes());
    let texts = [("summary.json", "json"), ("measures.csv", "csv")];
    let texts = texts.into_iter().filter_map(|(name, keyword)| text(keyword).map(|text| (name.to_owned(), text)));
    let charts = pictures.iter().flat_map(|(keyword, picture)| {
        [(format!("{keyword}.svg"), picture.svg().into_bytes()), (format!("{keyword}.png"), picture.png())]
    });
    let page = page::run(summary, definitions, origin, &pictures);
    texts.chain(charts).chain([("report.html".to_owned(), page.into_bytes())]).collect()
}

/// Every file that a report may be made of, so that a folder can be asked before anything is played.
pub fn file_names() -> impl Iterator<Item = String> {
    ["summary.json", "measures.csv", "report.html"].map(str::to_owned).into_iter().chain(chart_names())
}

/// Every file name that a chart can have.
fn chart_names() -> impl Iterator<Item = String> {
    let keywords = CHARTS.entries.iter().map(|entry| entry.member.keyword);
    keywords.flat_map(|keyword| [format!("{keyword}.svg"), format!("{keyword}.png")])
}

#[cfg(test)]
mod tests;
