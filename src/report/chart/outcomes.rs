//! How contacts ended: one bar for each contact type, divided by outcome.

use super::colour::{BLUE, DARK, FAINT, GREEN, GREY, ORANGE, PALE, PURPLE, SKY, TEAL, VERMILION, YELLOW};
use super::{Axis, Colour, Entry, Key, Make, Mark, Picture, Sample, Shape, Summary, axis, entry, title};
use crate::record::Outcome;
use crate::report::view;

pub(super) const ENTRY: Entry<Make> = entry(make, "outcomes", "how contacts ended, as shares by contact type");

/// The most bars; the first contact types of the scenario are shown.
const MOST_BARS: usize = 16;
/// Half the thickness of a bar [bars].
const HALF: f64 = 0.34;

/// From helped to lost to left open.
const ORDER: [Outcome; Outcome::ALL.len()] = [
    Outcome::Served,
    Outcome::SelfServed,
    Outcome::LeftMessage,
    Outcome::Deflected,
    Outcome::TransferredOut,
    Outcome::Abandoned,
    Outcome::Balked,
    Outcome::HungUpInFlow,
    Outcome::Blocked,
    Outcome::Ejected,
    Outcome::Unreached,
    Outcome::LeftOpenly,
    Outcome::LeftSilently,
    Outcome::Withdrawn,
    Outcome::Closed,
    Outcome::Unfinished,
];

/// One bar: a name and the shares of outcomes in the order shown.
type Bar<'a> = (&'a str, Vec<(Outcome, f64)>);

fn make(summary: &Summary) -> Option<Picture> {
    let mut bars = bars(summary, "contacts");
    if bars.is_empty() {
        bars = self::bars(summary, "all");
    }
    let left_out = bars.len().saturating_sub(MOST_BARS);
    bars.truncate(MOST_BARS);
    (!bars.is_empty()).then(|| picture(summary, &bars, left_out))
}

fn picture(summary: &Summary, bars: &[Bar<'_>], left_out: usize) -> Picture {
    let height = bars.len() as f64;
    let place = |index: usize| height - index as f64 - 0.5;
    let names =
        bars.iter().enumerate().map(|(index, (name, _))| (place(index), super::over_time::name(name).to_owned()));
    let seen = |outcome: &Outcome| bars.iter().any(|(_, shares)| shares.iter().any(|(other, _)| other == outcome));
    let shown = ORDER.into_iter().filter(seen);
    let more = if left_out > 0 { format!(" · {left_out} more in measures.csv") } else { String::new() };
    Picture {
        title: title("How contacts ended", summary),
        subtitle: format!("share of contacts by outcome, over the whole horizon{more}"),
        description: "One bar for each contact type, divided into the shares of its outcomes.".to_owned(),
        across: axis::percent("contacts"),
        up: Axis::new("", height, names.collect()).bare(),
        right: None,
        marks: bars.iter().enumerate().flat_map(|(index, (_, shares))| boxes(place(index), shares)).collect(),
        legend: shown.map(|outcome| Key::new(spoken(outcome), colour(outcome), Sample::Box)).collect(),
    }
}

/// The things of a kind for which outcomes were counted.
fn bars<'a>(summary: &'a Summary, of: &str) -> Vec<Bar<'a>> {
    let names = view::names(summary, of).into_iter();
    names.map(|name| (name, shares(summary, of, name))).filter(|(_, shares)| !shares.is_empty()).collect()
}

/// Shares of the outcomes that happened; empty when nothing ended.
fn shares(summary: &Summary, of: &str, name: &str) -> Vec<(Outcome, f64)> {
    let number = |outcome: Outcome| count(summary, outcome, of, name).filter(|count| *count > 0.0);
    let counts: Vec<_> =
        ORDER.into_iter().filter_map(|outcome| number(outcome).map(|count| (outcome, count))).collect();
    // Dividing first keeps the sum of absurdly large counts finite.
    let most = counts.iter().map(|(_, count)| *count).fold(0.0, f64::max);
    let total: f64 = counts.iter().map(|(_, count)| count / most).sum();
    counts.into_iter().map(|(outcome, count)| (outcome, count / most / total)).collect()
}

/// Contacts with an outcome, by the measure named after it. `abandoned` counts those who balked as well, so they are
/// taken off; where `served` is not measured, `answered` stands in.
fn count(summary: &Summary, outcome: Outcome, of: &str, name: &str) -> Option<f64> {
    let found = |keyword: &str| view::total_estimate(summary, keyword, of, name).map(|found| found.mean);
    let own = found(&outcome.word().replace('-', "_"));
    match outcome {
        Outcome::Served => own.or_else(|| found("answered")),
        Outcome::Abandoned => own.map(|abandoned| abandoned - found("balked").unwrap_or(0.0)),
        _ => own,
    }
}

/// The boxes of one bar, from left to right.
fn boxes(at: f64, shares: &[(Outcome, f64)]) -> Vec<Mark> {
    let mut from = 0.0;
    let mut boxes = Vec::new();
    for (outcome, share) in shares {
        let words = format!("{:.1} %", 100.0 * share);
        let shape = Shape::Box { from: (from, at - HALF), to: (from + share, at + HALF), words };
        boxes.push(Mark::left(shape, colour(*outcome)));
        from += share;
    }
    boxes
}

/// `hung up in flow`.
fn spoken(outcome: Outcome) -> String {
    outcome.word().replace('-', " ")
}

/// Cool for what was helped, warm for what was lost, grey for what the centre ended or left open.
fn colour(outcome: Outcome) -> Colour {
    match outcome {
        Outcome::Served => BLUE,
        Outcome::SelfServed => SKY,
        Outcome::TransferredOut => GREEN,
        Outcome::LeftMessage | Outcome::Withdrawn => PALE,
        Outcome::Deflected => TEAL,
        Outcome::Abandoned => VERMILION,
        Outcome::Balked | Outcome::LeftOpenly => ORANGE,
        Outcome::HungUpInFlow | Outcome::LeftSilently => YELLOW,
        Outcome::Blocked => PURPLE,
        Outcome::Ejected | Outcome::Unreached => DARK,
        Outcome::Closed => GREY,
        Outcome::Unfinished => FAINT,
    }
}
