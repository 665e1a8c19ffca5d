//! Ranking: what waiting contacts are compared by, worked out as far as it does not depend on the moment.
//!
//! An order that time does not change is worked out into a few numbers of each lane. Any other is a list of measures
//! by lane, to be taken of the first contact of each lane whenever an agent asks.

use std::sync::Arc;

use super::LanePlan;
use super::keys::{Keys, asks, governing, limits, orders};
use super::settled::settle;
use crate::expression::Program;
use crate::routing::ContactKey;
use crate::scenario::{PairPoints, Scan, Scenario};
use crate::units::TICKS_PER_SECOND;

/// Ticks of a minute.
const TICKS_PER_MINUTE: f64 = (60 * TICKS_PER_SECOND) as f64;
/// Farthest that the wait counted of a contact may be moved [ticks].
const FARTHEST: f64 = (i64::MAX / 4) as f64;

/// What waiting contacts are compared by.
#[derive(Debug, Clone)]
pub struct Ranking {
    /// Order within a lane.
    pub within: Within,
    /// By lane: its order, where lanes differ; else empty.
    pub within_lane: Vec<Within>,
    /// Measures of lanes, where the order of lanes changes with time; else the numbers in `LanePlan` say it.
    pub moving: Option<Arc<Measures>>,
    /// By lane: all lanes of its queue, where only the head of that may be taken; empty where that is nowhere so.
    pub head_only: Vec<Vec<u32>>,
    /// Whether an agent's choice takes more than comparing the first contacts of lanes with each other: orders of
    /// queues, windows, measures of the agent, or queues that the agent may be above the target of.
    pub is_special: bool,
    /// Whether some measure goes by the contacts that agents have taken so far.
    pub reads_answers: bool,
    /// Whether contacts that are equal under all keys go by the wait that counts, before they go by arrival.
    pub then_by_wait: bool,
    /// The same measures, whether or not the order of lanes changes with time, for those who tell of decisions.
    pub told: Arc<Measures>,
}

impl Ranking {
    /// Whether the oldest contact of each lane is its first, whichever lane it is in, and time changes no order.
    pub fn is_indexed(&self) -> bool {
        self.within == Within::Oldest && self.moving.is_none() && self.head_only.is_empty() && !self.is_special
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
    /// As `Ranking::within_lane` says.
    ByLane,
}

/// What is measured of the first contact of each lane: the largest is first, first measure first.
#[derive(Debug, Clone)]
pub struct Measures {
    /// What contacts of different queues are compared by; those of one queue too, where it has no order of its own.
    pub order: Keys,
    /// By queue: what its contacts are compared by with each other; empty where no queue has an order of its own.
    pub own: Vec<Option<Keys>>,
    /// By lane: its queue.
    pub queues: Vec<u32>,
    /// By queue: its lanes.
    pub lanes: Vec<Vec<u32>>,
    /// Contact types, where some key goes by their mean waits; else 0.
    pub kinds: usize,
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
    /// A number drawn at the decision for each contact.
    DrawnEach,
    /// The wait and what its queue will need for the next contact [seconds].
    Predicted,
    /// Mean wait of this contact type and of the one measured, times this [by the tick].
    MeanWait(u32, f64),
    /// Sum of measures, each so many times.
    Sum(Vec<(Self, f64)>),
    /// By team of the agent who asks: target of its queue, from which the queue's share of the agent's work is taken.
    Deficit(Vec<Option<f64>>),
    /// By team of the agent who asks: points of the contact and the agent together.
    Pair(Vec<PairPoints>),
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
    /// What its queue will need for the next contact [seconds].
    Further,
    /// The wait [seconds].
    Wait,
    /// Time since it reached the centre [seconds].
    SinceArrival,
}

impl Known {
    /// Whether it may differ between contacts of one lane.
    const fn tells_apart(self) -> bool {
        !matches!(self, Self::Fixed(_) | Self::Length | Self::Further)
    }
}

impl Line {
    pub(super) const fn of(base: f64, per_minute: f64) -> Self {
        Self { base, per_minute, least: f64::NEG_INFINITY, most: f64::INFINITY }
    }

    /// Whether its points have no bounds.
    pub(super) fn is_unbounded(&self) -> bool {
        self.least == f64::NEG_INFINITY && self.most == f64::INFINITY
    }

    /// Points after so long a wait [ticks]; what is not a number counts as the fewest.
    #[inline]
    pub fn after(&self, wait: i64) -> f64 {
        let points = self.base + self.per_minute * (wait as f64 / TICKS_PER_MINUTE);
        if points.is_nan() { f64::NEG_INFINITY } else { points.min(self.most).max(self.least) }
    }

    /// By how much the wait begins later for it to say the same as the line [ticks].
    pub(super) fn delay(&self) -> i64 {
        (-self.base / self.per_minute * TICKS_PER_MINUTE).round().clamp(-FARTHEST, FARTHEST) as i64
    }
}

impl Ranking {
    /// The ranking of a scenario; what time does not change is written into the lanes.
    pub(super) fn new(scenario: &Scenario, lanes: &mut [LanePlan]) -> Self {
        let (order, own) = orders(scenario, lanes);
        let within = |(number, lane): (usize, &LanePlan)| governing(&order, &own, lane.queue).within(number);
        let within_lane: Vec<Within> = lanes.iter().enumerate().map(within).collect();
        let alike = within_lane.windows(2).all(|pair| pair[0] == pair[1]);
        let settled = own.is_empty() && order.windows.is_empty() && settle(&order.measures, lanes);
        let tells_apart = order.measures.iter().flatten().any(|measure| measure.within().is_some());
        let is_special = !own.is_empty() || !order.windows.is_empty() || asks(&order) || limits(scenario);
        let is_special = is_special || !settled && own.iter().flatten().any(asks);
        let (head_only, queues) = (head_only(scenario, lanes), lanes.iter().map(|lane| lane.queue.0).collect());
        let of = |queue| {
            let lanes = (0..).zip(lanes.iter());
            lanes.filter(move |(_, lane)| lane.queue.0 == queue).map(|(lane, _)| lane).collect()
        };
        let lanes = (0..scenario.queues.len() as u32).map(of).collect();
        let by_mean = scenario.contact_keys().any(|key| key.uses(&ContactKey::MeanWaitToObjective));
        let kinds = if by_mean { scenario.contacts.len() } else { 0 };
        let told = Arc::new(Measures { order, own, queues, lanes, kinds });
        Self {
            within: if alike { within_lane.first().copied().unwrap_or(Within::Oldest) } else { Within::ByLane },
            within_lane: if alike { Vec::new() } else { within_lane },
            moving: (!settled).then(|| Arc::clone(&told)),
            head_only,
            is_special,
            reads_answers: scenario.contact_keys().any(ContactKey::reads_answers),
            then_by_wait: !settled || !tells_apart,
            told,
        }
    }

    /// Whether chance orders some lane.
    pub fn draws(&self) -> bool {
        self.within == Within::Drawn || self.within_lane.contains(&Within::Drawn)
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

impl Measure {
    /// How it orders the contacts of one lane, if it tells them apart.
    pub(super) fn within(&self) -> Option<Within> {
        match self {
            Self::Line(line) if line.per_minute < 0.0 => Some(Within::Newest),
            Self::Line(line) if line.per_minute > 0.0 => Some(Within::Oldest),
            Self::Drawn => Some(Within::Drawn),
            Self::Program(_, sources) if sources.iter().any(|source| source.tells_apart()) => Some(Within::Oldest),
            Self::Predicted | Self::Pair(_) | Self::MeanWait(..) => Some(Within::Oldest),
            Self::Sum(parts) => Self::within_sum(parts),
            _ => None,
        }
    }

    /// The same of a sum: where it grows with the wait on the whole, or does not go along a line, the oldest is first.
    fn within_sum(parts: &[(Self, f64)]) -> Option<Within> {
        let slope =
            |(part, weight): &(Self, f64)| if let Self::Line(line) = part { line.per_minute * weight } else { 0.0 };
        let lines = parts.iter().all(|(part, _)| matches!(part, Self::Line(_)));
        let steepness: f64 = parts.iter().map(slope).sum();
        match parts.iter().any(|(part, weight)| *weight != 0.0 && part.within().is_some()) {
            true if lines && steepness < 0.0 => Some(Within::Newest),
            true => Some(Within::Oldest),
            false => None,
        }
    }
}
