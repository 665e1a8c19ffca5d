//! The page: one HTML file with headline numbers, charts, tables, definitions and the way to reproduce it.
//!
//! It needs no other file, no script and no network; every text of the author's is escaped by the template. A run and a
//! comparison fill the same template.

mod compare;
mod run;

pub(super) use compare::html as comparison;
pub(super) use run::html as run;

use askama::Template;

use super::chart::Picture;
use super::format::{Definitions, TableSet};
use super::words;

/// Everything the template shows; empty parts are left out.
#[derive(Debug, Default, Template)]
#[template(path = "report.html")]
struct Page<'a> {
    title: &'a str,
    question: Option<&'a str>,
    /// How it was played, in small lines below the title.
    lead: Vec<String>,
    warnings: &'a [String],
    /// Headline numbers.
    cards: Vec<Card>,
    /// What stands in place of headline numbers where there are none.
    nothing: &'a str,
    /// What was found, in sentences.
    findings: Vec<String>,
    charts: Vec<Chart<'a>>,
    tables: Vec<TableSet>,
    /// Words and their definitions.
    definitions: Vec<(String, &'a str)>,
    /// The command that gives the same numbers again.
    command: &'a str,
    facts: Vec<(&'static str, String)>,
    version: &'a str,
    /// Files beside the page that have every digit.
    files: &'a [&'a str],
}

/// One headline number.
#[derive(Debug)]
struct Card {
    label: String,
    value: String,
    /// Half-width with its sign, or another line below; may be empty.
    margin: String,
}

/// One chart.
#[derive(Debug)]
struct Chart<'a> {
    keyword: &'a str,
    svg: String,
    description: &'a str,
}

impl Page<'_> {
    /// The page as HTML.
    fn html(&self) -> String {
        // Writing into a string has no way to fail, and the template is checked when it is compiled.
        self.render().unwrap_or_default()
    }
}

/// Pictures as charts of the page.
fn charts<'a>(pictures: impl IntoIterator<Item = (&'a str, &'a Picture)>) -> Vec<Chart<'a>> {
    let chart = |(keyword, picture): (&'a str, &'a Picture)| Chart {
        keyword,
        svg: picture.svg(),
        description: &picture.description,
    };
    pictures.into_iter().map(chart).collect()
}

/// The definitions of those measures that are shown, further service levels and causes under the word before the colon.
fn used(definitions: Definitions<'_>, shown: impl Fn(&str) -> bool) -> Vec<(String, &str)> {
    let found = definitions.iter().filter(|(keyword, _)| shown(keyword));
    found.map(|(keyword, definition)| (words::spoken(keyword), *definition)).collect()
}
