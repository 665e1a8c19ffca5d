//! Lanes: waiting contacts of one type in one queue, in the order of the wait they are credited with.
//!
//! All contacts of a lane are alike to every rule, so only its head is ever compared with the heads of others.

use super::bits::BitTree;
use super::contact::{Contacts, NONE};
use crate::plan::{Plan, Rank};

/// One lane now.
#[derive(Debug, Clone, Copy)]
struct Lane {
    first: u32,
    last: u32,
    /// What the first contact is compared by; meaningless when the lane is empty.
    head: Rank,
    /// Priority class that leads its rank; 0 where classes do not count.
    class: u16,
    /// Priority class that decides between equal waits; 0 where it does not.
    then: u16,
}

/// All lanes.
#[derive(Debug, Clone)]
pub(crate) struct Lanes {
    lanes: Vec<Lane>,
    /// Lanes with anybody in them.
    busy: BitTree,
}

impl Lanes {
    /// Nobody waiting.
    pub(crate) fn new(plan: &Plan) -> Self {
        let empty = |class, then| Lane { first: NONE, last: NONE, head: Rank::default(), class, then };
        let lanes = plan.lanes.iter().map(|lane| empty(lane.class, lane.then)).collect();
        Self { lanes, busy: BitTree::new(plan.lanes.len()) }
    }

    /// Whether nobody waits.
    #[inline(always)]
    pub(crate) fn is_empty(&self) -> bool {
        self.busy.is_empty()
    }

    /// The first contact of a lane, if anybody waits there.
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
        while before != NONE && contacts[before].record.ranked_from > from {
            before = contacts[before].previous;
        }
        let after = if before == NONE { self.lanes[index].first } else { contacts[before].next };
        (contacts[slot].previous, contacts[slot].next) = (before, after);
        self.join(contacts, index, before, slot);
        self.join(contacts, index, slot, after);
        self.busy.insert(index);
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
    }

    /// The contact that comes first among the lanes of these masks.
    #[inline(always)]
    pub(crate) fn best(&self, masks: &[u64]) -> Option<u32> {
        if let ([mask], [busy]) = (masks, self.busy.words())
            && (mask & busy).is_power_of_two()
        {
            return Some(self.lanes[(mask & busy).trailing_zeros() as usize].first);
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

    /// What a waiting contact is compared by.
    pub(crate) fn rank(&self, contacts: &Contacts, slot: u32) -> Rank {
        let (contact, record) = (&contacts[slot], &contacts[slot].record);
        let lane = &self.lanes[contact.lane as usize];
        Rank { class: lane.class, from: record.ranked_from, then: lane.then, serial: record.serial }
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
