//! Places: where boxes, arrows and words stand, found by the layered layout of the crate layout-rs.
//!
//! That crate measures boxes by the letters of a text; a text with as many letters across and lines down as a box has
//! points, set in letters of one point, has the box's size.

use layout::core::base::Orientation;
use layout::core::color::Color;
use layout::core::format::{ClipHandle, RenderBackend};
use layout::core::geometry::Point;
use layout::core::style::{LineStyleKind, StyleAttr};
use layout::std_shapes::shapes::{Arrow as Edge, Element, LineEndKind, ShapeKind};
use layout::topo::layout::VisualGraph;

use super::contents::extent;
use super::{Arrow, FlowPicture};

/// Free space around the drawing, and above it for title and subtitle [points].
const EDGE: f64 = 28.0;
const HEAD: f64 = 84.0;
/// The narrowest sheet, so that the title fits [points].
const NARROWEST: f64 = 640.0;

/// Finds a place for everything, beginning with the node where contacts enter.
pub(super) fn place(picture: &mut FlowPicture, start: usize) {
    let mut graph = VisualGraph::new(Orientation::TopToBottom);
    let mut handles = vec![None; picture.boxes.len()];
    // What comes first in the graph stays at the top where there are loops.
    let order = std::iter::once(start).chain((0..picture.boxes.len()).filter(|number| *number != start));
    for number in order {
        let (width, height) = picture.boxes[number].size;
        let text = spread(&format!("b{number}"), (width - 10.0, height - 10.0));
        let element =
            Element::create(ShapeKind::new_box(&text), style(), Orientation::TopToBottom, Point::new(1.0, 1.0));
        handles[number] = Some(graph.add_node(element));
    }
    for (number, arrow) in picture.arrows.iter().enumerate() {
        let (width, height) = extent(&arrow.lines);
        let mut edge = Edge::new(
            LineEndKind::None,
            LineEndKind::Arrow,
            LineStyleKind::Normal,
            &spread(&format!("a{number}"), (width, height)),
            &style(),
            &None,
            &None,
        );
        edge.properties = Some(number.to_string());
        if let (Some(from), Some(to)) = (handles[arrow.from], handles[arrow.to]) {
            graph.add_edge(edge, from, to);
        }
    }
    let mut found = Found { picture };
    graph.do_it(false, false, false, &mut found);
    settle(picture);
}

/// Letters of one point.
fn style() -> StyleAttr {
    StyleAttr::new(Color::fast("black"), 1, None, 0, 1)
}

/// A text of this size in letters of one point, which begins with a name.
fn spread(name: &str, (width, height): (f64, f64)) -> String {
    let first = format!("{name:.<across$}", across = (width.max(1.0)) as usize);
    let lines =
        std::iter::once(first.as_str()).chain(std::iter::repeat_n(".", (height.max(1.0) as usize).saturating_sub(1)));
    lines.collect::<Vec<_>>().join("\n")
}

/// The number after the letter that says what a text stands for.
fn numbered(text: &str, letter: char) -> Option<usize> {
    text.strip_prefix(letter)?.split(['.', '\n']).next()?.parse().ok()
}

/// Notes where everything was put.
struct Found<'a> {
    picture: &'a mut FlowPicture,
}

impl RenderBackend for Found<'_> {
    fn draw_rect(&mut self, _: Point, _: Point, _: &StyleAttr, _: Option<String>, _: Option<ClipHandle>) {}

    fn draw_line(&mut self, _: Point, _: Point, _: &StyleAttr, _: Option<String>) {}

    fn draw_circle(&mut self, _: Point, _: Point, _: &StyleAttr, _: Option<String>) {}

    fn draw_text(&mut self, at: Point, text: &str, _: &StyleAttr) {
        if let Some(number) = numbered(text, 'b') {
            self.picture.boxes[number].middle = (at.x, at.y);
        } else if let Some(number) = numbered(text, 'a') {
            self.picture.arrows[number].label = (at.x, at.y);
        }
    }

    fn draw_arrow(
        &mut self,
        path: &[(Point, Point)],
        _: bool,
        head: (bool, bool),
        _: &StyleAttr,
        properties: Option<String>,
        _: &str,
    ) {
        let Some(number) = properties.and_then(|number| number.parse::<usize>().ok()) else { return };
        self.picture.arrows[number].path = if head.0 { reversed(path) } else { corners(path) };
    }

    fn create_clip(&mut self, _: Point, _: Point, _: usize) -> ClipHandle {
        0
    }
}

fn corners(path: &[(Point, Point)]) -> Vec<[(f64, f64); 2]> {
    path.iter().map(|(one, other)| [(one.x, one.y), (other.x, other.y)]).collect()
}

/// The same curve from its end: the first pair is a point and its control point, every other one the other way round,
/// and a corner between two curves has the same control point mirrored on its other side.
fn reversed(path: &[(Point, Point)]) -> Vec<[(f64, f64); 2]> {
    let forward = corners(path);
    let last = forward.len() - 1;
    let mut back = vec![[forward[last][1], forward[last][0]]];
    for number in (1..last).rev() {
        let [control, corner] = forward[number];
        back.push([mirrored(control, corner), corner]);
    }
    back.push([forward[0][1], forward[0][0]]);
    back
}

/// The other side of a point.
fn mirrored(point: (f64, f64), centre: (f64, f64)) -> (f64, f64) {
    (2.0 * centre.0 - point.0, 2.0 * centre.1 - point.1)
}

/// Moves everything to where the sheet begins, and makes the sheet as large as that needs.
fn settle(picture: &mut FlowPicture) {
    let (low, high) = bounds(picture);
    let width = (high.0 - low.0 + 2.0 * EDGE).max(NARROWEST).ceil();
    let offset = ((width - (high.0 - low.0)) / 2.0 - low.0, HEAD + EDGE / 2.0 - low.1);
    let shift = |point: &mut (f64, f64)| *point = (point.0 + offset.0, point.1 + offset.1);
    picture.boxes.iter_mut().for_each(|tile| shift(&mut tile.middle));
    for arrow in &mut picture.arrows {
        shift(&mut arrow.label);
        arrow.path.iter_mut().flatten().for_each(shift);
    }
    picture.size = (width, (high.1 - low.1 + HEAD + 1.5 * EDGE).ceil());
}

/// The least and the greatest place across and down.
fn bounds(picture: &FlowPicture) -> ((f64, f64), (f64, f64)) {
    let tiles = picture.boxes.iter().map(|tile| (tile.middle, tile.size));
    let labels = picture.arrows.iter().map(|arrow: &Arrow| (arrow.label, extent(&arrow.lines)));
    let corners = tiles.chain(labels).flat_map(|(middle, size)| {
        let half = (size.0 / 2.0, size.1 / 2.0);
        [(middle.0 - half.0, middle.1 - half.1), (middle.0 + half.0, middle.1 + half.1)]
    });
    let paths = picture.arrows.iter().flat_map(|arrow| arrow.path.iter().flatten().copied());
    let all: Vec<(f64, f64)> = corners.chain(paths).collect();
    let end = |pick: fn(f64, f64) -> f64, start: f64| {
        all.iter().fold((start, start), |end, at| (pick(end.0, at.0), pick(end.1, at.1)))
    };
    (end(f64::min, f64::INFINITY), end(f64::max, f64::NEG_INFINITY))
}
