//! Charts: a summary becomes pictures, and a picture becomes SVG or PNG.
//!
//! A chart for which the summary has no numbers is not made.

mod abandonment;
mod arrivals_and_agents;
mod axis;
mod colour;
mod differences;
mod draw;
mod encode;
mod flow;
mod font;
mod layout;
mod lettering;
mod occupancy;
mod outcomes;
mod over_time;
mod picture;
mod queue_length;
mod service_level;
mod wait_quantiles;
mod waits;

pub use differences::differences;
pub use draw::{HEIGHT, WIDTH};
pub use flow::{FlowPicture, Walks};
pub use picture::{Axis, Colour, Grid, Key, Mark, Picture, Sample, Shape, Side, Stroke};

use crate::family::{Entry, Family, Member};
use crate::record::Summary;

/// Makes a picture out of a summary whose numbers are finite; `None` without numbers for it.
pub type Make = fn(&Summary) -> Option<Picture>;

/// Every chart, sorted by keyword.
pub static CHARTS: Family<Make> = Family {
    name: "charts",
    summary: "what is drawn into the results folder, as SVG and PNG",
    bare: None,
    entries: &[
        abandonment::ENTRY,
        arrivals_and_agents::ENTRY,
        occupancy::ENTRY,
        outcomes::ENTRY,
        queue_length::ENTRY,
        service_level::ENTRY,
        wait_quantiles::ENTRY,
        waits::ENTRY,
    ],
};

/// The order in which a reader wants the charts: the load, what it did to customers, what it did to agents.
const READING_ORDER: [&str; 8] = [
    "arrivals-and-agents",
    "waits",
    "service-level",
    "abandonment",
    "occupancy",
    "queue-length",
    "outcomes",
    "wait-quantiles",
];

/// Each chart of the summary with its keyword, in the order of reading.
pub fn pictures(summary: &Summary) -> Vec<(&'static str, Picture)> {
    let summary = super::view::finite(summary);
    let mut entries: Vec<_> = CHARTS.entries.iter().collect();
    let place = |keyword: &str| READING_ORDER.iter().position(|other| *other == keyword);
    entries.sort_by_key(|entry| place(entry.member.keyword).unwrap_or(READING_ORDER.len()));
    entries.iter().filter_map(|entry| (entry.make)(&summary).map(|picture| (entry.member.keyword, picture))).collect()
}

/// The entry of a chart.
const fn entry(make: Make, keyword: &'static str, summary: &'static str) -> Entry<Make> {
    Entry { member: Member { keyword, summary, main: None, settings: &[], example: keyword }, make }
}

/// The title of a chart: what is shown, and in which scenario.
fn title(what: &str, summary: &Summary) -> String {
    match summary.scenario.title.trim() {
        "" => format!("{what}, {}", summary.scenario.name),
        title => format!("{what}, {title}"),
    }
}

#[cfg(test)]
mod tests;
