//! Ranking: what waiting contacts are compared by, worked out as far as it does not depend on the moment.
//!
//! An order that time does not change is worked out into a few numbers of each lane. Any other is a list of measures
//! by lane, to be taken of the first contact of each lane whenever an agent asks.

use std::sync::Arc;

use super::LanePlan;
use crate::expression::{Program, Vocabulary};
use crate::routing::{ContactKey, QueueKey, Urgent};
use crate::scenario::{ContactType, Queue, Scan, Scenario};
use crate::units::{Span, TICKS_PER_SECOND};

/// Ticks of a minute.
const TICKS_PER_MINUTE: f64 = (60 * TICKS_PER_SECOND) as f64;
/// Farthest that the wait counted of a contact may be moved [ticks].
const FARTHEST: f64 = (i64::MAX / 4) as f64;

/// What waiting contacts are compared by.
#[derive(Debug, Clone)]
pub struct Ranking {
    /// Order within a lane.
    pub within: Within,
    /// Measures of lanes, where the order of lanes changes with time; else the numbers in `LanePlan` say it.
    pub moving: Option<Arc<Measures>>,
    /// By lane: all lanes of its queue, where only the head of that may be taken; empty where that is nowhere so.
    pub head_only: Vec<Vec<u32>>,
}

impl Ranking {
    /// Whether the oldest contact of each lane is its first, whichever lane it is in, and time changes no order.
    pub fn is_indexed(&self) -> bool {
        self.within == Within::Oldest && self.moving.is_none() && self.head_only.is_empty()
    }
}

/// Order of the contacts of one lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Within {
    /// Longest wait first.
    Oldest,
    /// Shortest wait first.
    Newest,
    /// Any of them, each equally likely at every decision.
    Drawn,
}

/// What is measured of the first contact of each lane: the largest is first, first measure first.
#[derive(Debug, Clone)]
pub struct Measures {
    /// By key, then lane.
    pub keys: Vec<Vec<Measure>>,
    /// By lane: its queue.
    pub queues: Vec<u32>,
    /// By queue: its lanes.
    pub lanes: Vec<Vec<u32>>,
}

/// One measure of the first contact of a lane.
#[derive(Debug, Clone)]
pub enum Measure {
    /// Points that grow evenly with the wait.
    Line(Line),
    /// A number drawn at the decision.
    Drawn,
    /// Contacts waiting in its queue, so many times.
    Length(f64),
    /// Contacts waiting in its queue, less this share of all that wait.
    Excess(f64),
    /// Longest wait at the heads of the lanes of its queue.
    QueueWait,
    /// A program, and where the values of its fields come from.
    Program(Arc<Program>, Vec<Known>),
}

/// Points that grow evenly with the wait, between two bounds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Line {
    /// Points without a wait.
    pub base: f64,
    /// Points for each minute.
    pub per_minute: f64,
    /// Never less.
    pub least: f64,
    /// Never more.
    pub most: f64,
}

/// Where the value of a field comes from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Known {
    /// It is the same for all contacts of the lane.
    Fixed(f64),
    /// Which attempt it is.
    Attempt,
    /// This less the wait [seconds].
    Left(f64),
    /// Contacts waiting in its queue.
    Length,
    /// The wait [seconds].
    Wait,
    /// Time since it reached the centre [seconds].
    SinceArrival,
}

impl Known {
    /// Whether it may differ between contacts of one lane.
    const fn tells_apart(self) -> bool {
        !matches!(self, Self::Fixed(_) | Self::Length)
    }
}

impl Line {
    const fn of(base: f64, per_minute: f64) -> Self {
        Self { base, per_minute, least: f64::NEG_INFINITY, most: f64::INFINITY }
    }

    /// Points after so long a wait [ticks]; what is not a number counts as the fewest.
    #[inline]
    pub fn after(&self, wait: i64) -> f64 {
        let points = self.base + self.per_minute * (wait as f64 / TICKS_PER_MINUTE);
        if points.is_nan() { f64::NEG_INFINITY } else { points.min(self.most).max(self.least) }
    }

    /// By how much the wait begins later for it to say the same as the line [ticks].
    fn delay(&self) -> i64 {
        (-self.base / self.per_minute * TICKS_PER_MINUTE).round().clamp(-FARTHEST, FARTHEST) as i64
    }
}

impl Ranking {
    /// The ranking of a scenario; what time does not change is written into the lanes.
    pub(super) fn new(scenario: &Scenario, lanes: &mut [LanePlan]) -> Self {
        let routing = &scenario.routing;
        let mut keys: Vec<Vec<Measure>> =
            routing.queue_order.iter().map(|key| of_queues(*key, scenario, lanes)).collect();
        if !keys.is_empty() {
            keys.push(lanes.iter().map(|lane| still(-f64::from(lane.queue.0))).collect());
        }
        keys.extend(routing.contact_order.iter().map(|key| of_contacts(key, scenario, lanes)));
        let within = keys.iter().find_map(|key| within(key)).unwrap_or(Within::Oldest);
        let head_only = head_only(scenario, lanes);
        if settle(&keys, lanes) {
            return Self { within, moving: None, head_only };
        }
        let queues: Vec<u32> = lanes.iter().map(|lane| lane.queue.0).collect();
        let of = |queue| (0..).zip(&queues).filter(move |(_, of)| **of == queue).map(|(lane, _)| lane).collect();
        let lanes = (0..scenario.queues.len() as u32).map(of).collect();
        Self { within, moving: Some(Arc::new(Measures { keys, queues, lanes })), head_only }
    }
}

/// By lane: all lanes of its queue, where only the head of that may be taken.
fn head_only(scenario: &Scenario, lanes: &[LanePlan]) -> Vec<Vec<u32>> {
    let strict = |lane: &LanePlan| scenario.queues[lane.queue.index()].scan == Scan::HeadOnly;
    if !lanes.iter().any(strict) {
        return Vec::new();
    }
    let beside = |lane: &LanePlan| {
        let same = (0..).zip(lanes).filter(|(_, other)| strict(lane) && other.queue == lane.queue);
        same.map(|(number, _)| number).collect()
    };
    lanes.iter().map(beside).collect()
}

/// How a key orders the contacts of one lane, if it tells them apart.
fn within(key: &[Measure]) -> Option<Within> {
    key.iter().find_map(|measure| match measure {
        Measure::Line(line) if line.per_minute < 0.0 => Some(Within::Newest),
        Measure::Line(line) if line.per_minute > 0.0 => Some(Within::Oldest),
        Measure::Drawn => Some(Within::Drawn),
        Measure::Program(_, sources) if sources.iter().any(|source| source.tells_apart()) => Some(Within::Oldest),
        Measure::Line(_) | Measure::Length(_) | Measure::Excess(_) | Measure::QueueWait | Measure::Program(..) => None,
    })
}

fn still(points: f64) -> Measure {
    Measure::Line(Line::of(points, 0.0))
}

/// What a key of the queue order measures, by lane.
fn of_queues(key: QueueKey, scenario: &Scenario, lanes: &[LanePlan]) -> Vec<Measure> {
    let total: f64 = scenario.queues.iter().map(|queue| queue.weight).sum();
    let measure = |lane: &LanePlan| {
        let weight = scenario.queues[lane.queue.index()].weight;
        match key {
            QueueKey::LongestQueue => Measure::Length(1.0),
            QueueKey::LongestWait => Measure::QueueWait,
            QueueKey::MaxWeight => Measure::Length(weight),
            QueueKey::QueueRatio => Measure::Excess(if total > 0.0 { weight / total } else { 0.0 }),
            QueueKey::QueueWeight => still(weight),
        }
    };
    lanes.iter().map(measure).collect()
}

/// What a key of the contact order measures, by lane.
fn of_contacts(key: &ContactKey, scenario: &Scenario, lanes: &[LanePlan]) -> Vec<Measure> {
    let program = if let ContactKey::Expression(formula) = key { Some(Arc::new(Program::new(formula))) } else { None };
    let measure = |lane: &LanePlan| {
        let place = Place::new(scenario, lane);
        match (key, &program) {
            (ContactKey::Random, _) => Measure::Drawn,
            (_, Some(program)) => Measure::Program(Arc::clone(program), place.sources(program)),
            _ => Measure::Line(place.line(key)),
        }
    };
    lanes.iter().map(measure).collect()
}

/// Where the contacts of a lane wait.
struct Place<'a> {
    contact: &'a ContactType,
    queue: &'a Queue,
    /// Priority class.
    class: f64,
}

impl<'a> Place<'a> {
    fn new(scenario: &'a Scenario, lane: &LanePlan) -> Self {
        let (contact, queue) = (&scenario.contacts[lane.kind as usize], &scenario.queues[lane.queue.index()]);
        Self { contact, queue, class: f64::from(lane.urgency) }
    }

    /// Wait that is aimed at [seconds]; more than 0.
    fn objective(&self) -> f64 {
        self.contact.objective.unwrap_or(self.queue.objective).max(Span::ticks(1)).as_seconds()
    }

    /// Mean talk and wrap-up at normal speed [seconds]; more than 0.
    fn handle_time(&self) -> f64 {
        let shortest = Span::ticks(1).as_seconds();
        (self.contact.talk.mean() + self.contact.wrap_up.mean()).max(shortest)
    }

    /// The points of a key that gives points for waiting.
    fn line(&self, key: &ContactKey) -> Line {
        let dearness = self.contact.waiting_cost / self.handle_time();
        match key {
            ContactKey::Cmu => Line::of(dearness, 0.0),
            ContactKey::Deadline => Line::of(-self.objective() / 60.0, 1.0),
            ContactKey::GeneralisedCmu => Line::of(0.0, dearness),
            ContactKey::NewestFirst => Line::of(0.0, -1.0),
            ContactKey::Priority(Urgent::Lower) => Line::of(-self.class, 0.0),
            ContactKey::Priority(Urgent::Higher) => Line::of(self.class, 0.0),
            ContactKey::Score => {
                let score = self.contact.score.unwrap_or(self.queue.score);
                let base = score.base + score.per_class * self.class;
                Line { base, per_minute: score.per_minute, least: score.least, most: score.most }
            }
            ContactKey::WaitToObjective => Line::of(0.0, 60.0 / self.objective()),
            ContactKey::LongestWait | ContactKey::Random | ContactKey::Expression(_) => Line::of(0.0, 1.0),
        }
    }

    /// Where the values of the fields of a program come from.
    fn sources(&self, program: &Program) -> Vec<Known> {
        let vocabulary = Vocabulary::of_contacts();
        program.fields().iter().map(|&field| self.source(&vocabulary.fields[field].name)).collect()
    }

    fn source(&self, field: &str) -> Known {
        match field {
            "attempt" => Known::Attempt,
            "deadline" => Known::Left(self.objective()),
            "handle_time" => Known::Fixed(self.handle_time()),
            "objective" => Known::Fixed(self.objective()),
            "priority" => Known::Fixed(self.class),
            "queue_length" => Known::Length,
            "value" => Known::Fixed(self.contact.value),
            "wait" => Known::Wait,
            "wait_since_arrival" => Known::SinceArrival,
            _ => panic!("the field `{field}` of a contact has a source"),
        }
    }
}

/// Writes an order that time does not change into the lanes; false where time changes it.
///
/// Such an order has at most one key that tells the contacts of a lane apart, and that goes equally fast everywhere.
fn settle(keys: &[Vec<Measure>], lanes: &mut [LanePlan]) -> bool {
    let before = keys.iter().take_while(|key| slope(key) == Some(0.0)).count();
    let (leading, rest) = keys.split_at(before);
    let (time, trailing) = rest.split_at(rest.len().min(1));
    let even = time.iter().all(|key| slope(key).is_some());
    if !even || trailing.iter().any(|key| slope(key) != Some(0.0)) {
        return false;
    }
    let (classes, thens) = (classes(leading, lanes.len()), classes(trailing, lanes.len()));
    for (index, lane) in lanes.iter_mut().enumerate() {
        (lane.class, lane.then) = (classes[index], thens[index]);
        lane.shift = match time.first().map(|key| &key[index]) {
            Some(Measure::Line(line)) if line.per_minute > 0.0 => line.delay(),
            _ => 0,
        };
    }
    true
}

/// Points for each minute, where they are the same in all lanes and without bounds; 0 where all stand still.
fn slope(key: &[Measure]) -> Option<f64> {
    let mut slopes = key.iter().map(|measure| match measure {
        Measure::Line(line) if line.per_minute == 0.0 => Some(0.0),
        Measure::Line(Line { per_minute, least: f64::NEG_INFINITY, most: f64::INFINITY, .. }) => Some(*per_minute),
        _ => None,
    });
    let first = slopes.next()??;
    slopes.all(|slope| slope == Some(first)).then_some(first)
}

/// Classes that say the same as keys that stand still: 0 for the lanes that come first.
fn classes(keys: &[Vec<Measure>], lanes: usize) -> Vec<u16> {
    let points = |lane: usize| -> Vec<f64> {
        let point = |key: &Vec<Measure>| if let Measure::Line(line) = &key[lane] { line.after(0) } else { 0.0 };
        keys.iter().map(point).collect()
    };
    let all: Vec<Vec<f64>> = (0..lanes).map(points).collect();
    let mut distinct = all.clone();
    distinct.sort_by(|one, other| other.partial_cmp(one).unwrap_or(std::cmp::Ordering::Equal));
    distinct.dedup();
    let class = |own: &Vec<f64>| distinct.iter().position(|points| points == own).unwrap_or(0);
    all.iter().map(|own| class(own).min(usize::from(u16::MAX)) as u16).collect()
}
