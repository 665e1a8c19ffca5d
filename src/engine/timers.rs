//! Timers: what contacts that are with no agent wait for, such as the end of their patience.
//!
//! Places are used again at once, so that there are no more than the most contacts that ever waited at one time. Of
//! several contacts due at the same moment the older acts first.
//!
//! Most who wait are answered before anything is due. So the first places, which mostly are all there are, stand in no
//! order: stopping one there leaves the moment of the next a bound, and only when the clock comes to it is the earliest
//! looked for. The others stand in a tree.

use super::agenda::{Agenda, NEVER, Node};
use super::contact::{Contact, Contacts, NONE};
use crate::units::{Instant, bits_beside};

/// Timer of a contact that has been found due and has not acted yet.
const DUE: u32 = NONE - 1;
/// Places that stand in no order; looking at all of them costs about as much as two walks through a tree.
const NEAR: usize = 32;

/// Moments of contacts, the earliest at hand.
#[derive(Debug, Clone)]
pub(crate) struct Timers {
    /// Moments of the places that are used first, as keys of an agenda.
    near: Box<[Node; NEAR]>,
    /// None of those keys is less: the least when they were looked at last, or one that was set since.
    least_near: u64,
    /// Which of those places nobody has: a bit for each.
    free_near: u32,
    /// Moments of all others.
    far: Agenda,
    /// The free one of those that is used next.
    free_far: u32,
    /// By near place: the slot of the contact.
    near_owners: Box<[u32; NEAR]>,
    /// By other place: the slot of the contact; in a free one, the next free one.
    far_owners: Vec<u32>,
    /// Low bits of a key that hold the place.
    place_bits: u32,
    /// Contacts due at the same moment, the youngest first: number and slot.
    due: Vec<(u64, u32)>,
    /// None is due before this moment.
    next_at: Instant,
}

impl Timers {
    /// Nothing to wait for; moments before `end` can be told apart.
    pub(crate) fn new(end: Instant) -> Self {
        let (place_bits, far) = (bits_beside(end), Agenda::new(end, 1));
        Self {
            near: Box::new([Node::NEVER; NEAR]),
            least_near: NEVER,
            free_near: u32::MAX,
            next_at: far.next_at(),
            far,
            free_far: NONE,
            near_owners: Box::new([NONE; NEAR]),
            far_owners: Vec::new(),
            place_bits,
            due: Vec::new(),
        }
    }

    /// A moment before which no contact is due, and mostly that of the next one; beyond the end when none ever is.
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
        if self.free_near == 0 {
            contact.timer = self.set_far(slot, at);
        } else {
            let place = self.free_near.trailing_zeros();
            self.free_near &= self.free_near - 1;
            self.near_owners[place as usize % NEAR] = slot;
            let key = self.key(place, at);
            self.near[place as usize % NEAR] = Node::of(key);
            self.least_near = self.least_near.min(key);
            contact.timer = place;
        }
        self.next_at = self.next_at.min(at);
    }

    /// Whether a contact is due at the moment of `next_at`, which moves on when none is.
    #[inline(never)]
    pub(crate) fn is_due(&mut self) -> bool {
        let at = self.next_at;
        if self.due.is_empty() {
            // Whoever was the first and has not been stopped still is.
            if self.near[self.least_place() as usize % NEAR].key() != self.least_near {
                self.find_near();
            }
            self.next_at = self.earliest();
        }
        self.next_at == at
    }

    /// Stops the timer of a contact.
    #[inline(always)]
    pub(crate) fn stop(&mut self, contacts: &mut Contacts, slot: u32) {
        self.stop_of(&mut contacts[slot]);
    }

    /// Stops the timer of this contact.
    #[inline(always)]
    pub(crate) fn stop_of(&mut self, contact: &mut Contact) {
        let place = std::mem::replace(&mut contact.timer, NONE);
        if place < NEAR as u32 {
            self.give_up_near(place);
        } else if place < DUE {
            self.give_up(place);
            self.look();
        }
    }

    /// The contact that is due, as `is_due` says, its timer stopped; none when all that were due at the moment have been
    /// stopped.
    #[inline(always)]
    pub(crate) fn take(&mut self, contacts: &mut Contacts) -> Option<u32> {
        let at = self.next_at;
        if self.due.is_empty() {
            let slot = self.give_up(self.first_place());
            self.find_near();
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
        self.find_near();
        if self.earliest() == at {
            while self.earliest() == at {
                let slot = self.give_up(self.first_place());
                self.note(contacts, slot);
                self.find_near();
            }
            self.due.sort_unstable_by_key(|due| std::cmp::Reverse(*due));
        }
        let found = self.oldest_due(contacts);
        self.next_at = if self.due.is_empty() { self.earliest() } else { at };
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

    /// Looks for the earliest of the places in no order.
    fn find_near(&mut self) {
        self.least_near = self.first_near();
    }

    /// None is due before this moment, as far as is known.
    #[inline(always)]
    fn earliest(&self) -> Instant {
        self.near_from().min(self.far.next_at())
    }

    /// The least key of the places in no order: of all of them, since how many are in use is chance.
    fn first_near(&self) -> u64 {
        let (fours, _) = self.near.as_chunks::<4>();
        let lesser = |least: [Node; 4], keys: &[Node; 4]| std::array::from_fn(|k| least[k].lesser(keys[k]));
        let least = fours.iter().fold([Node::NEVER; 4], lesser);
        least.into_iter().fold(Node::NEVER, Node::lesser).key()
    }

    /// None of the places in no order is due before this moment.
    #[inline(always)]
    fn near_from(&self) -> Instant {
        self.moment(self.least_near)
    }

    /// The place of the least key of those in no order.
    #[inline(always)]
    fn least_place(&self) -> u32 {
        (self.least_near & ((1 << self.place_bits) - 1)) as u32
    }

    /// The moment of a key.
    #[inline(always)]
    fn moment(&self, key: u64) -> Instant {
        Instant::ticks(key >> self.place_bits)
    }

    /// The place that is due first, all having been looked at; meaningless when none is.
    fn first_place(&self) -> u32 {
        if self.far.next_at() < self.near_from() {
            return NEAR as u32 + self.far.next_slot();
        }
        self.least_place()
    }

    /// The key of a near place; moments beyond the end are never due.
    #[inline(always)]
    fn key(&self, place: u32, at: Instant) -> u64 {
        at.min(self.far.beyond()).as_ticks() << self.place_bits | u64::from(place)
    }

    /// Sets when a contact is due for whom no near place is free; the result is its place.
    #[inline(never)]
    fn set_far(&mut self, slot: u32, at: Instant) -> u32 {
        if self.free_far == NONE {
            self.free_far = self.far_owners.len() as u32;
            self.far_owners.push(NONE);
            self.far.grow(self.far_owners.len());
        }
        let place = self.free_far;
        self.free_far = std::mem::replace(&mut self.far_owners[place as usize], slot);
        self.far.set(place, at);
        NEAR as u32 + place
    }

    /// Frees a place; the result is its owner.
    #[inline(always)]
    fn give_up(&mut self, place: u32) -> u32 {
        if (place as usize) < NEAR {
            self.give_up_near(place);
            return self.near_owners[place as usize];
        }
        let place = place - NEAR as u32;
        self.far.clear(place);
        std::mem::replace(&mut self.far_owners[place as usize], std::mem::replace(&mut self.free_far, place))
    }

    /// Frees a place that stands in no order, which leaves the bounds as they are.
    #[inline(always)]
    fn give_up_near(&mut self, place: u32) {
        self.free_near |= 1 << (place % NEAR as u32);
        self.near[place as usize % NEAR] = Node::NEVER;
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
                    let mut taken = None;
                    while taken.is_none() {
                        taken = if timers.is_due() { timers.take(&mut contacts) } else { None };
                    }
                    prop_assert_eq!(taken, Some(first.2));
                    waiting.retain(|other| *other != first);
                    now = first.0;
                    contacts.remove(first.2);
                }
            }
        }
    }
}
