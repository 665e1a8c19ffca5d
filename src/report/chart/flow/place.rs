//! Places: where boxes, arrows and words stand.
//!
//! Boxes lie in layers and arrows lead down, but for those that lead back. The words of an arrow have a place in a layer of
//! their own, and an arrow that passes a layer has one there too, so that nothing lies on anything else. Which layer is
//! worked out here; where in it, by the crate rust-sugiyama (K. Sugiyama, S. Tagawa and M. Toda, 1981; U. Brandes and B.
//! Köpf, 2001).

use rust_sugiyama::configure::{Config, RankingType};
use rust_sugiyama::from_vertices_and_edges;

use super::contents::extent;
use super::{Arrow, FlowPicture};

/// Free space around the drawing, and above it for title and subtitle [points].
const EDGE: f64 = 28.0;
const HEAD: f64 = 84.0;
/// The narrowest sheet, so that the title fits [points].
const NARROWEST: f64 = 640.0;
/// Space between two in one layer, and from one layer to the next [points].
const APART: f64 = 26.0;
const BELOW: f64 = 30.0;
/// Room that an arrow has which passes a layer [points].
const PASSING: f64 = 6.0;

/// What has a place in a layer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Thing {
    Box(usize),
    Words(usize),
    /// Of an arrow.
    Passing(usize),
}

/// Everything that has a place.
struct Layers {
    things: Vec<Thing>,
    /// By thing: its layer.
    rows: Vec<usize>,
    /// From a layer to the next.
    edges: Vec<(usize, usize)>,
    /// By arrow: what it leads through, from above to below.
    through: Vec<Vec<usize>>,
}

/// Finds a place for everything, with the node where contacts enter at the top.
pub(super) fn place(picture: &mut FlowPicture, start: usize) {
    let back = leading_back(picture, start);
    let layers = Layers::of(picture, &back);
    let places = layers.places(picture);
    for (thing, at) in layers.things.iter().zip(&places) {
        match *thing {
            Thing::Box(number) => picture.boxes[number].middle = *at,
            Thing::Words(number) => picture.arrows[number].label = *at,
            Thing::Passing(_) => {}
        }
    }
    for (number, through) in layers.through.iter().enumerate() {
        let points: Vec<(f64, f64)> = through.iter().map(|thing| places[*thing]).collect();
        picture.arrows[number].path = curve(picture, &picture.arrows[number], &points, back[number]);
    }
    settle(picture);
}

/// Which arrows lead back to where a contact comes from, on its way from the start and then from what is left.
fn leading_back(picture: &FlowPicture, start: usize) -> Vec<bool> {
    let (mut back, mut state) = (vec![false; picture.arrows.len()], vec![0_u8; picture.boxes.len()]);
    for first in std::iter::once(start).chain(0..picture.boxes.len()) {
        if state[first] != 0 {
            continue;
        }
        state[first] = 1;
        let mut path = vec![(first, 0)];
        while let Some((node, arrow)) = path.pop() {
            let Some((number, to)) =
                picture.arrows.iter().enumerate().skip(arrow).find(|(_, it)| it.from == node).map(|it| (it.0, it.1.to))
            else {
                state[node] = 2;
                continue;
            };
            path.push((node, number + 1));
            back[number] = state[to] == 1;
            if state[to] == 0 {
                state[to] = 1;
                path.push((to, 0));
            }
        }
    }
    back
}

/// The upper and the lower box of an arrow.
fn ends(arrow: &Arrow, back: bool) -> (usize, usize) {
    if back { (arrow.to, arrow.from) } else { (arrow.from, arrow.to) }
}

impl Layers {
    /// Each box two layers below the lowest that leads to it, for the words between.
    fn of(picture: &FlowPicture, back: &[bool]) -> Self {
        let mut of_box = vec![0; picture.boxes.len()];
        let arrows = || picture.arrows.iter().zip(back).map(|(arrow, back)| ends(arrow, *back));
        for _ in 0..picture.boxes.len() {
            for (above, below) in arrows() {
                of_box[below] = of_box[below].max(of_box[above] + 2);
            }
        }
        let mut layers = Self {
            things: (0..picture.boxes.len()).map(Thing::Box).collect(),
            rows: of_box,
            edges: Vec::new(),
            through: Vec::new(),
        };
        for (number, (above, below)) in arrows().enumerate() {
            layers.lead(number, (above, below), back[number]);
        }
        layers
    }

    /// An arrow leads from a box down to another; its words stand next to the box that it comes from.
    fn lead(&mut self, number: usize, (above, below): (usize, usize), back: bool) {
        let (first, last) = (self.rows[above] + 1, self.rows[below] - 1);
        let mut through = Vec::new();
        let mut before = above;
        for layer in first..=last {
            let words = layer == if back { last } else { first };
            self.things.push(if words { Thing::Words(number) } else { Thing::Passing(number) });
            self.rows.push(layer);
            let this = self.things.len() - 1;
            self.edges.push((before, this));
            through.push(this);
            before = this;
        }
        self.edges.push((before, below));
        self.through.push(through);
    }

    fn size(&self, picture: &FlowPicture, thing: usize) -> (f64, f64) {
        match self.things[thing] {
            Thing::Box(number) => picture.boxes[number].size,
            Thing::Words(number) => {
                let (width, height) = extent(&picture.arrows[number].lines);
                (width + 8.0, height + 4.0)
            }
            Thing::Passing(_) => (PASSING, PASSING),
        }
    }

    /// The middle of everything.
    fn places(&self, picture: &FlowPicture) -> Vec<(f64, f64)> {
        let across = self.across(picture);
        let down = self.down(picture);
        across.into_iter().zip(&self.rows).map(|(x, layer)| (x, down[*layer])).collect()
    }

    /// Where each thing stands in its layer; parts that nothing joins stand beside each other.
    fn across(&self, picture: &FlowPicture) -> Vec<f64> {
        let sizes: Vec<(u32, (f64, f64))> =
            (0..self.things.len()).map(|thing| (thing as u32, self.size(picture, thing))).collect();
        let edges: Vec<(u32, u32)> = self.edges.iter().map(|(from, to)| (*from as u32, *to as u32)).collect();
        let config =
            Config { vertex_spacing: APART, dummy_vertices: false, ranking_type: RankingType::Up, ..Config::default() };
        let (mut across, mut from) = (vec![0.0; self.things.len()], 0.0);
        for (part, ..) in from_vertices_and_edges(&sizes, &edges, &config) {
            let half = |thing: usize| sizes[thing].1.0 / 2.0;
            let low = part.iter().map(|(thing, at)| at.0 - half(*thing)).fold(f64::INFINITY, f64::min);
            let high = part.iter().map(|(thing, at)| at.0 + half(*thing)).fold(f64::NEG_INFINITY, f64::max);
            for (thing, at) in part {
                across[thing] = at.0 - low + from;
            }
            from += high - low + 2.0 * APART;
        }
        self.spread(picture, across)
    }

    /// Moves apart what is too close in its layer, from left to right.
    fn spread(&self, picture: &FlowPicture, mut across: Vec<f64>) -> Vec<f64> {
        let last = self.rows.iter().max().copied().unwrap_or(0);
        for layer in 0..=last {
            let mut here: Vec<usize> = (0..self.things.len()).filter(|thing| self.rows[*thing] == layer).collect();
            here.sort_by(|one, other| across[*one].total_cmp(&across[*other]));
            for pair in here.windows(2) {
                let [left, right] = [pair[0], pair[1]].map(|thing| self.size(picture, thing).0);
                let least = f64::midpoint(left, right) + APART / 2.0;
                across[pair[1]] = across[pair[1]].max(across[pair[0]] + least);
            }
        }
        across
    }

    /// By layer: its middle.
    fn down(&self, picture: &FlowPicture) -> Vec<f64> {
        let last = self.rows.iter().max().copied().unwrap_or(0);
        let (mut middles, mut top) = (Vec::new(), 0.0);
        for layer in 0..=last {
            let here = (0..self.things.len()).filter(|thing| self.rows[*thing] == layer);
            let height = here.map(|thing| self.size(picture, thing).1).fold(0.0, f64::max);
            middles.push(top + height / 2.0);
            top += height + BELOW;
        }
        middles
    }
}

/// The curve of an arrow through some points from above to below: straight up and down at each of them.
fn curve(picture: &FlowPicture, arrow: &Arrow, through: &[(f64, f64)], back: bool) -> Vec<[(f64, f64); 2]> {
    let (above, below) = ends(arrow, back);
    let (upper, lower) = (&picture.boxes[above], &picture.boxes[below]);
    let first = (beside(upper.middle.0, upper.size.0, through), upper.middle.1 + upper.size.1 / 2.0);
    let last = (
        beside(lower.middle.0, lower.size.0, &through[through.len().saturating_sub(1)..]),
        lower.middle.1 - lower.size.1 / 2.0,
    );
    let mut points: Vec<(f64, f64)> = std::iter::once(first).chain(through.iter().copied()).chain([last]).collect();
    if back {
        points.reverse();
    }
    let bend = |from: (f64, f64), to: (f64, f64)| (to.1 - from.1) * 0.5;
    let mut path = vec![[points[0], (points[0].0, points[0].1 + bend(points[0], points[1]))]];
    for (number, pair) in points.windows(2).enumerate() {
        let (from, to) = (pair[0], pair[1]);
        path.push([(to.0, to.1 - bend(from, to)), to]);
        if let Some(next) = points.get(number + 2) {
            // The way out of a corner may be longer or shorter than the way in.
            path.push([to, (to.0, to.1 + bend(to, *next))]);
        }
    }
    path
}

/// Where an arrow meets the side of a box: below or above the point it comes from, if that is within the box.
fn beside(middle: f64, width: f64, towards: &[(f64, f64)]) -> f64 {
    let room = (width / 2.0 - 14.0).max(0.0);
    towards.first().map_or(middle, |at| middle + (0.5 * (at.0 - middle)).clamp(-room, room))
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
    let labels = picture.arrows.iter().map(|arrow| (arrow.label, extent(&arrow.lines)));
    let corners = tiles.chain(labels).flat_map(|(middle, size)| {
        let half = (size.0 / 2.0, size.1 / 2.0);
        [(middle.0 - half.0, middle.1 - half.1), (middle.0 + half.0, middle.1 + half.1)]
    });
    let all: Vec<(f64, f64)> = corners.collect();
    let end = |pick: fn(f64, f64) -> f64, start: f64| {
        all.iter().fold((start, start), |end, at| (pick(end.0, at.0), pick(end.1, at.1)))
    };
    (end(f64::min, f64::INFINITY), end(f64::max, f64::NEG_INFINITY))
}
