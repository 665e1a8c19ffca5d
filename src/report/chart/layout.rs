//! Layout: where title, legend, axes and plot stand on the sheet, so that no words are cut off or meet others.

use plotters::coord::Shift;
use plotters::prelude::{DrawingArea, DrawingBackend};
use plotters::style::text_anchor::HPos;

use super::colour::{GRID, INK, ON_LIGHT, PAPER, QUIET};
use super::draw::{Drawn, HEIGHT, Ink, Letters, Sheet, WIDTH, Words};
use super::font;
use super::picture::{Axis, Colour, Grid, Key, Mark, Picture, Sample, Shape, Side, Stroke};

/// Sizes of letters [points].
const TITLE: f64 = 25.0;
const SUBTITLE: f64 = 16.0;
const LABEL: f64 = 16.0;
/// Free space at the edges of the sheet [points].
const EDGE: f64 = 24.0;
/// Length of a sample in the legend [points].
const SAMPLE: f64 = 26.0;
/// Height of a row of the legend [points].
const ROW: f64 = 24.0;
/// Most labels of names at the left may take [points].
const WIDEST_LABEL: f64 = 220.0;
/// Points nearer to each other than this have no dots [points].
const DOTS_APART: f64 = 10.0;

/// Where the plot stands [points].
#[derive(Debug, Clone, Copy)]
struct Plot {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

/// Draws a picture on an area that has `scale` pixels for a point.
pub(super) fn draw<DB: DrawingBackend>(
    picture: &Picture,
    area: &DrawingArea<DB, Shift>,
    scale: f64,
    letters: Letters,
) -> Drawn<DB> {
    font::register();
    let sheet = Sheet { area, scale, letters };
    sheet.clear()?;
    headings(&sheet, picture)?;
    let after_legend = legend(&sheet, &picture.legend)?;
    let plot = plot_of(picture, after_legend);
    across(&sheet, &picture.across, plot)?;
    upwards(&sheet, &picture.up, plot, Side::Left)?;
    if let Some(axis) = &picture.right {
        upwards(&sheet, axis, plot, Side::Right)?;
    }
    picture.marks.iter().try_for_each(|mark| draw_mark(&sheet, picture, mark, plot))?;
    sheet.line(&[(plot.left, plot.bottom), (plot.right, plot.bottom)], Ink::line(QUIET, 1.0))
}

/// Words that begin at a point.
fn from_left(size: f64, colour: Colour) -> Words {
    Words { size, colour, across: HPos::Left }
}

/// Title and subtitle.
fn headings<DB: DrawingBackend>(sheet: &Sheet<'_, DB>, picture: &Picture) -> Drawn<DB> {
    let room = WIDTH - 2.0 * EDGE;
    let title = font::fitted(&picture.title, TITLE, room);
    let subtitle = font::fitted(&picture.subtitle, SUBTITLE, room);
    sheet.write(&title, (EDGE, 32.0), from_left(TITLE, INK))?;
    sheet.write(&subtitle, (EDGE, 60.0), from_left(SUBTITLE, QUIET))
}

/// The legend in rows below the headings; returns where it ends.
fn legend<DB: DrawingBackend>(
    sheet: &Sheet<'_, DB>,
    keys: &[Key],
) -> Result<f64, plotters::drawing::DrawingAreaErrorKind<DB::ErrorType>> {
    let (mut x, mut y) = (EDGE, 88.0);
    for key in keys {
        let words = font::fitted(&key.words, LABEL, 300.0);
        let needed = SAMPLE + 8.0 + font::width(&words, LABEL) + 22.0;
        if x > EDGE && x + needed > WIDTH - EDGE {
            (x, y) = (EDGE, y + ROW);
        }
        sample(sheet, key, (x, y))?;
        sheet.write(&words, (x + SAMPLE + 8.0, y), from_left(LABEL, INK))?;
        x += needed;
    }
    Ok(if keys.is_empty() { 72.0 } else { y + 12.0 })
}

/// What is drawn before the words of the legend.
fn sample<DB: DrawingBackend>(sheet: &Sheet<'_, DB>, key: &Key, (x, y): (f64, f64)) -> Drawn<DB> {
    let line = [(x, y), (x + SAMPLE, y)];
    let (from, to) = ((x, y - 7.0), (x + SAMPLE, y + 7.0));
    match key.sample {
        Sample::Box => sheet.block((x + 6.0, y - 7.0), (x + SAMPLE - 4.0, y + 7.0), Ink::fill(key.colour, 1.0)),
        Sample::Line => sheet.line(&line, Ink::line(key.colour, 2.5)),
        Sample::Dashed => sheet.stroke(&line, Stroke::Dashed, Ink::line(key.colour, 2.0)),
        Sample::Banded => {
            sheet.block(from, to, Ink::fill(key.colour, 0.2))?;
            sheet.line(&line, Ink::line(key.colour, 2.5))
        }
    }
}

/// Leaves room for the widest label at each side, and for half of the last label below.
fn plot_of(picture: &Picture, after_legend: f64) -> Plot {
    let widest = |axis: &Axis| axis.ticks.iter().map(|(_, label)| font::width(label, LABEL)).fold(0.0, f64::max);
    let half_last = picture.across.ticks.last().map_or(0.0, |(_, label)| font::width(label, LABEL) / 2.0);
    let right = picture.right.as_ref().map_or(half_last, |axis| (widest(axis) + 12.0).max(half_last));
    let name_row = if picture.up.name.is_empty() && picture.right.is_none() { 14.0 } else { 40.0 };
    Plot {
        left: EDGE + widest(&picture.up).min(WIDEST_LABEL) + 12.0,
        right: WIDTH - EDGE - right,
        top: after_legend + name_row,
        bottom: HEIGHT - 66.0,
    }
}

/// The axis below the plot, leaving out labels that would meet their neighbour.
fn across<DB: DrawingBackend>(sheet: &Sheet<'_, DB>, axis: &Axis, plot: Plot) -> Drawn<DB> {
    let centred = |colour| Words { size: LABEL, colour, across: HPos::Center };
    let mut free_from = f64::NEG_INFINITY;
    for (value, label) in &axis.ticks {
        let x = plot.left + axis.place(*value) * (plot.right - plot.left);
        let half = font::width(label, LABEL) / 2.0;
        if axis.grid == Grid::Lines {
            sheet.line(&[(x, plot.top), (x, plot.bottom)], Ink::line(GRID, 1.0))?;
        }
        if x - half >= free_from {
            sheet.write(label, (x, plot.bottom + 18.0), centred(INK))?;
            free_from = x + half + 6.0;
        }
    }
    let name = font::fitted(&axis.name, LABEL, WIDTH - 2.0 * EDGE);
    sheet.write(&name, (f64::midpoint(plot.left, plot.right), HEIGHT - 20.0), centred(QUIET))
}

/// An axis beside the plot, its name lying above it.
fn upwards<DB: DrawingBackend>(sheet: &Sheet<'_, DB>, axis: &Axis, plot: Plot, side: Side) -> Drawn<DB> {
    let (at, across, edge, name_at) = match side {
        Side::Left => (plot.left - 10.0, HPos::Right, HPos::Left, EDGE),
        Side::Right => (plot.right + 10.0, HPos::Left, HPos::Right, WIDTH - EDGE),
    };
    for (value, label) in &axis.ticks {
        let y = plot.bottom - axis.place(*value) * (plot.bottom - plot.top);
        if axis.grid == Grid::Lines && side == Side::Left {
            sheet.line(&[(plot.left, y), (plot.right, y)], Ink::line(GRID, 1.0))?;
        }
        let label = font::fitted(label, LABEL, WIDEST_LABEL);
        sheet.write(&label, (at, y), Words { size: LABEL, colour: INK, across })?;
    }
    let name = font::fitted(&axis.name, LABEL, 460.0);
    sheet.write(&name, (name_at, plot.top - 22.0), Words { size: LABEL, colour: QUIET, across: edge })
}

/// One mark, held inside the plot.
fn draw_mark<DB: DrawingBackend>(sheet: &Sheet<'_, DB>, picture: &Picture, mark: &Mark, plot: Plot) -> Drawn<DB> {
    let axis = picture.right.as_ref().filter(|_| mark.side == Side::Right).unwrap_or(&picture.up);
    let point = |x: f64, y: f64| {
        let (right, up) = (picture.across.place(x), axis.place(y));
        (plot.left + right * (plot.right - plot.left), plot.bottom - up * (plot.bottom - plot.top))
    };
    match &mark.shape {
        Shape::Box { from, to, words } => {
            draw_box(sheet, (point(from.0, from.1), point(to.0, to.1)), words, mark.colour)
        }
        Shape::Band(band) => {
            let lower = band.iter().map(|(x, low, _)| point(*x, *low));
            let upper = band.iter().rev().map(|(x, _, high)| point(*x, *high));
            sheet.area(&lower.chain(upper).collect::<Vec<_>>(), Ink::fill(mark.colour, 0.2))
        }
        Shape::Line(points, stroke) => {
            let places: Vec<_> = points.iter().map(|(x, y)| point(*x, *y)).collect();
            let width = if *stroke == Stroke::Solid { 2.5 } else { 2.0 };
            sheet.stroke(&places, *stroke, Ink::line(mark.colour, width))?;
            let dots: &[(f64, f64)] = if *stroke == Stroke::Solid && are_apart(&places) { &places } else { &[] };
            dots.iter().try_for_each(|place| sheet.dot(*place, 3.0, Ink::fill(mark.colour, 1.0)))
        }
        Shape::Whisker { at, low, high } => {
            let ((x, bottom), (_, top)) = (point(*at, *low), point(*at, *high));
            let ink = Ink::line(mark.colour, 1.5);
            sheet.line(&[(x, bottom), (x, top)], ink)?;
            sheet.line(&[(x - 5.0, bottom), (x + 5.0, bottom)], ink)?;
            sheet.line(&[(x - 5.0, top), (x + 5.0, top)], ink)
        }
        Shape::Span { at, low, high } => {
            let ((left, y), (right, _)) = (point(*low, *at), point(*high, *at));
            let ink = Ink::line(mark.colour, 2.0);
            sheet.line(&[(left, y), (right, y)], ink)?;
            sheet.line(&[(left, y - 6.0), (left, y + 6.0)], ink)?;
            sheet.line(&[(right, y - 6.0), (right, y + 6.0)], ink)
        }
        Shape::Dot(x, y) => sheet.dot(point(*x, *y), 5.0, Ink::fill(mark.colour, 1.0)),
    }
}

/// Whether a dot on each point would be seen as a dot; steps, which go straight up, have none.
fn are_apart(places: &[(f64, f64)]) -> bool {
    places.windows(2).all(|pair| pair[1].0 - pair[0].0 >= DOTS_APART)
}

/// A filled box with its words in the middle if they fit.
fn draw_box<DB: DrawingBackend>(
    sheet: &Sheet<'_, DB>,
    corners: ((f64, f64), (f64, f64)),
    words: &str,
    colour: Colour,
) -> Drawn<DB> {
    let ((x0, y0), (x1, y1)) = corners;
    sheet.block((x0, y0), (x1, y1), Ink::fill(colour, 1.0))?;
    let fits = font::width(words, LABEL) + 8.0 < (x1 - x0).abs() && (y1 - y0).abs() > LABEL + 2.0;
    if words.is_empty() || !fits {
        return Ok(());
    }
    let ink = if colour.is_light() { ON_LIGHT } else { PAPER };
    let middle = (f64::midpoint(x0, x1), f64::midpoint(y0, y1));
    sheet.write(words, middle, Words { size: LABEL, colour: ink, across: HPos::Center })
}
