//! Lanes: waiting contacts of one type in one queue, in the order of the wait they are credited with.
//!
//! All contacts of a lane are alike to every rule but for their wait, so only its head is ever compared with the heads
//! of others. Where time does not change the order of heads, the numbers that they are compared by are kept.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::bits::BitTree;
use super::contact::{Contacts, NONE};
use super::measured::Measured;
use crate::plan::{LanePlan, Plan, Rank, Within};
use crate::random::{Purpose, Streams};
use crate::record::ContactRecord;
use crate::units::Instant;

/// One lane now.
#[derive(Debug, Clone, Copy)]
struct Lane {
    first: u32,
    last: u32,
    /// What the first contact is compared by; meaningless when the lane is empty.
    head: Rank,
    /// What leads its rank.
    class: u16,
    /// What decides between equal waits.
    then: u16,
    /// By how much its waits count less [ticks].
    shift: i64,
}

/// All lanes.
#[derive(Debug, Clone)]
pub(crate) struct Lanes {
    lanes: Vec<Lane>,
    /// Lanes with anybody in them.
    pub(super) busy: BitTree,
    /// Order within a lane.
    within: Within,
    /// By lane: its contacts in the order drawn; empty where places are not drawn.
    drawn: Vec<BTreeMap<(i64, u64), u32>>,
    /// Chance of places that are drawn.
    streams: Streams,
    /// What is measured at the decision, where time changes the order of heads.
    pub(super) measured: Option<Box<Measured>>,
}

impl Lanes {
    /// Nobody waiting.
    pub(crate) fn new(plan: &Plan, streams: Streams) -> Self {
        let empty = |lane: &LanePlan| Lane {
            first: NONE,
            last: NONE,
            head: Rank::default(),
            class: lane.class,
            then: lane.then,
            shift: lane.shift,
        };
        Self {
            lanes: plan.lanes.iter().map(empty).collect(),
            busy: BitTree::new(plan.lanes.len()),
            within: plan.ranking.within,
            drawn: vec![BTreeMap::new(); if plan.ranking.within == Within::Drawn { plan.lanes.len() } else { 0 }],
            streams,
            measured: plan.ranking.moving.as_ref().map(|measures| Box::new(Measured::new(measures))),
        }
    }

    /// Whether nobody waits.
    #[inline(always)]
    pub(crate) fn is_empty(&self) -> bool {
        self.busy.is_empty()
    }

    /// The first contact of a lane, if anybody waits there.
    #[inline]
    pub(crate) fn first(&self, lane: u32) -> Option<u32> {
        let first = self.lanes[lane as usize].first;
        (first != NONE).then_some(first)
    }

    /// Puts a contact into its lane, behind all that are ranked before or with it.
    #[inline(always)]
    pub(crate) fn insert(&mut self, contacts: &mut Contacts, slot: u32) {
        let contact = &contacts[slot];
        let (index, from) = (contact.lane as usize, contact.record.ranked_from);
        let mut before = self.lanes[index].last;
        if self.within == Within::Oldest {
            while before != NONE && contacts[before].record.ranked_from > from {
                before = contacts[before].previous;
            }
        } else {
            before = self.place(contacts, index, slot);
        }
        let after = if before == NONE { self.lanes[index].first } else { contacts[before].next };
        (contacts[slot].previous, contacts[slot].next) = (before, after);
        self.join(contacts, index, before, slot);
        self.join(contacts, index, slot, after);
        self.busy.insert(index);
        if let Some(measured) = &mut self.measured {
            measured.insert(index);
        }
    }

    /// The contact of a lane behind which one belongs that is not simply the last to come.
    #[inline(never)]
    fn place(&mut self, contacts: &Contacts, index: usize, slot: u32) -> u32 {
        let own = self.key(contacts, slot);
        if let Some(drawn) = self.drawn.get_mut(index) {
            let before = drawn.range(..own).next_back().map_or(NONE, |(_, slot)| *slot);
            drawn.insert(own, slot);
            return before;
        }
        let (mut before, mut after) = (NONE, self.lanes[index].first);
        while after != NONE && self.key(contacts, after) < own {
            (before, after) = (after, contacts[after].next);
        }
        before
    }

    /// What the contacts of one lane go by.
    fn key(&self, contacts: &Contacts, slot: u32) -> (i64, u64) {
        (self.from(&contacts[slot].record, 0), contacts[slot].record.serial)
    }

    /// Takes a contact out of its lane.
    #[inline(always)]
    pub(crate) fn remove(&mut self, contacts: &mut Contacts, slot: u32) {
        let contact = &contacts[slot];
        let (index, before, after) = (contact.lane as usize, contact.previous, contact.next);
        self.join(contacts, index, before, after);
        if self.lanes[index].first == NONE {
            self.busy.remove(index);
        }
        if self.within == Within::Drawn {
            let key = self.key(contacts, slot);
            self.drawn[index].remove(&key);
        }
        if let Some(measured) = &mut self.measured {
            measured.remove(index);
        }
    }

    /// The contact that comes first now among the lanes of these masks.
    #[inline(always)]
    pub(crate) fn best(&self, contacts: &Contacts, masks: &[u64], now: Instant) -> Option<u32> {
        if let ([mask], [busy]) = (masks, self.busy.words())
            && (mask & busy).is_power_of_two()
        {
            return Some(self.lanes[(mask & busy).trailing_zeros() as usize].first);
        }
        if self.measured.is_some() {
            return self.best_measured(contacts, masks, now);
        }
        let mut best: Option<(Rank, u32)> = None;
        for (word, (mask, busy)) in masks.iter().zip(self.busy.words()).enumerate() {
            let mut rest = mask & busy;
            while rest != 0 {
                let lane = &self.lanes[word * 64 + rest.trailing_zeros() as usize];
                rest &= rest - 1;
                if best.is_none_or(|(rank, _)| lane.head < rank) {
                    best = Some((lane.head, lane.first));
                }
            }
        }
        best.map(|(_, slot)| slot)
    }

    /// Which of two waiting contacts comes first now.
    pub(crate) fn compare(&self, contacts: &Contacts, one: u32, other: u32, now: Instant) -> Ordering {
        if self.measured.is_some() {
            return self.compare_measured(0, contacts, (one, other), now);
        }
        self.rank(contacts, one).cmp(&self.rank(contacts, other))
    }

    /// What a waiting contact is compared by where time does not change it.
    fn rank(&self, contacts: &Contacts, slot: u32) -> Rank {
        let (contact, record) = (&contacts[slot], &contacts[slot].record);
        let lane = &self.lanes[contact.lane as usize];
        Rank { class: lane.class, from: self.from(record, lane.shift), then: lane.then, serial: record.serial }
    }

    /// What contacts of one lane go by, the smallest first.
    #[inline(always)]
    fn from(&self, record: &ContactRecord, shift: i64) -> i64 {
        match self.within {
            Within::Oldest => record.ranked_from + shift,
            Within::Newest => -record.ranked_from,
            Within::Drawn => self.draw(record),
        }
    }

    /// The number drawn for a contact: the same under every rule.
    #[inline(never)]
    pub(super) fn draw(&self, record: &ContactRecord) -> i64 {
        let key = record.customer << 8 | u64::from(record.attempt & 0xff);
        // As many bits as a number with a fraction holds exactly.
        (self.streams.keyed(Purpose::Places, record.kind.0, key).bits() >> 11) as i64
    }

    /// Makes two contacts neighbours; `NONE` stands for an end of the lane.
    #[inline(always)]
    fn join(&mut self, contacts: &mut Contacts, index: usize, before: u32, after: u32) {
        if after == NONE {
            self.lanes[index].last = before;
        } else {
            contacts[after].previous = before;
        }
        if before == NONE {
            self.lanes[index].first = after;
            if after != NONE {
                let head = self.rank(contacts, after);
                self.lanes[index].head = head;
            }
        } else {
            contacts[before].next = after;
        }
    }
}
