//! Abandonment over time.

use super::{Entry, Make, Picture, Summary, axis, entry, over_time, title};

pub(super) const ENTRY: Entry<Make> =
    entry(make, "abandonment", "share of contacts that abandoned, by queue and interval");

fn make(summary: &Summary) -> Option<Picture> {
    let found = over_time::find(summary, "abandonment", &["queue", "all", "contacts"])?;
    Some(Picture {
        title: title("Abandonment", summary),
        subtitle: found.reading(summary),
        description: format!("Share of offered contacts that abandoned, {}.", found.reading(summary)),
        across: found.time_axis(summary),
        up: axis::percent_up_to("contacts that abandoned", found.most().min(1.0)),
        right: None,
        marks: found.marks(),
        legend: found.legend(),
    })
}
