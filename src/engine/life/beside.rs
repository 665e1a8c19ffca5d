//! Waiting in several queues at once: the first of them whose agent answers has the contact.
//!
//! Each further queue has an entry: a slot that stands for the contact there. When an entry is taken, it changes places
//! with the contact, so that the contact itself rings and is answered; if nobody answers, they change back.

use std::collections::BTreeMap;

use crate::engine::centre::Centre;
use crate::engine::contact::{Contact, Phase, Place};
use crate::record::{Departure, Observer};
use crate::scenario::Age;
use crate::units::Instant;

/// Entries of contacts, by the slot of the contact.
#[derive(Debug, Clone, Default)]
pub(crate) struct Entries {
    of: BTreeMap<u32, Own>,
}

/// The entries of one contact.
#[derive(Debug, Clone, Default)]
struct Own {
    /// Further queues that it has come to, let in or not.
    met: usize,
    /// Slots of those that let it in, in the order of preference.
    slots: Vec<u32>,
    /// The one that has the contact's own place, while the contact has that of another queue.
    swapped: Option<u32>,
}

impl<Watch: Observer> Centre<'_, Watch> {
    /// A contact that has taken its own place comes to those further queues whose time has come, and back to the
    /// places it has in others.
    #[inline(never)]
    pub(crate) fn look_beside(&mut self, slot: u32) {
        self.take_places_again(slot);
        let record = self.contacts[slot].record;
        let (waited, plan) = (self.now.since(record.entered), self.plan);
        while self.contacts[slot].phase == Phase::Waiting {
            let own = self.entries.of.entry(slot).or_default();
            let next = plan.scenario.queues[record.queue.index()].also_in.get(own.met);
            let Some(next) = next.filter(|next| next.at <= waited) else { return };
            own.met += 1;
            let lane = plan.lane(record.kind.0, next.queue, next.priority);
            if self.lets_in_beside(lane) {
                self.enter_beside(slot, lane);
            }
        }
    }

    /// Whether the queue of a lane lets a contact in that waits elsewhere, too.
    fn lets_in_beside(&self, lane: u32) -> bool {
        let (plan, lane) = (self.plan, &self.plan.lanes[lane as usize]);
        let queue = &self.queues[lane.queue.index()];
        let is_open = !lane.closes || plan.queues[lane.queue.index()].door.is_open(self.now);
        is_open && queue.waiting < queue.capacity && !(plan.rules.any && self.goes_elsewhere(lane.queue).is_some())
    }

    /// A contact that waits comes to one more queue.
    fn enter_beside(&mut self, slot: u32, lane: u32) {
        let (now, place) = (self.now, Place::of(lane, self.plan));
        let Contact { record, talk, wrap_up, .. } = self.contacts[slot];
        let work = [talk, wrap_up];
        let (entry, own) = self.contacts.occupy();
        *own = Contact::entry(slot, record, work);
        own.move_to(now, place);
        let counted = |since: Instant| since.as_ticks() as i64 - place.plan.head_start;
        match place.plan.age {
            Age::Keep => {}
            Age::Reset => own.record.ranked_from = counted(now),
            Age::SinceArrival => own.record.ranked_from = counted(record.arrived),
        }
        if self.plan.rules.own_courses {
            self.begin_course_beside(entry);
        }
        let plan = &self.plan.lanes[self.contacts[entry].lane as usize];
        if plan.position > 0 {
            self.take_position(entry, plan);
        }
        self.entries.of.entry(slot).or_default().slots.push(entry);
        self.watch.offered(now, &self.contacts[entry].record);
        self.begin_to_wait(entry);
        self.look_from(entry);
    }

    /// An entry that is in no lane goes as far in its queue as it has waited, and finds an agent, takes its place, or is
    /// over where the queue would send it on.
    fn look_from(&mut self, entry: u32) {
        let is_sent_on = self.entry_sent_on_at(entry) <= self.now;
        if is_sent_on || self.entry_leaves_in_course(entry) {
            return self.close_entry(entry);
        }
        let plan = &self.plan.lanes[self.contacts[entry].lane as usize];
        let agent = self.agent_for(entry, plan);
        self.tell_choice_of_agent(entry, agent);
        if let Some(agent) = agent {
            let slot = self.change_places(entry);
            return self.take_from_place(slot, agent);
        }
        self.lanes.insert(&mut self.contacts, entry);
        self.contacts[entry].phase = Phase::Beside;
        let at = self.moves_on_at(entry).min(self.entry_sent_on_at(entry));
        if at != Instant::NEVER {
            self.waits.set(&mut self.contacts, entry, at.max(self.now));
        }
    }

    /// When the queue of an entry would send it on.
    fn entry_sent_on_at(&self, entry: u32) -> Instant {
        let record = &self.contacts[entry].record;
        record.entered + self.queues[record.queue.index()].maximum_wait
    }

    /// Moves an entry that is in no lane as far in its queue as it has come; whether that ends its stay.
    fn entry_leaves_in_course(&mut self, entry: u32) -> bool {
        if self.plan.lanes[self.contacts[entry].lane as usize].own_course {
            return self.next_in_course(entry).is_some();
        }
        self.move_to_stage(entry);
        false
    }

    /// An entry has waited for the next stage in its queue.
    pub(crate) fn entry_moves_on(&mut self, entry: u32) {
        self.lanes.remove(&mut self.contacts, entry);
        self.entry_looks(entry);
    }

    /// An entry that has been taken from its lane looks for an agent, or takes its place again.
    pub(crate) fn entry_looks(&mut self, entry: u32) {
        self.contacts[entry].phase = Phase::Aside;
        self.look_from(entry);
    }

    /// The contact of a slot that has been taken from its lane: its own, or the one that the slot stands for, which has
    /// changed places with it.
    pub(crate) fn claim(&mut self, slot: u32) -> u32 {
        if self.contacts[slot].phase == Phase::Beside {
            self.contacts[slot].phase = Phase::Aside;
            return self.change_places(slot);
        }
        slot
    }

    /// A contact and an entry of it that is in no lane change places; the result is the contact.
    fn change_places(&mut self, entry: u32) -> u32 {
        let slot = self.contacts[entry].flow;
        self.waits.stop(&mut self.contacts, slot);
        self.lanes.remove(&mut self.contacts, slot);
        self.set_aside(slot);
        self.swap(slot, entry);
        if let Some(own) = self.entries.of.get_mut(&slot) {
            own.swapped = Some(entry);
        }
        slot
    }

    /// Swaps the stays of a contact and of an entry.
    fn swap(&mut self, slot: u32, entry: u32) {
        let (one, other) = (self.contacts[slot], self.contacts[entry]);
        for (at, from) in [(slot, &other), (entry, &one)] {
            let contact = &mut self.contacts[at];
            contact.lane = from.lane;
            contact.record.queue = from.record.queue;
            contact.record.stay = from.record.stay;
            contact.record.entered = from.record.entered;
            contact.record.ranked_from = from.record.ranked_from;
        }
        if self.plan.rules.own_courses {
            self.swap_courses(slot, entry);
        }
    }

    /// Takes all entries of a contact out of their lanes.
    pub(crate) fn set_aside(&mut self, slot: u32) {
        let entries = self.entries.of.get(&slot).map_or_else(Vec::new, |own| own.slots.clone());
        for entry in entries {
            if self.contacts[entry].phase != Phase::Beside {
                continue;
            }
            self.waits.stop(&mut self.contacts, entry);
            self.lanes.remove(&mut self.contacts, entry);
            self.contacts[entry].phase = Phase::Aside;
        }
    }

    /// A contact that nobody answered in another queue, and that is in no lane, has its own place again.
    pub(crate) fn change_back(&mut self, slot: u32) {
        let own_place = self.entries.of.get_mut(&slot).and_then(|own| own.swapped.take());
        if let Some(entry) = own_place {
            self.swap(slot, entry);
        }
    }

    /// The slot that has the own place of a contact.
    pub(crate) fn own_place(&self, slot: u32) -> u32 {
        let own = if self.plan.beside { self.entries.of.get(&slot) } else { None };
        own.and_then(|own| own.swapped).unwrap_or(slot)
    }

    /// Entries of a contact that waits again take their places again.
    fn take_places_again(&mut self, slot: u32) {
        let entries = self.entries.of.get(&slot).map_or_else(Vec::new, |own| own.slots.clone());
        for entry in entries {
            if self.contacts[slot].phase == Phase::Waiting && self.contacts[entry].phase == Phase::Aside {
                self.look_from(entry);
            }
        }
    }

    /// A contact waits no longer: it leaves all other queues, too.
    #[inline(never)]
    pub(crate) fn withdraw(&mut self, slot: u32) {
        let own = self.entries.of.remove(&slot).unwrap_or_default();
        own.slots.into_iter().for_each(|entry| self.withdraw_entry(entry));
    }

    /// A queue turns an entry away.
    pub(crate) fn close_entry(&mut self, entry: u32) {
        if let Some(own) = self.entries.of.get_mut(&self.contacts[entry].flow) {
            own.slots.retain(|other| *other != entry);
        }
        self.withdraw_entry(entry);
    }

    fn withdraw_entry(&mut self, entry: u32) {
        if self.contacts[entry].phase == Phase::Beside {
            self.waits.stop(&mut self.contacts, entry);
            self.lanes.remove(&mut self.contacts, entry);
        }
        self.stop_waiting(entry);
        self.watch.departed(self.now, &self.contacts[entry].record, Departure::Withdrawn);
        self.contacts.remove(entry);
    }
}
