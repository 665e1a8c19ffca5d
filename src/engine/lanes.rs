//! Lanes: waiting contacts of one type in one queue, in the order of the wait they are credited with.
//!
//! All contacts of a lane are alike to every rule but for their wait, so only its head is ever compared with the heads
//! of others. Where time does not change the order of heads, the numbers that they are compared by are kept.

use std::cmp::Ordering;
use std::hint::select_unpredictable;

use super::bits::BitTree;
use super::contact::{Contact, Contacts, NONE};
use super::measured::{Measured, Moment};
use super::picks::Picks;
use crate::plan::{LanePlan, Plan, Rank, Within};
use crate::random::{Purpose, Streams};
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
    all: Vec<Lane>,
    /// Lanes with anybody in them.
    pub(super) busy: BitTree,
    /// Order within a lane.
    pub(super) within: Within,
    /// By lane: its order, where lanes differ; else empty.
    pub(super) within_lane: Vec<Within>,
    /// By lane: its contacts, well shuffled, the first one at the end; empty where chance does not decide.
    pub(super) shuffled: Vec<Vec<u32>>,
    /// Chance of those places.
    streams: Streams,
    /// By lane: all lanes of its queue, where only the head of that may be taken.
    pub(super) head_only: Vec<Vec<u32>>,
    /// Lanes of such queues that a contact has left, so that the next one may be taken.
    pub(super) left: Vec<u32>,
    /// By first lane of such a queue: contacts that ring so that those behind them may not be taken.
    pub(super) held_up: Vec<u32>,
    /// What is measured at the decision, where time changes the order of heads.
    pub(super) measured: Option<Box<Measured>>,
    /// The orders in which people pick contacts out themselves.
    pub(super) picks: Option<Box<Picks>>,
    /// Whether some leave room for contacts that come first, so that others may be taken when those go.
    saves_room: bool,
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
            all: plan.lanes.iter().map(empty).collect(),
            busy: BitTree::new(plan.lanes.len()),
            within: plan.ranking.within,
            within_lane: plan.ranking.within_lane.clone(),
            shuffled: vec![Vec::new(); if plan.ranking.draws() { plan.lanes.len() } else { 0 }],
            streams,
            head_only: plan.ranking.head_only.clone(),
            left: Vec::new(),
            held_up: vec![0; plan.ranking.head_only.len()],
            measured: plan.ranking.moving.as_ref().map(|measures| Box::new(Measured::new(measures))),
            picks: Picks::new(plan),
            saves_room: plan.desk.in_turn,
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
        let first = self.all[lane as usize].first;
        (first != NONE).then_some(first)
    }

    /// Puts a contact into its lane, behind all that are ranked before or with it.
    #[inline(always)]
    pub(crate) fn insert(&mut self, contacts: &mut Contacts, slot: u32) {
        if self.within == Within::Oldest {
            self.insert_oldest(contacts, slot);
        } else {
            self.insert_otherwise(contacts, slot);
        }
        if let Some(measured) = &mut self.measured {
            let contact = &contacts[slot];
            measured.insert(contact.lane as usize, contact.record.entered);
        }
        if let Some(picks) = &mut self.picks {
            picks.insert(contacts, slot);
        }
    }

    /// Puts a contact into a lane whose oldest contact is first, mostly as the last.
    #[inline(always)]
    pub(crate) fn insert_oldest(&mut self, contacts: &mut Contacts, slot: u32) {
        let contact = &mut contacts[slot];
        let (index, from, serial) = (contact.lane as usize, contact.record.ranked_from, contact.record.serial);
        let lane = &mut self.all[index];
        let last = lane.last;
        (contact.previous, contact.next) = (last, NONE);
        if last == NONE {
            lane.head = Rank { class: lane.class, from: from + lane.shift, then: lane.then, serial };
            (lane.first, lane.last) = (slot, slot);
            self.busy.insert(index);
            return;
        }
        let before = &mut contacts[last];
        if before.record.ranked_from <= from {
            before.next = slot;
            lane.last = slot;
        } else {
            self.insert_before(contacts, (last, slot));
        }
    }

    /// Puts a contact into a lane before this one, with whom others come before it that have waited less long.
    #[inline(never)]
    fn insert_before(&mut self, contacts: &mut Contacts, (after, slot): (u32, u32)) {
        let (index, from) = (contacts[slot].lane as usize, contacts[slot].record.ranked_from);
        let before = last_until(contacts, contacts[after].previous, from);
        self.link(contacts, index, (before, slot));
    }

    /// Puts a contact into a lane in which it is not simply the last.
    #[inline(never)]
    fn insert_otherwise(&mut self, contacts: &mut Contacts, slot: u32) {
        let index = contacts[slot].lane as usize;
        self.busy.insert(index);
        match self.within_of(index) {
            Within::Drawn => return self.shuffle_in(contacts, index, slot),
            Within::Newest => {}
            Within::Oldest | Within::ByLane => {
                let before = last_until(contacts, self.all[index].last, contacts[slot].record.ranked_from);
                return self.link(contacts, index, (before, slot));
            }
        }
        let key = |slot: u32| (-contacts[slot].record.ranked_from, contacts[slot].record.serial);
        let (own, mut before, mut after) = (key(slot), NONE, self.all[index].first);
        while after != NONE && key(after) < own {
            (before, after) = (after, contacts[after].next);
        }
        self.link(contacts, index, (before, slot));
    }

    /// Puts a contact behind another one.
    #[inline(always)]
    fn link(&mut self, contacts: &mut Contacts, index: usize, (before, slot): (u32, u32)) {
        let after = if before == NONE { self.all[index].first } else { contacts[before].next };
        (contacts[slot].previous, contacts[slot].next) = (before, after);
        self.join(contacts, index, before, slot);
        self.join(contacts, index, slot, after);
    }

    /// Puts a contact into any place of a shuffled lane, whose first contact stands at the end: every order of those
    /// who wait stays equally likely, whoever has been taken before (the shuffle of Fisher and Yates from inside).
    fn shuffle_in(&mut self, contacts: &mut Contacts, index: usize, slot: u32) {
        let record = &contacts[slot].record;
        let key = record.customer << 8 | u64::from(record.attempt & 0xff);
        let mut stream = self.streams.keyed(Purpose::Places, record.kind.0, key);
        let lane = &mut self.shuffled[index];
        lane.push(slot);
        let (place, last) = (stream.below(lane.len() as u64) as usize, lane.len() - 1);
        lane.swap(place, last);
        contacts[lane[last]].previous = last as u32;
        contacts[lane[place]].previous = place as u32;
        self.all[index].first = lane[last];
    }

    /// Takes a contact out of a shuffled lane.
    #[inline(never)]
    fn take_shuffled(&mut self, contacts: &mut Contacts, index: usize, slot: u32) {
        let (place, lane) = (contacts[slot].previous, &mut self.shuffled[index]);
        lane.swap_remove(place as usize);
        if let Some(&moved) = lane.get(place as usize) {
            contacts[moved].previous = place;
        }
        self.all[index].first = lane.last().copied().unwrap_or(NONE);
        if lane.is_empty() {
            self.busy.remove(index);
        }
    }

    /// Takes a contact out of its lane.
    #[inline(always)]
    pub(crate) fn remove(&mut self, contacts: &mut Contacts, slot: u32) {
        let index = contacts[slot].lane as usize;
        if self.within != Within::Oldest && self.within_of(index) == Within::Drawn {
            self.take_shuffled(contacts, index, slot);
        } else {
            self.remove_linked(contacts, slot);
        }
        if let Some(measured) = &mut self.measured {
            measured.remove(index);
        }
        if let Some(picks) = &mut self.picks {
            picks.remove(contacts, slot);
        }
        if self.saves_room || self.head_only.get(index).is_some_and(|lanes| !lanes.is_empty()) {
            self.left.push(index as u32);
        }
    }

    /// Takes a contact out of a lane that is not shuffled.
    #[inline(always)]
    pub(crate) fn remove_linked(&mut self, contacts: &mut Contacts, slot: u32) {
        let Contact { lane, previous, next, .. } = contacts[slot];
        if previous == NONE {
            self.take_first(contacts, lane);
        } else {
            self.join(contacts, lane as usize, previous, next);
        }
    }

    /// Takes the first contact out of a lane that is not shuffled and in which somebody waits.
    #[inline(always)]
    pub(crate) fn take_first(&mut self, contacts: &mut Contacts, lane: u32) -> u32 {
        let (index, lane) = (lane as usize, &mut self.all[lane as usize]);
        let slot = lane.first;
        let after = contacts[slot].next;
        lane.first = after;
        if after == NONE {
            lane.last = NONE;
            self.busy.remove(index);
            return slot;
        }
        let first = &mut contacts[after];
        first.previous = NONE;
        let from = if self.within == Within::Newest {
            -first.record.ranked_from
        } else {
            first.record.ranked_from + lane.shift
        };
        lane.head = Rank { class: lane.class, from, then: lane.then, serial: first.record.serial };
        slot
    }

    /// The lane whose first contact comes first among those of the one word that there is, in an order that time does
    /// not change.
    #[inline(always)]
    pub(crate) fn first_of_word(&self, mask: u64) -> Option<u32> {
        let mut rest = mask & self.busy.one_word()?;
        if rest == 0 {
            return None;
        }
        let mut best = rest.trailing_zeros();
        rest &= rest - 1;
        while rest != 0 {
            let other = rest.trailing_zeros();
            rest &= rest - 1;
            best = self.earlier(other, best);
        }
        Some(best)
    }

    /// Of two lanes the one whose first contact comes first. Which that is is chance, so that it is not branched on.
    #[inline(always)]
    fn earlier(&self, one: u32, other: u32) -> u32 {
        let (left, right) = (&self.all[one as usize].head, &self.all[other as usize].head);
        let key = |rank: &Rank| u128::from(rank.class) << 64 | u128::from(rank.from as u64 ^ 1 << 63);
        if key(left) == key(right) {
            return if left < right { one } else { other };
        }
        select_unpredictable(key(left) < key(right), one, other)
    }

    /// The contact that comes first now among those of these masks that may be taken.
    #[inline(always)]
    pub(crate) fn best(&self, contacts: &Contacts, masks: &[u64], now: Instant) -> Option<u32> {
        if self.head_only.is_empty() {
            return self.best_of(contacts, masks, now);
        }
        self.best_head(contacts, masks, now)
    }

    /// The contact that comes first now among the lanes of these masks.
    #[inline(always)]
    pub(super) fn best_of(&self, contacts: &Contacts, masks: &[u64], now: Instant) -> Option<u32> {
        if let ([mask], [busy]) = (masks, self.busy.words())
            && (mask & busy).is_power_of_two()
        {
            return Some(self.all[(mask & busy).trailing_zeros() as usize].first);
        }
        if self.measured.is_some() {
            return self.best_measured(contacts, masks, Moment::at(now));
        }
        self.best_ranked(masks)
    }

    /// The contact that comes first among the lanes of these masks, in an order that time does not change.
    #[inline(always)]
    pub(crate) fn best_ranked(&self, masks: &[u64]) -> Option<u32> {
        let mut best: Option<(Rank, u32)> = None;
        for (word, (mask, busy)) in masks.iter().zip(self.busy.words()).enumerate() {
            let mut rest = mask & busy;
            while rest != 0 {
                let lane = &self.all[word * 64 + rest.trailing_zeros() as usize];
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
        self.compare_at(contacts, one, other, Moment::at(now))
    }

    /// Which of two waiting contacts comes first at a moment.
    pub(super) fn compare_at(&self, contacts: &Contacts, one: u32, other: u32, moment: Moment<'_>) -> Ordering {
        if self.measured.is_some() {
            return self.compare_measured(contacts, (one, other), moment);
        }
        self.rank(contacts, one).cmp(&self.rank(contacts, other))
    }

    /// What a waiting contact is compared by where time does not change it.
    pub(crate) fn rank(&self, contacts: &Contacts, slot: u32) -> Rank {
        let (contact, record) = (&contacts[slot], &contacts[slot].record);
        let lane = &self.all[contact.lane as usize];
        let from = if self.within == Within::Newest { -record.ranked_from } else { record.ranked_from + lane.shift };
        Rank { class: lane.class, from, then: lane.then, serial: record.serial }
    }

    /// A number drawn for a lane at this decision: the largest of as many as there are contacts that may be meant.
    pub(super) fn draw(&self, lane: u32, decision: u64) -> f64 {
        let contacts = self.shuffled.get(lane as usize).map_or(1, Vec::len).max(1);
        -self.streams.keyed(Purpose::Whose, lane, decision).exponential() / contacts as f64
    }

    /// A number drawn for a contact at this decision.
    pub(super) fn draw_each(&self, serial: u64, decision: u64) -> f64 {
        self.streams.keyed(Purpose::Whose, !(serial as u32), decision).exponential()
    }

    /// Makes two contacts neighbours; `NONE` stands for an end of the lane.
    #[inline(always)]
    fn join(&mut self, contacts: &mut Contacts, index: usize, before: u32, after: u32) {
        if after == NONE {
            self.all[index].last = before;
        } else {
            contacts[after].previous = before;
        }
        if before == NONE {
            self.all[index].first = after;
            if after != NONE {
                let head = self.rank(contacts, after);
                self.all[index].head = head;
            }
        } else {
            contacts[before].next = after;
        }
    }
}

/// The last contact, from this one of a lane forwards, whose wait counts from this moment or an earlier one.
#[inline(always)]
fn last_until(contacts: &Contacts, mut before: u32, from: i64) -> u32 {
    while before != NONE && contacts[before].record.ranked_from > from {
        before = contacts[before].previous;
    }
    before
}
