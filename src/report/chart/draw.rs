//! Drawing: a picture becomes shapes and words on any plotters backend.
//!
//! Everything is measured in points of a sheet of `WIDTH` by `HEIGHT`; the backend may have any whole number of pixels
//! for a point.

use plotters::coord::Shift;
use plotters::drawing::DrawingAreaErrorKind;
use plotters::element::{PathElement, Polygon, Rectangle, Text};
use plotters::prelude::{DrawingArea, DrawingBackend};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, IntoFont, RGBColor, ShapeStyle, TextStyle};

use super::colour;
use super::font;
use super::lettering;
use super::picture::{Colour, Stroke};

/// Width of the sheet [points].
pub const WIDTH: f64 = 1000.0;
/// Height of the sheet [points].
pub const HEIGHT: f64 = 640.0;

/// Dash and gap [points].
const DASH: (f64, f64) = (9.0, 6.0);

/// What drawing on a backend gives.
pub(super) type Drawn<DB> = Result<(), DrawingAreaErrorKind<<DB as DrawingBackend>::ErrorType>>;

/// A sheet that is drawn on in points.
pub(super) struct Sheet<'a, DB: DrawingBackend> {
    /// The backend's area.
    pub(super) area: &'a DrawingArea<DB, Shift>,
    /// Pixels for a point.
    pub(super) scale: f64,
    /// Who makes letters.
    pub(super) letters: Letters,
}

/// Who makes letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Letters {
    /// The backend: as text where the format has text.
    Backend,
    /// We, as pixels.
    Pixels,
}

/// How words stand: the point is at this corner or side of them.
#[derive(Clone, Copy)]
pub(super) struct Words {
    /// Height of the letters [points].
    pub(super) size: f64,
    /// Their colour.
    pub(super) colour: Colour,
    /// Which end is at the point.
    pub(super) across: HPos,
}

/// How a shape is filled or a line is drawn.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ink {
    /// Its colour.
    pub(super) colour: Colour,
    /// 0 is invisible, 1 hides what is below.
    pub(super) opacity: f64,
    /// Width of lines [points].
    pub(super) width: f64,
}

impl Ink {
    /// A filled shape.
    pub(super) const fn fill(colour: Colour, opacity: f64) -> Self {
        Self { colour, opacity, width: 0.0 }
    }

    /// A line.
    pub(super) const fn line(colour: Colour, width: f64) -> Self {
        Self { colour, opacity: 1.0, width }
    }
}

impl<DB: DrawingBackend> Sheet<'_, DB> {
    /// The pixel nearest to a point.
    fn pixel(&self, (x, y): (f64, f64)) -> (i32, i32) {
        ((x * self.scale).round() as i32, (y * self.scale).round() as i32)
    }

    /// The backend's style.
    fn style(&self, ink: Ink) -> ShapeStyle {
        let Colour(red, green, blue) = ink.colour;
        let width = (ink.width * self.scale).round().max(1.0) as u32;
        ShapeStyle { color: RGBColor(red, green, blue).mix(ink.opacity), filled: ink.width == 0.0, stroke_width: width }
    }

    /// Fills a rectangle.
    pub(super) fn block(&self, from: (f64, f64), to: (f64, f64), ink: Ink) -> Drawn<DB> {
        self.area.draw(&Rectangle::new([self.pixel(from), self.pixel(to)], self.style(ink)))
    }

    /// Fills a polygon.
    pub(super) fn area(&self, points: &[(f64, f64)], ink: Ink) -> Drawn<DB> {
        let pixels: Vec<_> = points.iter().map(|point| self.pixel(*point)).collect();
        self.area.draw(&Polygon::new(pixels, self.style(ink)))
    }

    /// Draws a line through points.
    pub(super) fn line(&self, points: &[(f64, f64)], ink: Ink) -> Drawn<DB> {
        let pixels: Vec<_> = points.iter().map(|point| self.pixel(*point)).collect();
        self.area.draw(&PathElement::new(pixels, self.style(ink)))
    }

    /// Draws a line through points, with gaps if asked for.
    pub(super) fn stroke(&self, points: &[(f64, f64)], stroke: Stroke, ink: Ink) -> Drawn<DB> {
        match stroke {
            Stroke::Solid => self.line(points, ink),
            Stroke::Dashed => dashes(points).iter().try_for_each(|dash| self.line(dash, ink)),
        }
    }

    /// Draws a dot.
    pub(super) fn dot(&self, point: (f64, f64), radius: f64, ink: Ink) -> Drawn<DB> {
        let radius = (radius * self.scale).round() as i32;
        self.area.draw(&plotters::element::Circle::new(self.pixel(point), radius, self.style(ink)))
    }

    /// Writes words, centred upon the point's height; signs that XML cannot hold are replaced.
    pub(super) fn write(&self, words: &str, point: (f64, f64), how: Words) -> Drawn<DB> {
        let words: String = words.chars().map(|letter| if letter.is_control() { '\u{FFFD}' } else { letter }).collect();
        let Colour(red, green, blue) = how.colour;
        let colour = RGBColor(red, green, blue);
        if self.letters == Letters::Pixels {
            return self.ink(&words, point, how, colour);
        }
        let style = TextStyle::from((font::FAMILY, how.size * self.scale).into_font());
        let style = TextStyle { color: colour.to_backend_color(), ..style };
        self.area.draw(&Text::new(words, self.pixel(point), style.pos(Pos::new(how.across, VPos::Center))))
    }

    /// Writes words pixel by pixel.
    fn ink(&self, words: &str, point: (f64, f64), how: Words, colour: RGBColor) -> Drawn<DB> {
        let size = how.size * self.scale;
        let before = match how.across {
            HPos::Left => 0.0,
            HPos::Center => lettering::width(words, size) / 2.0,
            HPos::Right => lettering::width(words, size),
        };
        let (left, middle) = self.pixel((point.0 - before / self.scale, point.1));
        let mut inked = lettering::pixels(words, size).into_iter();
        inked.try_for_each(|(x, y, ink)| self.area.draw_pixel((left + x, middle + y), &colour.mix(ink)))
    }

    /// Covers the sheet with paper.
    pub(super) fn clear(&self) -> Drawn<DB> {
        self.block((0.0, 0.0), (WIDTH, HEIGHT), Ink::fill(colour::PAPER, 1.0))
    }
}

/// The parts of a line that are drawn when it has gaps.
fn dashes(points: &[(f64, f64)]) -> Vec<Vec<(f64, f64)>> {
    let mut parts: Vec<Vec<(f64, f64)>> = Vec::new();
    let (mut drawing, mut left) = (true, DASH.0);
    let mut part: Vec<(f64, f64)> = points.first().copied().into_iter().collect();
    for pair in points.windows(2) {
        let (mut at, to) = (pair[0], pair[1]);
        let mut rest = (to.0 - at.0).hypot(to.1 - at.1);
        while rest > left {
            let share = left / rest;
            at = (at.0 + share * (to.0 - at.0), at.1 + share * (to.1 - at.1));
            rest -= left;
            part.push(at);
            if drawing {
                parts.push(std::mem::take(&mut part));
            }
            (drawing, left) = (!drawing, if drawing { DASH.1 } else { DASH.0 });
            part = vec![at];
        }
        left -= rest;
        part.push(to);
    }
    if drawing && part.len() > 1 {
        parts.push(part);
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dashed_line_has_dashes_and_gaps_of_one_length() {
        let parts = dashes(&[(0.0, 0.0), (30.0, 0.0)]);
        assert_eq!(parts, [vec![(0.0, 0.0), (9.0, 0.0)], vec![(15.0, 0.0), (24.0, 0.0)]]);
    }

    #[test]
    fn a_line_without_length_has_no_dashes_and_does_not_hang() {
        assert_eq!(dashes(&[]), Vec::<Vec<_>>::new());
        assert!(dashes(&[(1.0, 1.0), (1.0, 1.0)]).len() <= 1);
    }
}
