//! Contents: what is written in the boxes and beside the arrows of a flow.

use super::super::colour::{DARK, FAINT, GREEN, GREY, INK, ORANGE, PAPER, PURPLE, QUIET, SKY, TEAL, VERMILION};
use super::super::font;
use super::super::picture::Colour;
use super::walks::Taken;
use super::{Arrow, Corners, FlowPicture, Line, Tile, Walks, place};
use crate::scenario::{Aim, Ending, Flow, Node, Scenario, Turn, Way};
use crate::units::{FlowId, NodeId, Span};

/// Sizes of letters [points].
const NAME: f64 = 17.0;
const SMALL: f64 = 13.5;
/// Words longer than this are shortened [points].
const WIDEST: f64 = 230.0;
/// Space between words and border [points].
const PADDING: (f64, f64) = (16.0, 11.0);
/// Backgrounds, paler than the borders.
const ASKS: Colour = Colour(0xE6, 0xF2, 0xFA);
const ENDS: Colour = Colour(0xE3, 0xF4, 0xEE);
const OVER: Colour = Colour(0xF0, 0xF0, 0xF0);
const WARM: Colour = Colour(0xFB, 0xEC, 0xDD);

impl FlowPicture {
    /// One flow of a scenario, with what was seen of it.
    pub fn new(scenario: &Scenario, flow: FlowId, walks: &Walks) -> Self {
        let of = &scenario.flows[flow.index()];
        let seen = Seen { flow: of, number: flow.index(), walks };
        let mut boxes: Vec<Tile> = (0..of.nodes.len()).map(|node| seen.tile(node)).collect();
        let mut arrows = Vec::new();
        for (node, of) in of.nodes.iter().enumerate() {
            for (number, way) in of.ways.iter().enumerate() {
                let to = match way.to {
                    Aim::Node(next) if next.index() != node => next.index(),
                    Aim::End(ending @ (Ending::Resolved | Ending::FalselyContained)) if way.possible => {
                        boxes.push(ending_of(ending));
                        boxes.len() - 1
                    }
                    _ => continue,
                };
                arrows.push(seen.arrow((node, to), (number, way)));
            }
        }
        let visits = seen.entered();
        let mut picture = Self {
            title: format!("The flow {}, {}", of.name, scenario.title),
            subtitle: "shares of those at a node, and their mean time there; thick arrows are taken by many".to_owned(),
            description: format!("{} nodes, {visits} visits; each arrow has its share and mean time.", of.nodes.len()),
            boxes,
            arrows,
            size: (0.0, 0.0),
        };
        place::place(&mut picture, of.start.index());
        picture
    }
}

/// A flow and what was seen of it.
struct Seen<'a> {
    flow: &'a Flow,
    number: usize,
    walks: &'a Walks,
}

impl Seen<'_> {
    /// Contacts that came in: at the first node, but not from another one.
    fn entered(&self) -> u64 {
        let start = self.flow.start;
        let back = |(node, of): (usize, &Node)| -> u64 {
            let taken = self.walks.from(self.number, node).iter().zip(&of.ways);
            taken.filter(|(_, way)| way.to == Aim::Node(start)).map(|(taken, _)| taken.times).sum()
        };
        let again: u64 = self.flow.nodes.iter().enumerate().map(back).sum();
        self.walks.visits(self.number, start.index()).saturating_sub(again)
    }

    fn tile(&self, number: usize) -> Tile {
        let (node, visits) = (&self.flow.nodes[number], self.walks.visits(self.number, number));
        let taken = self.walks.from(self.number, number);
        let mut lines = vec![line(&self.flow.names[number], NAME, INK), line(&kind(node, taken), SMALL, QUIET)];
        lines.push(line(&format!("{} of all visits", share(visits, self.entered())), SMALL, QUIET));
        let inside = node.ways.iter().zip(taken).filter(|(way, _)| way.possible);
        for (way, taken) in inside {
            let again = way.to == Aim::Node(NodeId::of(number));
            if let Some((words, colour)) = ending(way).or(again.then_some(("again", QUIET))) {
                lines.push(line(&format!("{words} {}", share(taken.times, visits)), SMALL, colour));
            }
        }
        let (fill, border, corners) = look(node);
        tile(lines, fill, border, corners)
    }

    fn arrow(&self, (from, to): (usize, usize), (number, way): (usize, &Way)) -> Arrow {
        let (taken, visits) = (self.walks.from(self.number, from)[number], self.walks.visits(self.number, from));
        let mut lines = Vec::new();
        if !way.name.is_empty() && !matches!(way.to, Aim::End(_)) {
            lines.push(line(&way.name, SMALL, INK));
        }
        let time =
            taken.mean().filter(|time| *time > Span::ZERO).map_or(String::new(), |time| format!(" · {}", told(time)));
        lines.push(line(&format!("{}{time}", share(taken.times, visits)), SMALL, QUIET));
        let of_all = taken.times as f64 / self.entered().max(1) as f64;
        Arrow {
            from,
            to,
            lines,
            colour: colour(way),
            share: (taken.times > 0).then_some(of_all),
            path: Vec::new(),
            label: (0.0, 0.0),
        }
    }
}

/// What is done at a node, and how long it takes on the whole.
fn kind(node: &Node, taken: &[Taken]) -> String {
    let time = Taken::mean_of(taken).filter(|time| *time > Span::ZERO);
    match (node.ways.first(), time) {
        (Some(way), _) if node.ways.len() == 1 && !matches!(way.to, Aim::Node(_)) && !way.name.is_empty() => match time
        {
            Some(time) => format!("{} · {}", way.name, told(time)),
            None => way.name.clone(),
        },
        (_, Some(time)) => format!("{} · {}", node.keyword, told(time)),
        (_, None) => node.keyword.to_owned(),
    }
}

/// What is written inside a box of a way that ends there.
fn ending(way: &Way) -> Option<(&'static str, Colour)> {
    match way.to {
        Aim::End(Ending::HungUp) => Some(("hang up", VERMILION)),
        Aim::End(Ending::LeftMessage) => Some(("leave a message", GREEN)),
        Aim::End(Ending::Deflected) => Some(("go elsewhere", GREEN)),
        Aim::End(Ending::Surveyed) => Some(("answer", GREEN)),
        _ => None,
    }
}

/// Background, border and corners of a node.
fn look(node: &Node) -> (Colour, Colour, Corners) {
    let goes_on = node.ways.iter().any(|way| matches!(way.to, Aim::Node(_)));
    let asks = node.ways.iter().filter(|way| matches!(way.to, Aim::Node(_))).count() > 1;
    let over = node.ways.iter().any(|way| matches!(way.to, Aim::End(Ending::Closed | Ending::TransferredOut)));
    match (goes_on, asks, over) {
        (true, true, _) => (ASKS, SKY, Corners::Node),
        (true, false, _) => (PAPER, GREY, Corners::Node),
        (false, _, true) => (OVER, GREY, Corners::Ending),
        (false, _, false) => (ENDS, GREEN, Corners::Ending),
    }
}

/// The box of a visit that self-service ends.
fn ending_of(ending: Ending) -> Tile {
    match ending {
        Ending::FalselyContained => tile(vec![line("falsely contained", NAME, INK)], WARM, ORANGE, Corners::Ending),
        _ => tile(vec![line("resolved", NAME, INK)], ENDS, GREEN, Corners::Ending),
    }
}

/// Ways that nobody wants stand out.
fn colour(way: &Way) -> Colour {
    match way.turn {
        Turn::Failed => ORANGE,
        Turn::ZeroOut => PURPLE,
        Turn::Closed => GREY,
        Turn::Resolved => GREEN,
        Turn::FalselyContained => VERMILION,
        Turn::Case(_) => TEAL,
        _ if way.possible => DARK,
        _ => FAINT,
    }
}

fn tile(lines: Vec<Line>, fill: Colour, border: Colour, corners: Corners) -> Tile {
    let (width, height) = extent(&lines);
    let size = (width + 2.0 * PADDING.0, height + 2.0 * PADDING.1);
    Tile { lines, fill, border, corners, middle: (0.0, 0.0), size }
}

/// Words, shortened where they are too long.
fn line(words: &str, size: f64, colour: Colour) -> Line {
    Line { words: font::fitted(words, size, WIDEST), size, colour }
}

/// Width and height that lines take [points].
pub(super) fn extent(lines: &[Line]) -> (f64, f64) {
    let width = lines.iter().map(|line| font::width(&line.words, line.size)).fold(0.0, f64::max);
    (width.ceil(), lines.iter().map(height).sum())
}

/// Height that a line takes [points].
pub(super) fn height(line: &Line) -> f64 {
    (line.size * 1.3).ceil()
}

/// A share in percent: `62 %`, `0.4 %`; a dash where nobody came.
fn share(times: u64, of: u64) -> String {
    if of == 0 {
        return "–".to_owned();
    }
    let percent = 100.0 * times as f64 / of as f64;
    let whole = times == 0 || times == of || (9.95..90.05).contains(&percent);
    if whole { format!("{percent:.0} %") } else { format!("{percent:.1} %") }
}

/// A time to the second, or to its tenth below ten.
fn told(time: Span) -> String {
    let seconds = time.as_seconds();
    let whole = seconds.round() as u64;
    match whole {
        0..10 => format!("{seconds:.1} s"),
        10..60 => format!("{whole} s"),
        60..3_600 => format!("{}m {:02}s", whole / 60, whole % 60),
        _ => format!("{}h {:02}m", whole / 3_600, whole / 60 % 60),
    }
}
