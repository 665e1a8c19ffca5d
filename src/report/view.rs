//! Looking things up in a summary: totals, series by interval, and the things that were measured, in their order.
//!
//! Every number that leaves here is finite.

use std::borrow::Cow;

use jiff::civil::DateTime;

use crate::record::{MeasureRow, Summary};

/// One point of a series.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Point {
    /// Start of the interval [seconds since the start of the horizon].
    pub(super) start: f64,
    /// Length of time the point stands for [seconds].
    pub(super) length: f64,
    /// Estimate, low and high end; `None` where nothing happened.
    pub(super) value: Option<Estimate>,
}

/// A finite estimate with its interval; both ends equal the estimate where there is no interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Estimate {
    /// The estimate.
    pub(super) mean: f64,
    /// Lower end.
    pub(super) low: f64,
    /// Upper end.
    pub(super) high: f64,
}

/// The numbers of one measure of one thing over time.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Series {
    /// Name of the thing; empty for the whole centre.
    pub(super) name: String,
    /// One point for each interval, in order of time.
    pub(super) points: Vec<Point>,
}

/// A summary in which every number is finite: what is not becomes absent. As a rule it is the same, and not copied.
pub(super) fn finite(summary: &Summary) -> Cow<'_, Summary> {
    if is_finite(summary) {
        return Cow::Borrowed(summary);
    }
    let mut summary = summary.clone();
    let keep = |number: &mut Option<f64>| *number = number.filter(|number| number.is_finite());
    for row in &mut summary.measures {
        keep(&mut row.mean);
        keep(&mut row.low);
        keep(&mut row.high);
    }
    let head = &mut summary.scenario;
    let run = &mut summary.run;
    for number in [&mut head.length, &mut head.interval, &mut head.warm_up, &mut run.confidence, &mut run.wall_seconds]
    {
        *number = if number.is_finite() { *number } else { 0.0 };
    }
    Cow::Owned(summary)
}

/// Whether every number is finite.
fn is_finite(summary: &Summary) -> bool {
    let (head, run) = (&summary.scenario, &summary.run);
    let heads = [head.length, head.interval, head.warm_up, run.confidence, run.wall_seconds];
    let rows = summary.measures.iter().flat_map(|row| [row.mean, row.low, row.high]).flatten();
    rows.chain(heads).all(f64::is_finite)
}

impl Estimate {
    /// The row's numbers; an end that is absent or on the wrong side is the estimate itself.
    fn of(row: &MeasureRow) -> Option<Self> {
        let mean = row.mean.filter(|mean| mean.is_finite())?;
        let end = |end: Option<f64>| end.filter(|end| end.is_finite()).unwrap_or(mean);
        Some(Self { mean, low: end(row.low).min(mean), high: end(row.high).max(mean) })
    }

    /// Whether there is an interval to draw.
    pub(super) fn is_wide(self) -> bool {
        self.high > self.low
    }
}

/// Whether a row says something: a cost of nothing is a price that nobody gave.
fn is_told(row: &MeasureRow) -> bool {
    !(row.measure.starts_with("cost") && row.mean == Some(0.0))
}

/// The row for the whole horizon.
pub(super) fn total<'a>(summary: &'a Summary, measure: &str, of: &str, name: &str) -> Option<&'a MeasureRow> {
    totals(summary, measure, of).find(|row| row.name == name)
}

/// The rows for the whole horizon, one for each thing of a kind.
pub(super) fn totals<'a>(summary: &'a Summary, measure: &str, of: &str) -> impl Iterator<Item = &'a MeasureRow> {
    let (measure, of) = (measure.to_owned(), of.to_owned());
    let rows = summary.measures.iter().filter(|row| row.interval_start.is_none());
    rows.filter(move |row| row.measure == measure && row.of == of && is_told(row))
}

/// The estimate for the whole horizon.
pub(super) fn total_estimate(summary: &Summary, measure: &str, of: &str, name: &str) -> Option<Estimate> {
    total(summary, measure, of, name).and_then(Estimate::of)
}

/// Names of the things of a kind, in the order of the scenario.
pub(super) fn names<'a>(summary: &'a Summary, of: &str) -> Vec<&'a str> {
    let mut names: Vec<&str> = Vec::new();
    for row in summary.measures.iter().filter(|row| row.of == of) {
        // Rows of one thing stand together or repeat in one order, so the last name is the likeliest.
        if names.last() != Some(&row.name.as_str()) && !names.contains(&row.name.as_str()) {
            names.push(&row.name);
        }
    }
    names
}

/// Starts of the reporting intervals, in order of time.
pub(super) fn interval_starts(summary: &Summary) -> Vec<&str> {
    let mut starts: Vec<&str> = summary.measures.iter().filter_map(|row| row.interval_start.as_deref()).collect();
    starts.sort_unstable();
    starts.dedup();
    starts
}

/// One series for each thing of a kind that has at least one number.
pub(super) fn series(summary: &Summary, measure: &str, of: &str) -> Vec<Series> {
    let mut found: Vec<Series> = Vec::new();
    let origin = summary.scenario.start.parse().ok();
    let rows = summary.measures.iter().filter(|row| row.measure == measure && row.of == of);
    for row in rows {
        let Some(start) = row.interval_start.as_deref().and_then(|start| seconds_since(origin, start)) else {
            continue;
        };
        let point = Point { start, length: summary.scenario.interval.max(0.0), value: Estimate::of(row) };
        match found.iter_mut().find(|series| series.name == row.name) {
            Some(series) => series.points.push(point),
            None => found.push(Series { name: row.name.clone(), points: vec![point] }),
        }
    }
    found.retain(|series| series.points.iter().any(|point| point.value.is_some()));
    for series in &mut found {
        series.points.sort_by(|one, other| one.start.total_cmp(&other.start));
    }
    found
}

/// The first kind of thing out of several that has series, with its series.
pub(super) fn first_series(
    summary: &Summary,
    measure: &str,
    kinds: &[&'static str],
) -> Option<(&'static str, Vec<Series>)> {
    let mut tried = kinds.iter().map(|of| (*of, series(summary, measure, of)));
    tried.find(|(_, series)| !series.is_empty())
}

/// Time of day at which the horizon starts [seconds]; zero when the start is no date.
pub(super) fn phase(summary: &Summary) -> f64 {
    let start: Option<DateTime> = summary.scenario.start.parse().ok();
    start.map_or(0.0, |start| start.duration_since(start.date().at(0, 0, 0, 0)).as_secs_f64())
}

/// Time from the start of the horizon to a civil moment [seconds].
fn seconds_since(origin: Option<DateTime>, moment: &str) -> Option<f64> {
    let moment: DateTime = moment.parse().ok()?;
    Some(moment.duration_since(origin?).as_secs_f64())
}

/// Lengths over which points are averaged [seconds]: ten minutes to four weeks.
const AVERAGES: [f64; 9] = [600.0, 1_800.0, 3_600.0, 7_200.0, 21_600.0, 43_200.0, 86_400.0, 604_800.0, 2_419_200.0];

impl Series {
    /// The same series with at most about `most` points: means over lengths that begin with the hour or the day.
    /// `phase` is the time of day at which the horizon starts [seconds].
    pub(super) fn thinned(self, most: usize, phase: f64) -> Self {
        let (Some(first), Some(last)) = (self.points.first(), self.points.last()) else { return self };
        let span = last.start + last.length - first.start;
        if self.points.len() <= most {
            return self;
        }
        let length = AVERAGES.into_iter().find(|length| span / length <= most as f64).unwrap_or(span / most as f64);
        let slot = |point: &Point| ((point.start + phase) / length).floor();
        let points = self.points.chunk_by(|one, other| slot(one) == slot(other)).map(|points| averaged(points, length));
        Self { points: points.collect(), name: self.name }
    }
}

/// One point for several neighbours: the mean of those that have a value.
fn averaged(points: &[Point], length: f64) -> Point {
    let values: Vec<Estimate> = points.iter().filter_map(|point| point.value).collect();
    let mean = |of: fn(&Estimate) -> f64| values.iter().map(|value| of(value) / values.len() as f64).sum();
    let value = (!values.is_empty()).then(|| Estimate {
        mean: mean(|value| value.mean),
        low: mean(|value| value.low),
        high: mean(|value| value.high),
    });
    Point { start: points[0].start, length, value }
}
