//! Differences: a lying interval for each configuration, beside the line of no difference.

use super::colour::{BLUE, GREY, QUIET, VERMILION};
use super::picture::Colour;
use super::{Axis, Key, Mark, Picture, Sample, Shape, Stroke, axis};
use crate::record::{Comparison, DifferenceRow, Verdict};
use crate::report::words;

/// The most intervals in one picture.
const MOST_ROWS: usize = 16;
/// Up to so many, those between two others than the base are shown, too.
const MOST_PAIRS: usize = 10;
/// The longest name of a pair that is not cut off [letters].
const LONGEST_PAIR: usize = 26;

/// What a row says, its colour and the words of the legend.
const MEANINGS: [(Meaning, Colour, &str); 4] = [
    (Meaning::Better, BLUE, "real, better"),
    (Meaning::Worse, VERMILION, "real, worse"),
    (Meaning::Real, BLUE, "real"),
    (Meaning::NotShown, GREY, "no difference shown"),
];

/// What a row says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meaning {
    /// A real difference to the better side.
    Better,
    /// A real difference to the worse side.
    Worse,
    /// A real difference of a measure without sides.
    Real,
    /// The interval holds zero.
    NotShown,
}

/// One picture for each measure, with the name of its file without the ending.
pub fn differences(comparison: &Comparison) -> Vec<(String, Picture)> {
    let mut pictures: Vec<(String, Picture)> = Vec::new();
    let mut rest: &[DifferenceRow] = &comparison.differences;
    while let Some(first) = rest.first() {
        let same = |row: &&DifferenceRow| row.measure == first.measure && row.of == first.of && row.name == first.name;
        let (rows, after) = rest.split_at(rest.iter().take_while(same).count());
        rest = after;
        if let Some(picture) = picture(comparison, rows) {
            let name = file_name(first);
            let taken = |name: &str| pictures.iter().any(|(other, _)| other == name);
            let numbered = (2..).map(|number| format!("{name}-{number}"));
            let free = std::iter::once(name.clone()).chain(numbered).find(|name| !taken(name));
            pictures.push((free.unwrap_or_default(), picture));
        }
    }
    pictures
}

/// `difference-mean_wait-queue-billing`, signs that a path would obey replaced.
fn file_name(row: &DifferenceRow) -> String {
    let plain = |letter: char| if letter.is_alphanumeric() || matches!(letter, '-' | '_') { letter } else { '-' };
    let thing = if row.of == "all" { String::new() } else { format!("-{}-{}", row.of, row.name) };
    format!("difference-{}{thing}", row.measure).chars().map(plain).collect()
}

fn picture(comparison: &Comparison, rows: &[DifferenceRow]) -> Option<Picture> {
    let base = comparison.configurations.first()?.name.as_str();
    let known: Vec<&DifferenceRow> = rows.iter().filter(|row| ends(row).is_some()).collect();
    let pairs = known.len() <= MOST_PAIRS && known.iter().all(|row| pair(row).chars().count() <= LONGEST_PAIR);
    let shown = |row: &&&DifferenceRow| pairs || row.against == base;
    let all: Vec<&DifferenceRow> = known.iter().filter(shown).copied().collect();
    let others = all.iter().any(|row| row.against != base);
    let left_out = all.len().saturating_sub(MOST_ROWS);
    let rows = &all[..all.len() - left_out];
    let first = rows.first()?;
    let height = rows.len() as f64;
    let place = |index: usize| height - index as f64 - 0.5;
    let label = |row: &DifferenceRow| if others { pair(row) } else { row.configuration.clone() };
    let labels = rows.iter().enumerate().map(|(index, row)| (place(index), label(row))).collect();
    let measure = words::subject(&first.measure, &first.of, &first.name);
    let span = rows
        .iter()
        .filter_map(|row| ends(row))
        .fold((0.0_f64, 0.0_f64), |(low, high), ends| (low.min(ends.0), high.max(ends.2)));
    let mut marks = vec![Mark::left(Shape::Line(vec![(0.0, 0.0), (0.0, height)], Stroke::Dashed), QUIET)];
    marks.extend(rows.iter().enumerate().flat_map(|(index, row)| self::marks(row, place(index))));
    let legend = MEANINGS.iter().filter(|(meaning, ..)| rows.iter().any(|row| self::meaning(row) == *meaning));
    Some(Picture {
        title: format!("Difference in {measure}"),
        subtitle: reading(comparison, base, left_out),
        description: format!("The difference in {measure} with its interval, one for each configuration."),
        across: axis::signed(&format!("difference in {measure}"), span, &first.unit),
        up: Axis::new("", height, labels).bare(),
        right: None,
        marks,
        legend: legend.map(|(_, colour, words)| Key::new(*words, *colour, Sample::Line)).collect(),
    })
}

/// Low end, difference and high end, where all are known and finite.
fn ends(row: &DifferenceRow) -> Option<(f64, f64, f64)> {
    let (low, middle, high) = (row.low?, row.difference?, row.high?);
    [low, middle, high].iter().all(|number| number.is_finite()).then_some((low, middle, high))
}

/// `b − a`.
fn pair(row: &DifferenceRow) -> String {
    format!("{} − {}", row.configuration, row.against)
}

fn meaning(row: &DifferenceRow) -> Meaning {
    match (row.verdict, row.better.as_deref()) {
        (Verdict::Higher, Some("more")) | (Verdict::Lower, Some("less")) => Meaning::Better,
        (Verdict::Higher | Verdict::Lower, Some(_)) => Meaning::Worse,
        (Verdict::Higher | Verdict::Lower, None) => Meaning::Real,
        _ => Meaning::NotShown,
    }
}

/// The interval and the difference of one row.
fn marks(row: &DifferenceRow, at: f64) -> Vec<Mark> {
    let meaning = meaning(row);
    let colour = MEANINGS.iter().find(|(other, ..)| *other == meaning).map_or(GREY, |(_, colour, _)| *colour);
    let Some((low, middle, high)) = ends(row) else { return Vec::new() };
    [Shape::Span { at, low, high }, Shape::Dot(middle, at)].map(|shape| Mark::left(shape, colour)).to_vec()
}

/// How to read it.
fn reading(comparison: &Comparison, base: &str, left_out: usize) -> String {
    let run = &comparison.run;
    let more = if left_out > 0 { format!(" · {left_out} more in differences.csv") } else { String::new() };
    format!(
        "base: {base} · {} replications · bars: {} confidence for all together{more}",
        words::number(run.replications as f64, 0),
        words::confidence(run.confidence)
    )
}
