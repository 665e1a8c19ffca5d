//! Service level over time, with the target where one is given.

use super::colour::INK;
use super::{Axis, Entry, Key, Make, Mark, Picture, Sample, Shape, Stroke, Summary, axis, entry, over_time, title};
use crate::report::{view, words};

pub(super) const ENTRY: Entry<Make> =
    entry(make, "service-level", "share of contacts served in time, by queue and interval, with the target");

/// The measure that carries a target, a share, where the scenario gives one.
const TARGET: &str = "service_level_target";

fn make(summary: &Summary) -> Option<Picture> {
    let found = over_time::find(summary, "service_level", &["queue", "all"])?;
    let across = found.time_axis(summary);
    let targets = targets(summary, found.of);
    let (mut marks, mut legend) = (found.marks(), found.legend());
    marks.extend(targets.iter().map(|target| rule(&across, *target)));
    if let [first, others @ ..] = targets.as_slice() {
        let each = others.iter().fold(percent(*first), |words, other| format!("{words}, {}", percent(*other)));
        legend.push(Key::new(format!("target {each}"), INK, Sample::Dashed));
    }
    Some(Picture {
        title: title("Service level", summary),
        subtitle: found.reading(summary),
        description: format!("Share of contacts that counted as served in time, {}.", found.reading(summary)),
        across,
        up: axis::percent("contacts served in time"),
        right: None,
        marks,
        legend,
    })
}

/// The targets of the things shown, each once.
fn targets(summary: &Summary, of: &str) -> Vec<f64> {
    let rows = view::totals(summary, TARGET, of).filter_map(|row| row.mean);
    let mut targets: Vec<f64> = rows.filter(|target| (0.0..=1.0).contains(target)).collect();
    targets.sort_by(f64::total_cmp);
    targets.dedup();
    targets
}

/// A level line through the whole plot.
fn rule(across: &Axis, value: f64) -> Mark {
    Mark::left(Shape::Line(vec![(across.low, value), (across.high, value)], Stroke::Dashed), INK)
}

/// `80 %`.
fn percent(share: f64) -> String {
    words::confidence(share)
}
