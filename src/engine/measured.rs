//! Measured lanes: the order of heads where time changes it.
//!
//! Nothing is kept in order: at every decision the heads of the lanes in use are measured, so that its cost grows with
//! lanes, not with contacts.

use std::cmp::Ordering;
use std::sync::Arc;

use super::contact::Contacts;
use super::lanes::Lanes;
use crate::plan::{Keys, Known, Measure, Measures};
use crate::record::ContactRecord;
use crate::routing::estimate::pace::Pace;
use crate::units::{Instant, TICKS_PER_SECOND};

/// Most fields that a program of a key can read.
const FIELDS: usize = 16;

/// What is measured, and the lengths of queues now.
#[derive(Debug, Clone)]
pub(super) struct Measured {
    pub(super) measures: Arc<Measures>,
    /// By queue: contacts in its lanes.
    lengths: Vec<u32>,
    /// By queue: how fast agents take contacts from it.
    paces: Vec<Pace>,
    /// By contact type: waits of those whom agents have taken [ticks], and how many; empty where no key asks.
    means: Vec<(u64, u64)>,
    /// Contacts in all lanes.
    total: u32,
    /// Contacts taken out of lanes, which tells one decision from another.
    decisions: u64,
}

/// When contacts are compared, and for whom.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Moment<'a> {
    pub(crate) now: Instant,
    /// The agent who asks; nobody where contacts are compared for all.
    pub(crate) asking: Option<&'a Asking>,
}

/// What is measured of an agent who asks for a contact.
#[derive(Debug, Clone)]
pub(crate) struct Asking {
    /// Row of the agent's team.
    pub(crate) team: usize,
    /// Time since becoming available [minutes].
    pub(crate) idle: f64,
    /// By queue: its share of the agent's work; empty where no key asks.
    pub(crate) shares: Vec<f64>,
}

impl Moment<'_> {
    /// For nobody in particular.
    pub(crate) fn at(now: Instant) -> Self {
        Self { now, asking: None }
    }
}

impl Measured {
    /// Nobody waiting.
    pub(super) fn new(measures: &Arc<Measures>) -> Self {
        let queues = measures.lanes.len();
        Self {
            measures: Arc::clone(measures),
            lengths: vec![0; queues],
            paces: vec![Pace::default(); queues],
            means: vec![(0, 0); measures.kinds],
            total: 0,
            decisions: 0,
        }
    }

    /// One contact more in a lane, which entered its queue then.
    pub(super) fn insert(&mut self, lane: usize, entered: Instant) {
        let queue = self.measures.queues[lane] as usize;
        if self.lengths[queue] == 0 {
            self.paces[queue].begin(entered);
        }
        self.lengths[queue] += 1;
        self.total += 1;
    }

    /// One contact less in a lane.
    pub(super) fn remove(&mut self, lane: usize) {
        self.lengths[self.measures.queues[lane] as usize] -= 1;
        self.total -= 1;
        self.decisions += 1;
    }

    /// An agent has taken a contact that waited in a queue.
    pub(super) fn taken(&mut self, queue: usize, now: Instant) {
        self.paces[queue].take(now);
    }

    /// An agent has taken a contact, at once or after a wait.
    pub(super) fn answered(&mut self, record: &ContactRecord, now: Instant) {
        if let Some((waits, contacts)) = self.means.get_mut(record.kind.index()) {
            *waits = waits.saturating_add(now.since(record.entered).as_ticks());
            *contacts += 1;
        }
    }

    /// Mean wait of a contact type, with that of one more who is taken now [ticks].
    fn mean_wait(&self, kind: u32, record: &ContactRecord, now: Instant) -> f64 {
        let (waits, contacts) = self.means[kind as usize];
        (waits as f64 + now.since(record.entered).as_ticks() as f64) / (contacts as f64 + 1.0)
    }

    /// The keys that contacts of a queue are compared by with each other, where they are its own.
    pub(super) fn own(&self, queue: u32) -> Option<&Keys> {
        self.measures.own.get(queue as usize)?.as_ref()
    }

    /// Contacts in the queue of a lane.
    fn length(&self, lane: usize) -> f64 {
        f64::from(self.lengths[self.measures.queues[lane] as usize])
    }

    /// What the queue of a lane will need for its next contact [seconds].
    fn further(&self, lane: usize) -> f64 {
        self.paces[self.measures.queues[lane] as usize].mean()
    }

    /// The value of a field for a contact of a lane.
    fn value(&self, source: Known, lane: usize, record: &ContactRecord, now: Instant) -> f64 {
        match source {
            Known::Fixed(value) => value,
            Known::Attempt => f64::from(record.attempt),
            Known::Left(objective) => objective - seconds(wait(record, now)),
            Known::Length => self.length(lane),
            Known::Further => self.further(lane),
            Known::Wait => seconds(wait(record, now)),
            Known::SinceArrival => now.since(record.arrived).as_seconds(),
        }
    }
}

/// How long a contact has waited, with what it was credited with [ticks].
fn wait(record: &ContactRecord, now: Instant) -> i64 {
    now.as_ticks() as i64 - record.ranked_from
}

fn seconds(ticks: i64) -> f64 {
    ticks as f64 / TICKS_PER_SECOND as f64
}

impl Lanes {
    /// The contact that comes first now among the lanes of these masks.
    #[inline(never)]
    pub(super) fn best_measured(&self, contacts: &Contacts, masks: &[u64], moment: Moment<'_>) -> Option<u32> {
        let measured = self.measured.as_deref()?;
        let keys = &measured.measures.order.measures;
        let mut best: Option<(f64, u32)> = None;
        for (word, (mask, busy)) in masks.iter().zip(self.busy.words()).enumerate() {
            let mut rest = mask & busy;
            while rest != 0 {
                let lane = word as u32 * 64 + rest.trailing_zeros();
                rest &= rest - 1;
                let Some(slot) = self.first(lane) else { continue };
                let points = keys.first().map_or(0.0, |key| self.points(key, contacts, slot, moment));
                let later = keys.get(1..).unwrap_or_default();
                let beats = best.is_none_or(|(most, rival)| {
                    points > most || points == most && self.compare_by(later, contacts, (slot, rival), moment).is_lt()
                });
                if beats {
                    best = Some((points, slot));
                }
            }
        }
        best.map(|(_, slot)| slot)
    }

    /// Which of two waiting contacts comes first now: by the keys of their queue, where they share one that has its own,
    /// else by those of the whole centre; before any window.
    pub(super) fn compare_measured(&self, contacts: &Contacts, pair: (u32, u32), moment: Moment<'_>) -> Ordering {
        let Some(measured) = self.measured.as_deref() else { return Ordering::Equal };
        let queue = |slot: u32| measured.measures.queues[contacts[slot].lane as usize];
        let own = if queue(pair.0) == queue(pair.1) { measured.own(queue(pair.0)) } else { None };
        self.compare_by(own.unwrap_or(&measured.measures.order).first_round(), contacts, pair, moment)
    }

    /// Which of two waiting contacts comes first now by these keys, then by wait and arrival.
    pub(super) fn compare_by(
        &self,
        keys: &[Vec<Measure>],
        contacts: &Contacts,
        (one, other): (u32, u32),
        moment: Moment<'_>,
    ) -> Ordering {
        let points = |key: &[Measure], slot| self.points(key, contacts, slot, moment);
        let by = |key: &Vec<Measure>| points(key, other).partial_cmp(&points(key, one)).unwrap_or(Ordering::Equal);
        let arrival = |slot: u32| (contacts[slot].record.ranked_from, contacts[slot].record.serial);
        let by_arrival = || arrival(one).cmp(&arrival(other));
        keys.iter().map(by).find(|order| order.is_ne()).unwrap_or_else(by_arrival)
    }

    /// Points of a waiting contact by one key, never no number; the most come first.
    #[inline]
    pub(crate) fn points(&self, key: &[Measure], contacts: &Contacts, slot: u32, moment: Moment<'_>) -> f64 {
        let Some(measured) = self.measured.as_deref() else { return 0.0 };
        let lane = contacts[slot].lane as usize;
        self.measure(&key[lane], measured, (contacts, slot), moment)
    }

    /// Points of a waiting contact by one measure, never no number.
    fn measure(
        &self,
        measure: &Measure,
        measured: &Measured,
        (contacts, slot): (&Contacts, u32),
        moment: Moment<'_>,
    ) -> f64 {
        let (lane, record, now) = (contacts[slot].lane as usize, &contacts[slot].record, moment.now);
        match measure {
            Measure::Line(line) => line.after(wait(record, now)),
            Measure::Drawn => self.draw(lane as u32, measured.decisions),
            Measure::DrawnEach => self.draw_each(record.serial, measured.decisions),
            Measure::Length(weight) => weight * measured.length(lane),
            Measure::Excess(share) => measured.length(lane) - share * f64::from(measured.total),
            Measure::QueueWait => self.queue_wait(contacts, measured.measures.queues[lane], now) as f64,
            Measure::Predicted => seconds(wait(record, now)) + measured.further(lane),
            Measure::MeanWait(kind, by_tick) => measured.mean_wait(*kind, record, now) * by_tick,
            Measure::Sum(parts) => {
                let part = |(part, weight): &(Measure, f64)| {
                    if *weight == 0.0 { 0.0 } else { weight * self.measure(part, measured, (contacts, slot), moment) }
                };
                or_least(parts.iter().map(part).sum())
            }
            Measure::Deficit(targets) => moment.asking.map_or(0.0, |agent| {
                let share = agent.shares.get(measured.measures.queues[lane] as usize).copied().unwrap_or(0.0);
                targets[agent.team].map_or(0.0, |target| target - share)
            }),
            Measure::Pair(points) => {
                let minutes = seconds(wait(record, now)) / 60.0;
                moment.asking.map_or(0.0, |agent| points[agent.team].after(minutes, agent.idle))
            }
            Measure::Program(program, sources) => {
                let mut values = [0.0; FIELDS];
                for (value, source) in values.iter_mut().zip(sources) {
                    *value = measured.value(*source, lane, record, now);
                }
                program.score(&values[..sources.len().min(FIELDS)])
            }
        }
    }

    /// Longest wait at the heads of the lanes of a queue [ticks].
    fn queue_wait(&self, contacts: &Contacts, queue: u32, now: Instant) -> i64 {
        let lanes = self.measured.as_deref().map_or(&[][..], |measured| &measured.measures.lanes[queue as usize]);
        let heads = lanes.iter().filter_map(|&lane| self.first(lane));
        heads.map(|slot| wait(&contacts[slot].record, now)).max().unwrap_or(0)
    }
}

/// A number, or the least where it is none.
fn or_least(number: f64) -> f64 {
    if number.is_nan() { f64::NEG_INFINITY } else { number }
}
