//! Quantiles of waits: how long the luckier half and the unluckiest hundredth wait.

use super::colour::SERIES;
use super::{Axis, Entry, Key, Make, Mark, Picture, Sample, Shape, Stroke, Summary, axis, entry, over_time, title};
use crate::report::view::{self, Estimate};
use crate::report::words;

pub(super) const ENTRY: Entry<Make> =
    entry(make, "wait-quantiles", "the waits that 50 to 99 % do not exceed, by queue");

/// Measures and what they stand for, from the least to the greatest.
const QUANTILES: [(&str, &str); 5] =
    [("wait_p50", "50 %"), ("wait_p80", "80 %"), ("wait_p90", "90 %"), ("wait_p95", "95 %"), ("wait_p99", "99 %")];

/// One thing: its name and, for each quantile that is known, its place and estimate.
type Row<'a> = (&'a str, Vec<(f64, Estimate)>);

fn make(summary: &Summary) -> Option<Picture> {
    let kinds = ["queue", "all", "contacts"];
    let rows = kinds.into_iter().map(|of| rows(summary, of)).find(|rows| !rows.is_empty())?;
    let shown = &rows[..rows.len().min(SERIES.len())];
    let left_out = rows.len() - shown.len();
    let estimates = || shown.iter().flat_map(|(_, points)| points.iter().map(|(_, value)| *value));
    let mean = estimates().map(|value| value.mean).fold(0.0, f64::max);
    let most = estimates().map(|value| value.high).fold(0.0, f64::max).min(2.0 * mean).max(mean);
    let labels = QUANTILES.iter().enumerate().map(|(index, (_, words))| (index as f64 + 0.5, (*words).to_owned()));
    let across = Axis::new("contacts that wait no longer", QUANTILES.len() as f64, labels.collect()).bare();
    let coloured = || shown.iter().zip(SERIES);
    Some(Picture {
        title: title("Waits from the usual to the worst", summary),
        subtitle: reading(summary, left_out, estimates().any(Estimate::is_wide)),
        description: "The wait that 50, 80, 90, 95 and 99 % of contacts do not exceed, over the whole horizon."
            .to_owned(),
        across,
        up: axis::duration("waiting time", most),
        right: None,
        marks: coloured()
            .enumerate()
            .flat_map(|(index, (row, colour))| marks(row, index, shown.len(), colour))
            .collect(),
        legend: coloured().map(|((name, _), colour)| Key::new(over_time::name(name), colour, Sample::Line)).collect(),
    })
}

/// The things of a kind with at least one quantile.
fn rows<'a>(summary: &'a Summary, of: &str) -> Vec<Row<'a>> {
    let points = |name: &str| {
        let found = QUANTILES.iter().enumerate();
        let found = found.filter_map(|(index, (measure, _))| {
            view::total_estimate(summary, measure, of, name).map(|value| (index as f64 + 0.5, value))
        });
        found.collect::<Vec<_>>()
    };
    let names = view::names(summary, of).into_iter();
    names.map(|name| (name, points(name))).filter(|(_, points)| !points.is_empty()).collect()
}

/// A line with dots and whiskers, moved aside a little so that things do not hide each other.
fn marks((_, points): &Row<'_>, index: usize, count: usize, colour: super::Colour) -> Vec<Mark> {
    let aside = 0.06 * (index as f64 - (count as f64 - 1.0) / 2.0);
    let line = points.iter().map(|(at, value)| (at + aside, value.mean)).collect();
    let whiskers = points.iter().filter(|(_, value)| value.is_wide());
    let whiskers = whiskers.map(|(at, value)| Shape::Whisker { at: at + aside, low: value.low, high: value.high });
    let dots = points.iter().map(|(at, value)| Shape::Dot(at + aside, value.mean));
    let shapes = std::iter::once(Shape::Line(line, Stroke::Solid)).chain(whiskers).chain(dots);
    shapes.map(|shape| Mark::left(shape, colour)).collect()
}

/// How to read it.
fn reading(summary: &Summary, left_out: usize, whiskers: bool) -> String {
    let mut parts = vec!["over the whole horizon".to_owned()];
    if whiskers {
        parts.push(format!("whiskers: {} confidence", words::confidence(summary.run.confidence)));
    }
    if left_out > 0 {
        parts.push(format!("{left_out} more in measures.csv"));
    }
    parts.join(" · ")
}
