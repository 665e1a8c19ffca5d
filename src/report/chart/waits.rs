//! Waits over time: the mean with its interval, and what nine in ten do not exceed.

use super::colour::{QUIET, SERIES};
use super::{Entry, Key, Make, Mark, Picture, Sample, Stroke, Summary, axis, entry, over_time, title};
use crate::report::view::{self, Series};

pub(super) const ENTRY: Entry<Make> =
    entry(make, "waits", "mean wait and the wait nine in ten do not exceed, by queue and interval");

fn make(summary: &Summary) -> Option<Picture> {
    let kinds = ["queue", "all", "contacts"];
    let found = over_time::find(summary, "mean_wait", &kinds).or_else(|| over_time::find(summary, "asa", &kinds))?;
    let upper = over_time::find(summary, "wait_p90", &[found.of]);
    let upper = upper.map_or_else(Vec::new, |upper| upper.series);
    let most = highest(&upper).max(found.most());
    let mut legend = found.legend();
    if !upper.is_empty() {
        legend.push(Key::new("90 % wait no longer", QUIET, Sample::Dashed));
    }
    let name = if upper.is_empty() { "mean waiting time" } else { "mean waiting time, and what 90 % do not exceed" };
    let marks = upper.iter().flat_map(|series| dashed(series, &found.series));
    Some(Picture {
        title: title("Waiting time", summary),
        subtitle: found.reading(summary),
        description: format!("Over time, the {name}, {}.", found.reading(summary)),
        across: found.time_axis(summary),
        up: axis::duration(name, most),
        right: None,
        marks: found.marks().into_iter().chain(marks).collect(),
        legend,
    })
}

/// The line of a quantile in the colour of the mean of the same thing; nothing where that is not shown.
fn dashed(series: &Series, means: &[Series]) -> Vec<Mark> {
    let index = means.iter().position(|mean| mean.name == series.name);
    index.map_or_else(Vec::new, |index| over_time::lines(series, SERIES[index], Stroke::Dashed))
}

/// The highest estimate.
fn highest(series: &[Series]) -> f64 {
    let values = series.iter().flat_map(|series| series.points.iter().filter_map(|point: &view::Point| point.value));
    values.map(|value| value.mean).fold(0.0, f64::max)
}
