//! Series over time: what charts by interval have in common.

use super::axis;
use super::colour::SERIES;
use super::picture::{Axis, Colour, Key, Mark, Sample, Shape, Stroke};
use crate::record::Summary;
use crate::report::view::{self, Estimate, Point, Series};
use crate::report::words;

/// The most things shown side by side; colours must stay apart.
const MOST_THINGS: usize = SERIES.len();
/// The most points of a series; more are averaged with their neighbours.
const MOST_POINTS: usize = 400;

/// The series of one measure, ready to be drawn.
#[derive(Debug)]
pub(super) struct OverTime {
    /// Kind of thing: `all`, `queue`, …
    pub(super) of: &'static str,
    /// At most as many as there are colours.
    pub(super) series: Vec<Series>,
    /// How many more there are.
    left_out: usize,
}

/// The series of a measure for the first kind of thing that has any, the busiest things first chosen.
pub(super) fn find(summary: &Summary, measure: &str, kinds: &[&'static str]) -> Option<OverTime> {
    let (of, mut series) = view::first_series(summary, measure, kinds)?;
    let left_out = series.len().saturating_sub(MOST_THINGS);
    if left_out > 0 {
        series = busiest(summary, of, series);
    }
    let series = series.into_iter().map(|series| series.thinned(MOST_POINTS, view::phase(summary))).collect();
    Some(OverTime { of, series, left_out })
}

/// The things with most contacts, or the first ones where contacts are not counted, in the order they had.
fn busiest(summary: &Summary, of: &str, series: Vec<Series>) -> Vec<Series> {
    let load = |series: &Series| {
        let measures = ["offered", "arrived", "answered"];
        let found = measures.iter().find_map(|measure| view::total_estimate(summary, measure, of, &series.name));
        found.map_or(0.0, |found| found.mean)
    };
    let mut order: Vec<usize> = (0..series.len()).collect();
    order.sort_by(|one, other| load(&series[*other]).total_cmp(&load(&series[*one])));
    order.truncate(MOST_THINGS);
    order.sort_unstable();
    series.into_iter().enumerate().filter(|(index, _)| order.contains(index)).map(|(_, series)| series).collect()
}

impl OverTime {
    /// The time axis that covers every interval.
    pub(super) fn time_axis(&self, summary: &Summary) -> Axis {
        let points = || self.series.iter().flat_map(|series| &series.points);
        let from = points().map(|point| point.start).fold(f64::INFINITY, f64::min);
        let to = points().map(|point| point.start + point.length).fold(f64::NEG_INFINITY, f64::max);
        axis::time(&summary.scenario.start, from, to)
    }

    /// The value the vertical axis must reach: the upper ends, but no more than twice the highest estimate.
    pub(super) fn most(&self) -> f64 {
        let values = || self.series.iter().flat_map(|series| series.points.iter().filter_map(|point| point.value));
        let mean = values().map(|value| value.mean).fold(0.0, f64::max);
        let high = values().map(|value| value.high).fold(0.0, f64::max);
        high.min(2.0 * mean).max(mean)
    }

    /// Whether any interval is wide enough to be drawn.
    pub(super) fn has_bands(&self) -> bool {
        self.series.iter().flat_map(|series| &series.points).filter_map(|point| point.value).any(Estimate::is_wide)
    }

    /// Bands below lines, in colours by order.
    pub(super) fn marks(&self) -> Vec<Mark> {
        let coloured = || self.series.iter().zip(SERIES);
        let bands = coloured().flat_map(|(series, colour)| bands(series, colour));
        bands.chain(coloured().flat_map(|(series, colour)| lines(series, colour, Stroke::Solid))).collect()
    }

    /// A legend entry for each series.
    pub(super) fn legend(&self) -> Vec<Key> {
        let sample = if self.has_bands() { Sample::Banded } else { Sample::Line };
        self.series.iter().zip(SERIES).map(|(series, colour)| Key::new(name(&series.name), colour, sample)).collect()
    }

    /// How to read it: what a point stands for, what the band is, what was left out.
    pub(super) fn reading(&self, summary: &Summary) -> String {
        let points = self.series.first().map_or(0, |series| series.points.len());
        let length = self.series.first().and_then(|series| series.points.first()).map_or(0.0, |point| point.length);
        let each = words::interval_word(summary.scenario.interval);
        let mut parts = vec![if length > summary.scenario.interval && points > 1 {
            format!("by {each}, averaged by {}", words::interval_word(length))
        } else {
            format!("by {each}")
        }];
        if self.has_bands() {
            parts.push(format!("shaded: {} confidence", words::confidence(summary.run.confidence)));
        }
        if self.left_out > 0 {
            parts.push(format!("the {MOST_THINGS} busiest shown, {} more in measures.csv", self.left_out));
        }
        parts.join(" · ")
    }
}

/// The name of a thing, in words for the whole centre.
pub(super) fn name(name: &str) -> &str {
    if name.is_empty() { "whole centre" } else { name }
}

/// Where a point stands across: the middle of its interval.
fn middle(point: &Point) -> f64 {
    point.start + point.length / 2.0
}

/// Runs of neighbouring points that have a value; time without an interval, such as a night, ends a run.
fn runs(series: &Series) -> impl Iterator<Item = Vec<(&Point, Estimate)>> {
    let adjoin = |one: &Point, other: &Point| {
        let gap = other.start - one.start - one.length;
        one.value.is_some() == other.value.is_some() && gap <= 0.5 * one.length
    };
    let runs = series.points.chunk_by(adjoin);
    let run = |points: &'_ [Point]| points.first().is_some_and(|point| point.value.is_some());
    runs.filter(move |points| run(points))
        .map(|points| points.iter().filter_map(|point| point.value.map(|value| (point, value))).collect())
}

/// Translucent areas over the intervals of a series.
fn bands(series: &Series, colour: Colour) -> Vec<Mark> {
    let wide = runs(series).filter(|run| run.iter().any(|(_, value)| value.is_wide()) && run.len() > 1);
    let band =
        |run: Vec<(&Point, Estimate)>| run.iter().map(|(at, value)| (middle(at), value.low, value.high)).collect();
    wide.map(|run| Mark::left(Shape::Band(band(run)), colour)).collect()
}

/// Lines through the estimates of a series, interrupted where there is none.
pub(super) fn lines(series: &Series, colour: Colour, stroke: Stroke) -> Vec<Mark> {
    let line = |run: Vec<(&Point, Estimate)>| run.iter().map(|(at, value)| (middle(at), value.mean)).collect();
    runs(series).map(|run| Mark::left(Shape::Line(line(run), stroke), colour)).collect()
}

/// Lines that stay level over each interval.
pub(super) fn steps(series: &Series, colour: Colour, stroke: Stroke) -> Vec<Mark> {
    let level = |(at, value): &(&Point, Estimate)| [(at.start, value.mean), (at.start + at.length, value.mean)];
    let line = |run: Vec<(&Point, Estimate)>| run.iter().flat_map(level).collect();
    runs(series).map(|run| Mark::left(Shape::Line(line(run), stroke), colour)).collect()
}
