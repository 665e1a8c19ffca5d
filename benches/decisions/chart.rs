//! The chart: the price of a contact by how many can be chosen, a line for each rule, both axes by powers of ten.

use switchboard::report::chart::{Axis, Colour, Grid, Key, Mark, Picture, Sample, Shape, Side, Stroke};

use super::table::{Figure, median};

/// Colours that stay apart for most eyes (Okabe and Ito, and P. Tol), as many as there are solid lines, used in turn.
const COLOURS: [Colour; 9] = [
    Colour(0x00, 0x72, 0xB2),
    Colour(0xD5, 0x5E, 0x00),
    Colour(0x00, 0x9E, 0x73),
    Colour(0xCC, 0x79, 0xA7),
    Colour(0xE6, 0x9F, 0x00),
    Colour(0x56, 0xB4, 0xE9),
    Colour(0x55, 0x55, 0x55),
    Colour(0x99, 0x33, 0x33),
    Colour(0x99, 0x99, 0x33),
];

/// Questions with a size, and how their lines are drawn.
const QUESTIONS: [(&str, Stroke); 3] = [
    ("which agent, by an index", Stroke::Solid),
    ("which agent, by a scan", Stroke::Solid),
    ("which contact", Stroke::Dashed),
];

/// The picture of all figures.
pub(crate) fn picture(figures: &[Figure]) -> Picture {
    let mut picture = Picture {
        title: "The price of a contact by how many can be chosen".to_owned(),
        subtitle:
            "CPU time of arrival, decision and end; dashed: which contact for an agent, else which agent for a contact"
                .to_owned(),
        description: "Lines of the CPU time of a contact by the number of candidates, one for each rule.".to_owned(),
        across: powers("candidates", 1.0, 5.0),
        up: powers("CPU time a contact [ns]", 1.0, 5.0),
        right: None,
        marks: Vec::new(),
        legend: Vec::new(),
    };
    for (question, stroke) in QUESTIONS {
        for (rule, points) in lines(figures, question) {
            let colour = COLOURS[picture.legend.len() % COLOURS.len()];
            picture.marks.push(Mark { shape: Shape::Line(points, stroke), colour, side: Side::Left });
            let sample = if stroke == Stroke::Dashed { Sample::Dashed } else { Sample::Line };
            picture.legend.push(Key { words: rule, colour, sample });
        }
    }
    picture
}

/// An axis of logarithms to the base of ten.
fn powers(name: &str, low: f64, high: f64) -> Axis {
    let labels = ["10", "100", "1,000", "10,000", "100,000"];
    let ticks = (1..=5).zip(labels).map(|(power, label)| (f64::from(power), label.to_owned())).collect();
    Axis { name: name.to_owned(), low, high, ticks, grid: Grid::Lines }
}

/// The rules of a question with their points, in order of first mention.
fn lines(figures: &[Figure], question: &str) -> Vec<(String, Vec<(f64, f64)>)> {
    let mut lines: Vec<(String, Vec<(f64, f64)>)> = Vec::new();
    for figure in figures.iter().filter(|figure| figure.question == question && figure.round == 1) {
        let Some((rule, size)) = figure.case.rsplit_once(", ") else { continue };
        let Some(size) = size.split(' ').next().and_then(|size| size.parse::<f64>().ok()) else { continue };
        let point = (size.log10(), median(figures, question, &figure.case).log10());
        match lines.iter_mut().find(|(known, _)| known == rule) {
            Some((_, points)) => points.push(point),
            None => lines.push((rule.to_owned(), vec![point])),
        }
    }
    lines
}
