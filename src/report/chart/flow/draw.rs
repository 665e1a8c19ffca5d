//! Drawing: a flow whose places are known becomes shapes and words.

use plotters::coord::Shift;
use plotters::prelude::{DrawingArea, DrawingBackend};
use plotters::style::text_anchor::HPos;

use super::super::colour::{FAINT, INK, PAPER, QUIET};
use super::super::draw::{Drawn, Ink, Letters, Sheet, Words};
use super::super::encode::Drawable;
use super::super::font;
use super::super::picture::Stroke;
use super::contents::{extent, height};
use super::{Arrow, Corners, FlowPicture, Line, Tile};

/// Width of arrows that everybody takes, and of those that hardly anybody does [points].
const THICK: f64 = 6.0;
const THIN: f64 = 1.4;
/// Length of the head of a thin arrow [points].
const HEAD: f64 = 9.0;
/// Radius of the corners of a node [points].
const RADIUS: f64 = 7.0;
/// Straight pieces that stand for a curve.
const PIECES: usize = 24;

impl Drawable for FlowPicture {
    fn size(&self) -> (f64, f64) {
        self.size
    }

    fn words(&self) -> (&str, &str) {
        (&self.title, &self.description)
    }

    fn draw_on<DB: DrawingBackend>(&self, area: &DrawingArea<DB, Shift>, scale: f64, letters: Letters) -> Drawn<DB> {
        font::register();
        let sheet = Sheet { area, scale, letters };
        sheet.block((0.0, 0.0), self.size, Ink::fill(PAPER, 1.0))?;
        let left = |size, colour| Words { size, colour, across: HPos::Left };
        let room = self.size.0 - 48.0;
        sheet.write(&font::fitted(&self.title, 25.0, room), (24.0, 32.0), left(25.0, INK))?;
        sheet.write(&font::fitted(&self.subtitle, 15.0, room), (24.0, 60.0), left(15.0, QUIET))?;
        self.arrows.iter().try_for_each(|arrow| draw_arrow(&sheet, arrow))?;
        self.arrows.iter().try_for_each(|arrow| label(&sheet, arrow))?;
        self.boxes.iter().try_for_each(|tile| draw_tile(&sheet, tile))
    }
}

fn draw_arrow<DB: DrawingBackend>(sheet: &Sheet<'_, DB>, arrow: &Arrow) -> Drawn<DB> {
    let width = arrow.share.map_or(THIN, |share| THIN + (THICK - THIN) * share.min(1.0));
    let colour = if arrow.share.is_some() { arrow.colour } else { FAINT };
    let mut points = flattened(&arrow.path);
    let head = HEAD + 1.6 * width;
    let Some((tip, neck)) = cut(&mut points, head) else { return Ok(()) };
    let stroke = if arrow.share.is_some() { Stroke::Solid } else { Stroke::Dashed };
    sheet.stroke(&points, stroke, Ink::line(colour, width))?;
    let (dx, dy) = ((tip.0 - neck.0) / head, (tip.1 - neck.1) / head);
    let half = head * 0.42;
    let back = (neck.0 - dx, neck.1 - dy);
    let wings = [(back.0 - dy * half, back.1 + dx * half), tip, (back.0 + dy * half, back.1 - dx * half)];
    sheet.area(&wings, Ink::fill(colour, 1.0))
}

/// The words of an arrow, on a bit of paper that keeps other lines away.
fn label<DB: DrawingBackend>(sheet: &Sheet<'_, DB>, arrow: &Arrow) -> Drawn<DB> {
    let (width, height) = extent(&arrow.lines);
    let half = (width / 2.0 + 3.0, height / 2.0 + 1.0);
    let (from, to) = corners(arrow.label, half);
    sheet.block(from, to, Ink::fill(PAPER, 0.92))?;
    lines(sheet, &arrow.lines, arrow.label)
}

fn draw_tile<DB: DrawingBackend>(sheet: &Sheet<'_, DB>, tile: &Tile) -> Drawn<DB> {
    let half = (tile.size.0 / 2.0, tile.size.1 / 2.0);
    let radius = match tile.corners {
        Corners::Node => RADIUS,
        Corners::Ending => half.1.min(24.0),
    };
    let outline = rounded(tile.middle, half, radius);
    sheet.area(&outline, Ink::fill(tile.fill, 1.0))?;
    sheet.line(&outline, Ink::line(tile.border, 1.6))?;
    lines(sheet, &tile.lines, tile.middle)
}

/// Lines of words below each other, centred at a point.
fn lines<DB: DrawingBackend>(sheet: &Sheet<'_, DB>, all: &[Line], middle: (f64, f64)) -> Drawn<DB> {
    let mut top = middle.1 - extent(all).1 / 2.0;
    for line in all {
        let at = (middle.0, top + height(line) / 2.0);
        sheet.write(&line.words, at, Words { size: line.size, colour: line.colour, across: HPos::Center })?;
        top += height(line);
    }
    Ok(())
}

fn corners(middle: (f64, f64), half: (f64, f64)) -> ((f64, f64), (f64, f64)) {
    ((middle.0 - half.0, middle.1 - half.1), (middle.0 + half.0, middle.1 + half.1))
}

/// A rectangle with round corners, as a closed line.
fn rounded(middle: (f64, f64), half: (f64, f64), radius: f64) -> Vec<(f64, f64)> {
    let quarter = |turn: usize| {
        let (right, down) = [(1.0, 1.0), (-1.0, 1.0), (-1.0, -1.0), (1.0, -1.0)][turn];
        let centre = (middle.0 + right * (half.0 - radius), middle.1 + down * (half.1 - radius));
        (0..=8).map(move |step| {
            let angle = (turn as f64 + f64::from(step) / 8.0) * std::f64::consts::FRAC_PI_2;
            (centre.0 + radius * angle.cos(), centre.1 + radius * angle.sin())
        })
    };
    let mut points: Vec<(f64, f64)> = (0..4).flat_map(quarter).collect();
    points.push(points[0]);
    points
}

/// Bézier curves as straight pieces.
fn flattened(path: &[[(f64, f64); 2]]) -> Vec<(f64, f64)> {
    let mut points: Vec<(f64, f64)> = path.first().map(|first| first[0]).into_iter().collect();
    for curve in path.chunks_exact(2) {
        let [[from, leaves], [arrives, to]] = [curve[0], curve[1]];
        points.extend((1..=PIECES).map(|piece| bezier([from, leaves, arrives, to], piece as f64 / PIECES as f64)));
    }
    points
}

fn bezier([a, b, c, d]: [(f64, f64); 4], t: f64) -> (f64, f64) {
    let s = 1.0 - t;
    let weights = [s * s * s, 3.0 * s * s * t, 3.0 * s * t * t, t * t * t];
    let sum =
        |part: fn((f64, f64)) -> f64| weights.iter().zip([a, b, c, d]).map(|(weight, at)| weight * part(at)).sum();
    (sum(|at| at.0), sum(|at| at.1))
}

/// Cuts so much off the end of a line; the end before and after, which are that far apart along the line's last bit.
fn cut(points: &mut Vec<(f64, f64)>, length: f64) -> Option<((f64, f64), (f64, f64))> {
    let tip = *points.last()?;
    let far = |at: &(f64, f64)| (at.0 - tip.0).hypot(at.1 - tip.1) >= length;
    while points.len() > 1 && !points.last().is_some_and(far) {
        points.pop();
    }
    let last = *points.last()?;
    let distance = (tip.0 - last.0).hypot(tip.1 - last.1);
    if distance == 0.0 {
        return None;
    }
    let share = length / distance;
    let neck = (tip.0 + (last.0 - tip.0) * share, tip.1 + (last.1 - tip.1) * share);
    points.push(neck);
    Some((tip, neck))
}
