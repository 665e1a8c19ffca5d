//! Formats: a summary as text that is printed or kept.

mod csv;
mod json;
mod names;
mod table;

use crate::family::{Entry, Family, Member};
use crate::record::Summary;

pub use table::TableSet;
pub(super) use table::{drawn, one_line, tables, wrapped};

/// What the measures mean: keyword and definition, in the order of the list of measures.
pub type Definitions<'a> = &'a [(&'a str, &'a str)];

/// Writes a summary whose numbers are finite as text that ends in a line break.
pub type Render = fn(&Summary, Definitions<'_>) -> String;

/// Every format, sorted by keyword.
pub static FORMATS: Family<Render> = Family {
    name: "formats",
    summary: "how results are printed",
    bare: None,
    entries: &[csv::ENTRY, json::ENTRY, table::ENTRY],
};

/// The entry of a format.
const fn entry(render: Render, keyword: &'static str, summary: &'static str) -> Entry<Render> {
    Entry { member: Member { keyword, summary, main: None, settings: &[], example: keyword }, make: render }
}
