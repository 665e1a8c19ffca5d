//! Timers: what contacts that are with no agent wait for, such as the end of their patience.
//!
//! Places in the agenda are used again at once, so that it stays as small as the most contacts that ever waited at one
//! time. Of several contacts due at the same moment the older acts first.

use super::agenda::{Agenda, NEVER, walk};
use super::contact::{Contact, Contacts, NONE};
use crate::units::{Instant, bits_beside};

/// Timer of a contact that has been found due and has not acted yet.
const DUE: u32 = NONE - 1;
/// Places of the near tree, whose walks are as short as they are because more contacts seldom wait.
const NEAR: usize = 32;

/// Moments of contacts, the earliest at hand.
#[derive(Debug, Clone)]
pub(crate) struct Timers {
    /// Moments of the places that are used first: a winner tree as in the agenda.
    near: Box<[u64; 2 * NEAR]>,
    /// The earliest of them.
    first_near: u64,
    /// Which of those places nobody has: a bit for each.
    free_near: u32,
    /// Moments of all others.
    far: Agenda,
    /// The free one of those that is used next.
    free_far: u32,
    /// By place: the slot of the contact; in a free place beyond the near ones, the next free one.
    owners: Vec<u32>,
    /// Low bits of a key that hold the place.
    place_bits: u32,
    /// Contacts due at the same moment, the youngest first: number and slot.
    due: Vec<(u64, u32)>,
    /// When the next contact is due.
    next_at: Instant,
}

impl Timers {
    /// Nothing to wait for; moments before `end` can be told apart.
    pub(crate) fn new(end: Instant) -> Self {
        let (place_bits, far) = (bits_beside(end), Agenda::new(end, 1));
        Self {
            near: Box::new([NEVER; 2 * NEAR]),
            first_near: NEVER,
            free_near: u32::MAX,
            next_at: far.next_at(),
            far,
            free_far: NONE,
            owners: vec![NONE; NEAR],
            place_bits,
            due: Vec::new(),
        }
    }

    /// When the next contact is due; a moment beyond the end when none ever is.
    #[inline(always)]
    pub(crate) fn next_at(&self) -> Instant {
        self.next_at
    }

    /// Most contacts that the length of the horizon leaves room for.
    pub(crate) fn most(&self) -> usize {
        1 << self.place_bits
    }

    /// Sets the timer of a contact that has none.
    #[inline(always)]
    pub(crate) fn set(&mut self, contacts: &mut Contacts, slot: u32, at: Instant) {
        self.set_of(&mut contacts[slot], slot, at);
    }

    /// Sets the timer of a contact, in this slot, that has none.
    #[inline(always)]
    pub(crate) fn set_of(&mut self, contact: &mut Contact, slot: u32, at: Instant) {
        let place = self.take_place();
        self.owners[place as usize] = slot;
        contact.timer = place;
        self.put(place, at);
        self.next_at = self.next_at.min(at);
    }

    /// Stops the timer of a contact.
    #[inline(always)]
    pub(crate) fn stop(&mut self, contacts: &mut Contacts, slot: u32) {
        let place = std::mem::replace(&mut contacts[slot].timer, NONE);
        if place < DUE {
            self.give_up(place);
            self.look();
        }
    }

    /// The contact that is due next, its timer stopped; none when all that were due at the moment have been stopped.
    #[inline(always)]
    pub(crate) fn take(&mut self, contacts: &mut Contacts) -> Option<u32> {
        let at = self.next_at;
        if self.due.is_empty() {
            let slot = self.give_up(self.first_place());
            self.next_at = self.earliest();
            if self.next_at != at {
                contacts[slot].timer = NONE;
                return Some(slot);
            }
            self.note(contacts, slot);
        }
        self.take_among_equals(contacts, at)
    }

    /// The oldest contact of all that are due at a moment and have not been stopped.
    #[inline(never)]
    fn take_among_equals(&mut self, contacts: &mut Contacts, at: Instant) -> Option<u32> {
        if self.earliest() == at {
            while self.earliest() == at {
                let slot = self.give_up(self.first_place());
                self.note(contacts, slot);
            }
            self.due.sort_unstable_by_key(|due| std::cmp::Reverse(*due));
        }
        let found = self.oldest_due(contacts);
        self.look();
        found
    }

    fn oldest_due(&mut self, contacts: &mut Contacts) -> Option<u32> {
        while let Some((serial, slot)) = self.due.pop() {
            let contact = &mut contacts[slot];
            if contact.timer == DUE && contact.record.serial == serial {
                contact.timer = NONE;
                return Some(slot);
            }
        }
        None
    }

    /// Notes that a contact is due.
    fn note(&mut self, contacts: &mut Contacts, slot: u32) {
        contacts[slot].timer = DUE;
        self.due.push((contacts[slot].record.serial, slot));
    }

    /// While contacts of one moment are acting, that moment is the next.
    #[inline(always)]
    fn look(&mut self) {
        if self.due.is_empty() {
            self.next_at = self.earliest();
        }
    }

    /// The earliest moment of the trees.
    #[inline(always)]
    fn earliest(&self) -> Instant {
        Instant::ticks(self.first_near >> self.place_bits).min(self.far.next_at())
    }

    /// The place that is due first; meaningless when none is.
    #[inline(always)]
    fn first_place(&self) -> u32 {
        if self.far.next_at() < Instant::ticks(self.first_near >> self.place_bits) {
            return NEAR as u32 + self.far.next_slot();
        }
        (self.first_near & ((1 << self.place_bits) - 1)) as u32
    }

    /// Sets when a place is due; moments beyond the end are never due.
    #[inline(always)]
    fn put(&mut self, place: u32, at: Instant) {
        if (place as usize) < NEAR {
            let at = at.as_ticks().min(NEVER >> self.place_bits);
            self.first_near = walk(&mut self.near, place as usize, at << self.place_bits | u64::from(place));
        } else {
            self.far.set(place - NEAR as u32, at);
        }
    }

    /// A place that was free until now, a near one if there is any.
    #[inline(always)]
    fn take_place(&mut self) -> u32 {
        if self.free_near == 0 {
            return self.take_far_place();
        }
        let place = self.free_near.trailing_zeros();
        self.free_near &= self.free_near - 1;
        place
    }

    #[inline(never)]
    fn take_far_place(&mut self) -> u32 {
        if self.free_far == NONE {
            self.free_far = self.owners.len() as u32;
            self.owners.push(NONE);
            self.far.grow(self.owners.len() - NEAR);
        }
        let place = self.free_far;
        self.free_far = self.owners[place as usize];
        place
    }

    /// Frees a place; the result is its owner.
    #[inline(always)]
    fn give_up(&mut self, place: u32) -> u32 {
        if (place as usize) < NEAR {
            self.free_near |= 1 << place;
            self.first_near = walk(&mut self.near, place as usize, NEVER);
            return self.owners[place as usize];
        }
        self.far.clear(place - NEAR as u32);
        std::mem::replace(&mut self.owners[place as usize], std::mem::replace(&mut self.free_far, place))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::record::{Cause, ContactRecord};
    use crate::units::{ContactTypeId, QueueId, Span};

    fn contact(serial: u64) -> Contact {
        let record = ContactRecord {
            serial,
            customer: serial,
            arrived: Instant::START,
            entered: Instant::START,
            ranked_from: 0,
            answered: Instant::NEVER,
            waited_before: 0,
            kind: ContactTypeId(0),
            queue: QueueId(0),
            stay: 0,
            attempt: 1,
            cause: Cause::First,
        };
        Contact::fresh(record, [Span::NEVER, Span::ZERO, Span::ZERO])
    }

    proptest! {
        /// However many wait and whoever stops waiting, the earliest is taken next, the older among equals.
        #[test]
        fn whoever_is_due_first_is_taken_first(steps in prop::collection::vec((0..3_u8, 0..50_u64), 1..400)) {
            let mut timers = Timers::new(Instant::ticks(100_000));
            let mut contacts = Contacts::default();
            let (mut waiting, mut now): (Vec<(u64, u64, u32)>, u64) = (Vec::new(), 0);
            for (serial, (what, number)) in (0..).zip(steps) {
                if what < 2 {
                    let (slot, free) = contacts.occupy();
                    *free = contact(serial);
                    timers.set(&mut contacts, slot, Instant::ticks(now + number));
                    waiting.push((now + number, serial, slot));
                } else if number % 2 == 0 && !waiting.is_empty() {
                    let (_, _, slot) = waiting.swap_remove(number as usize % waiting.len());
                    timers.stop(&mut contacts, slot);
                    contacts.remove(slot);
                } else if let Some(&first) = waiting.iter().min() {
                    prop_assert!(timers.next_at() <= Instant::ticks(first.0));
                    // None is due when all who were due at the moment have stopped waiting since.
                    let taken = timers.take(&mut contacts).or_else(|| timers.take(&mut contacts));
                    prop_assert_eq!(taken, Some(first.2));
                    waiting.retain(|other| *other != first);
                    now = first.0;
                    contacts.remove(first.2);
                }
            }
        }
    }
}
