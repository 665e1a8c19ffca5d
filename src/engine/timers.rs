//! Timers: what contacts that are with no agent wait for, such as the end of their patience.
//!
//! Places in the agenda are used again at once, so that it stays as small as the most contacts that ever waited at one
//! time. Of several contacts due at the same moment the older acts first.

use super::agenda::Agenda;
use super::contact::{Contacts, NONE};
use crate::units::Instant;

/// Timer of a contact that has been found due and has not acted yet.
const DUE: u32 = NONE - 1;

/// Moments of contacts, the earliest at hand.
#[derive(Debug, Clone)]
pub(crate) struct Timers {
    agenda: Agenda,
    /// By place in the agenda: the slot of the contact; in a free place, the next free one.
    owners: Vec<u32>,
    /// The free place that is used next.
    free: u32,
    /// Contacts due at the same moment, the youngest first: number and slot.
    due: Vec<(u64, u32)>,
    /// When the next contact is due.
    next_at: Instant,
}

impl Timers {
    /// Nothing to wait for; moments before `end` can be told apart.
    pub(crate) fn new(end: Instant) -> Self {
        let agenda = Agenda::new(end, 1);
        Self { next_at: agenda.next_at(), agenda, owners: Vec::new(), free: NONE, due: Vec::new() }
    }

    /// When the next contact is due; `Agenda::beyond` when none ever is.
    #[inline(always)]
    pub(crate) fn next_at(&self) -> Instant {
        self.next_at
    }

    /// Most contacts that the length of the horizon leaves room for.
    pub(crate) fn most(&self) -> usize {
        self.agenda.most_slots()
    }

    /// Sets the timer of a contact that has none.
    #[inline(always)]
    pub(crate) fn set(&mut self, contacts: &mut Contacts, slot: u32, at: Instant) {
        let place = self.take_place(slot);
        contacts[slot].timer = place;
        self.agenda.set(place, at);
        self.look();
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
            let slot = self.give_up(self.agenda.next_slot());
            self.next_at = self.agenda.next_at();
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
        if self.agenda.next_at() == at {
            while self.agenda.next_at() == at {
                let slot = self.give_up(self.agenda.next_slot());
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
            self.next_at = self.agenda.next_at();
        }
    }

    /// A place that was free until now.
    #[inline(always)]
    fn take_place(&mut self, owner: u32) -> u32 {
        if self.free == NONE {
            self.add_place();
        }
        let place = self.free;
        self.free = std::mem::replace(&mut self.owners[place as usize], owner);
        place
    }

    #[cold]
    fn add_place(&mut self) {
        self.free = self.owners.len() as u32;
        self.owners.push(NONE);
        self.agenda.grow(self.owners.len());
    }

    /// Frees a place; the result is its owner.
    #[inline(always)]
    fn give_up(&mut self, place: u32) -> u32 {
        self.agenda.clear(place);
        std::mem::replace(&mut self.owners[place as usize], std::mem::replace(&mut self.free, place))
    }
}
