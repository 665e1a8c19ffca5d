//! A picture: a chart as plain values, before anything is drawn.
//!
//! Coordinates are those of the axes; nothing here knows pixels, fonts or file formats.

/// A chart ready to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// What is shown, and of what.
    pub title: String,
    /// How to read it.
    pub subtitle: String,
    /// What is seen, in a sentence, for those who do not see it.
    pub description: String,
    /// Left to right.
    pub across: Axis,
    /// Bottom to top, labelled on the left.
    pub up: Axis,
    /// Bottom to top, labelled on the right, where a second unit is needed.
    pub right: Option<Axis>,
    /// What is drawn, from back to front.
    pub marks: Vec<Mark>,
    /// What the colours mean.
    pub legend: Vec<Key>,
}

/// One axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    /// What it measures, with its unit.
    pub name: String,
    /// Its first value.
    pub low: f64,
    /// Its last value.
    pub high: f64,
    /// Where there is a label, and the label.
    pub ticks: Vec<(f64, String)>,
    /// Whether lines go from its labels through the plot.
    pub grid: Grid,
}

/// Whether an axis has grid lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grid {
    /// A line for each label.
    Lines,
    /// None.
    Bare,
}

/// Something drawn in the plot.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Its shape.
    pub shape: Shape,
    /// Its colour.
    pub colour: Colour,
    /// Which vertical axis it is measured on.
    pub side: Side,
}

/// A shape in the coordinates of the axes.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// A filled box from one corner to the opposite one, with words inside if they fit.
    Box {
        /// One corner.
        from: (f64, f64),
        /// The opposite corner.
        to: (f64, f64),
        /// The words; may be empty.
        words: String,
    },
    /// A translucent area between two lines: place, lower and upper value.
    Band(Vec<(f64, f64, f64)>),
    /// A line through points, with a dot on each when there are few.
    Line(Vec<(f64, f64)>, Stroke),
    /// An upright bar from a lower to an upper value, with short ends.
    Whisker {
        /// Place across.
        at: f64,
        /// Lower end.
        low: f64,
        /// Upper end.
        high: f64,
    },
    /// A lying bar from a lower to an upper value, with short ends.
    Span {
        /// Height at which it lies.
        at: f64,
        /// Lower end.
        low: f64,
        /// Upper end.
        high: f64,
    },
    /// A dot.
    Dot(f64, f64),
}

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stroke {
    /// Without gaps.
    Solid,
    /// With gaps.
    Dashed,
}

/// Which vertical axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The left one.
    Left,
    /// The right one.
    Right,
}

/// One entry of the legend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// What it stands for.
    pub words: String,
    /// Its colour.
    pub colour: Colour,
    /// What is drawn before the words.
    pub sample: Sample,
}

/// What an entry of the legend looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sample {
    /// A filled box.
    Box,
    /// A line.
    Line,
    /// A line with gaps.
    Dashed,
    /// A line on a translucent area.
    Banded,
}

/// Red, green and blue [0 to 255].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

impl Axis {
    /// An axis whose values cannot be divided by zero: its end lies above its start.
    pub(super) fn new(name: impl Into<String>, high: f64, ticks: Vec<(f64, String)>) -> Self {
        let high = if high.is_finite() && high > 0.0 { high } else { 1.0 };
        Self { name: name.into(), low: 0.0, high, ticks, grid: Grid::Lines }
    }

    /// The same axis from another first value.
    pub(super) fn from(mut self, low: f64) -> Self {
        self.low = if low.is_finite() && low < self.high { low } else { 0.0 };
        self
    }

    /// The same axis without grid lines.
    pub(super) fn bare(mut self) -> Self {
        self.grid = Grid::Bare;
        self
    }

    /// Where a value lies [0 at the start to 1 at the end; values outside are held at the ends].
    pub(super) fn place(&self, value: f64) -> f64 {
        ((value - self.low) / (self.high - self.low)).clamp(0.0, 1.0)
    }
}

impl Mark {
    /// A mark measured on the left axis.
    pub(super) fn left(shape: Shape, colour: Colour) -> Self {
        Self { shape, colour, side: Side::Left }
    }
}

impl Key {
    /// An entry of the legend.
    pub(super) fn new(words: impl Into<String>, colour: Colour, sample: Sample) -> Self {
        Self { words: words.into(), colour, sample }
    }
}
