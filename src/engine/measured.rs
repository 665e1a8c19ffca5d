//! Measured lanes: the order of heads where time changes it.
//!
//! Nothing is kept in order: at every decision the heads of the lanes in use are measured, so that its cost grows with
//! lanes, not with contacts.

use std::cmp::Ordering;
use std::sync::Arc;

use super::contact::Contacts;
use super::lanes::Lanes;
use crate::plan::{Known, Measure, Measures};
use crate::record::ContactRecord;
use crate::units::{Instant, TICKS_PER_SECOND};

/// Most fields that a program of a key can read.
const FIELDS: usize = 16;

/// What is measured, and the lengths of queues now.
#[derive(Debug, Clone)]
pub(super) struct Measured {
    measures: Arc<Measures>,
    /// By queue: contacts in its lanes.
    lengths: Vec<u32>,
    /// Contacts in all lanes.
    total: u32,
    /// Contacts taken out of lanes, which tells one decision from another.
    decisions: u64,
}

impl Measured {
    /// Nobody waiting.
    pub(super) fn new(measures: &Arc<Measures>) -> Self {
        Self { measures: Arc::clone(measures), lengths: vec![0; measures.lanes.len()], total: 0, decisions: 0 }
    }

    /// One contact more in a lane.
    pub(super) fn insert(&mut self, lane: usize) {
        self.lengths[self.measures.queues[lane] as usize] += 1;
        self.total += 1;
    }

    /// One contact less in a lane.
    pub(super) fn remove(&mut self, lane: usize) {
        self.lengths[self.measures.queues[lane] as usize] -= 1;
        self.total -= 1;
        self.decisions += 1;
    }

    /// Contacts in the queue of a lane.
    fn length(&self, lane: usize) -> f64 {
        f64::from(self.lengths[self.measures.queues[lane] as usize])
    }

    /// The value of a field for a contact of a lane.
    fn value(&self, source: Known, lane: usize, record: &ContactRecord, now: Instant) -> f64 {
        match source {
            Known::Fixed(value) => value,
            Known::Attempt => f64::from(record.attempt),
            Known::Left(objective) => objective - seconds(wait(record, now)),
            Known::Length => self.length(lane),
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
    pub(super) fn best_measured(&self, contacts: &Contacts, masks: &[u64], now: Instant) -> Option<u32> {
        let mut best: Option<(f64, u32)> = None;
        for (word, (mask, busy)) in masks.iter().zip(self.busy.words()).enumerate() {
            let mut rest = mask & busy;
            while rest != 0 {
                let lane = word as u32 * 64 + rest.trailing_zeros();
                rest &= rest - 1;
                let Some(slot) = self.first(lane) else { continue };
                let points = self.points(0, contacts, slot, now);
                let beats = best.is_none_or(|(most, rival)| {
                    points > most || points == most && self.compare_measured(1, contacts, (slot, rival), now).is_lt()
                });
                if beats {
                    best = Some((points, slot));
                }
            }
        }
        best.map(|(_, slot)| slot)
    }

    /// Which of two waiting contacts comes first now by the measures from this one on, then by wait and arrival.
    pub(super) fn compare_measured(
        &self,
        from: usize,
        contacts: &Contacts,
        (one, other): (u32, u32),
        now: Instant,
    ) -> Ordering {
        let keys = self.measured.as_ref().map_or(0, |measured| measured.measures.keys.len());
        let points = |key, slot| self.points(key, contacts, slot, now);
        let by = |key| points(key, other).partial_cmp(&points(key, one)).unwrap_or(Ordering::Equal);
        let arrival = |slot| (contacts[slot].record.ranked_from, contacts[slot].record.serial);
        let by_arrival = || arrival(one).cmp(&arrival(other));
        (from..keys).map(by).find(|order| order.is_ne()).unwrap_or_else(by_arrival)
    }

    /// Points of a waiting contact by one measure, never no number; the most come first.
    #[inline]
    pub(crate) fn points(&self, key: usize, contacts: &Contacts, slot: u32, now: Instant) -> f64 {
        let Some(measured) = self.measured.as_deref() else { return 0.0 };
        let (lane, record) = (contacts[slot].lane as usize, &contacts[slot].record);
        match &measured.measures.keys[key][lane] {
            Measure::Line(line) => line.after(wait(record, now)),
            Measure::Drawn => self.draw(lane as u32, measured.decisions),
            Measure::Length(weight) => weight * measured.length(lane),
            Measure::Excess(share) => measured.length(lane) - share * f64::from(measured.total),
            Measure::QueueWait => self.queue_wait(contacts, measured.measures.queues[lane], now) as f64,
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
