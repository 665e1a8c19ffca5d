//! A flow drawn: nodes as boxes in rows, ways as arrows, with shares and mean times of a run.
//!
//! Arrows are as thick as their share of all visits; what nobody did is dashed.

mod contents;
mod draw;
mod place;
#[cfg(test)]
mod tests;
mod walks;

use super::encode;
use super::picture::Colour;
pub use walks::Walks;

/// A flow ready to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct FlowPicture {
    /// What is shown.
    title: String,
    /// How to read it.
    subtitle: String,
    /// What is seen, in a sentence.
    description: String,
    boxes: Vec<Tile>,
    arrows: Vec<Arrow>,
    /// Width and height of the sheet [points].
    size: (f64, f64),
}

/// A node, or the end of a way.
#[derive(Debug, Clone, PartialEq)]
struct Tile {
    /// What is written, line by line.
    lines: Vec<Line>,
    /// Its background.
    fill: Colour,
    /// Its border.
    border: Colour,
    /// How round its corners are.
    corners: Corners,
    /// Its middle [points].
    middle: (f64, f64),
    /// Width and height [points].
    size: (f64, f64),
}

/// A line of words.
#[derive(Debug, Clone, PartialEq)]
struct Line {
    words: String,
    size: f64,
    colour: Colour,
}

/// How round corners are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Corners {
    /// A little.
    Node,
    /// As round as can be: the visit is over.
    Ending,
}

/// A way.
#[derive(Debug, Clone, PartialEq)]
struct Arrow {
    /// Numbers of its boxes.
    from: usize,
    to: usize,
    /// What is written beside it.
    lines: Vec<Line>,
    colour: Colour,
    /// Its share of all visits; `None` if nobody took it.
    share: Option<f64>,
    /// Bézier curves, two pairs each: the start and its control point, then the other control point and the end.
    path: Vec<[(f64, f64); 2]>,
    /// Middle of its words [points].
    label: (f64, f64),
}

impl FlowPicture {
    /// The flow as an SVG document, its words as text.
    pub fn svg(&self) -> String {
        encode::svg(self)
    }

    /// The flow as a PNG file.
    pub fn png(&self) -> Vec<u8> {
        encode::png(self)
    }
}
