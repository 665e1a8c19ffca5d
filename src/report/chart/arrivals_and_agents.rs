//! The load and the people to carry it: contacts that came, agents at work and agents busy.

use super::colour::{INK, PALE, VERMILION};
use super::over_time::{self, OverTime};
use super::{Entry, Key, Make, Mark, Picture, Sample, Shape, Side, Stroke, Summary, axis, entry, title};
use crate::report::words;

pub(super) const ENTRY: Entry<Make> =
    entry(make, "arrivals-and-agents", "contacts offered in each interval, beside the agents at work and busy");

fn make(summary: &Summary) -> Option<Picture> {
    let (measure, load) = ["offered", "arrived"]
        .into_iter()
        .find_map(|measure| over_time::find(summary, measure, &["all"]).map(|found| (measure, found)))?;
    let agents =
        [("staffed", "agents at work", INK, Stroke::Solid), ("busy", "agents busy", VERMILION, Stroke::Dashed)];
    let agents = agents.into_iter().filter_map(|(measure, words, colour, stroke)| {
        over_time::find(summary, measure, &["all"]).map(|found| (found, words, colour, stroke))
    });
    let agents: Vec<_> = agents.collect();
    let each = words::interval_word(summary.scenario.interval);
    let people = agents.iter().map(|(found, ..)| found.most()).fold(0.0, f64::max);
    let mut legend = vec![Key::new(format!("contacts {measure}"), PALE, Sample::Box)];
    let mut marks = columns(&load);
    for (found, words, colour, stroke) in &agents {
        let sample = if *stroke == Stroke::Solid { Sample::Line } else { Sample::Dashed };
        legend.push(Key::new(*words, *colour, sample));
        let steps = found.series.iter().flat_map(|series| over_time::steps(series, *colour, *stroke));
        marks.extend(steps.map(|mark| Mark { side: Side::Right, ..mark }));
    }
    let up = axis::plain(&format!("contacts {measure} per {each} [contacts]"), load.most());
    Some(Picture {
        title: title("Contacts and agents", summary),
        subtitle: format!("mean of {} replications, {}", summary.run.replications, by_interval(&load, &each)),
        description: format!("Contacts {measure} per {each}, with the agents at work and the agents busy."),
        across: load.time_axis(summary),
        right: (!agents.is_empty()).then(|| axis::beside(&up, "agents [people]", people)),
        up,
        marks,
        legend,
    })
}

/// What one column stands for.
fn by_interval(load: &OverTime, each: &str) -> String {
    let points = load.series.first().map_or(&[][..], |series| &series.points);
    match points.first() {
        Some(first) if points.len() > 1 && words::interval_word(first.length) != each => {
            format!("by {each}, averaged by {}", words::interval_word(first.length))
        }
        _ => format!("by {each}"),
    }
}

/// A column for each interval, with a sliver of paper between neighbours while there are few.
fn columns(load: &OverTime) -> Vec<Mark> {
    let points: Vec<_> = load.series.iter().flat_map(|series| &series.points).collect();
    let gap = if points.len() <= 120 { 0.08 } else { 0.0 };
    let column = |start: f64, length: f64, mean: f64| Shape::Box {
        from: (start + gap * length, 0.0),
        to: (start + (1.0 - gap) * length, mean),
        words: String::new(),
    };
    let shapes =
        points.iter().filter_map(|point| point.value.map(|value| column(point.start, point.length, value.mean)));
    shapes.map(|shape| Mark::left(shape, PALE)).collect()
}
