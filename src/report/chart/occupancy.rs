//! Occupancy over time.

use super::{Entry, Make, Picture, Summary, axis, entry, over_time, title};

pub(super) const ENTRY: Entry<Make> =
    entry(make, "occupancy", "share of their time at work that agents were busy, by team and interval");

fn make(summary: &Summary) -> Option<Picture> {
    let found = over_time::find(summary, "occupancy", &["team", "all"])?;
    Some(Picture {
        title: title("Occupancy", summary),
        subtitle: found.reading(summary),
        description: format!("Share of their time that agents were busy, {}.", found.reading(summary)),
        across: found.time_axis(summary),
        up: axis::percent("time that agents were busy"),
        right: None,
        marks: found.marks(),
        legend: found.legend(),
    })
}
