//! Length of the queues over time.

use super::{Entry, Make, Picture, Summary, axis, entry, over_time, title};

pub(super) const ENTRY: Entry<Make> =
    entry(make, "queue-length", "contacts waiting on average over time, by queue and interval");

fn make(summary: &Summary) -> Option<Picture> {
    let found = over_time::find(summary, "queue_length", &["queue", "all"])?;
    Some(Picture {
        title: title("Queue length", summary),
        subtitle: found.reading(summary),
        description: format!("Contacts waiting on average over time, {}.", found.reading(summary)),
        across: found.time_axis(summary),
        up: axis::plain("contacts waiting, on average [contacts]", found.most()),
        right: None,
        marks: found.marks(),
        legend: found.legend(),
    })
}
