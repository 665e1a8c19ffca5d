//! Chasing: the customer of a deferred contact that has waited for long comes by another channel.
//!
//! Whoever may do so stands ready from the moment at which the contact begins to wait, and stays away if it has been
//! answered by then.

use std::collections::{BTreeMap, BTreeSet};

use crate::engine::centre::Centre;
use crate::engine::contact::Phase;
use crate::random::Purpose;
use crate::record::{Departure, Observer, Outcome};
use crate::scenario::Chasers;
use crate::units::Instant;

/// Customers who may come, or have come, about a contact that waits.
#[derive(Debug, Clone, Default)]
pub(crate) struct Chases {
    /// By slot of the other contact.
    of: BTreeMap<u32, Chase>,
    /// Numbers of the contacts whose customers stand ready.
    ready: BTreeSet<u64>,
}

/// One customer.
#[derive(Debug, Clone, Copy)]
struct Chase {
    /// The contact that waits: its slot, and its number.
    about: (u32, u64),
    /// The number of the other contact, once it has come.
    serial: Option<u64>,
    /// Whether it comes again, as it has not been served.
    again: bool,
}

impl<'plan, Watch: Observer> Centre<'plan, Watch> {
    fn chasers_of(&self, slot: u32) -> Option<&'plan Chasers> {
        self.plan.scenario.contacts[self.contacts[slot].record.kind.index()].chasers.as_ref()
    }

    /// A contact begins to wait: its customer may come by another channel later.
    #[inline(never)]
    pub(crate) fn expect_chaser(&mut self, slot: u32) {
        let Some(chasers) = self.chasers_of(slot) else { return };
        let record = self.contacts[slot].record;
        let key = record.customer << 16 | u64::from(record.attempt);
        let mut stream = self.streams.keyed(Purpose::Chase, record.kind.0, key);
        let comes = stream.chance(chasers.share);
        let at = record.arrived + chasers.after.sampler().draw(&mut stream);
        if comes
            && at >= self.now
            && at.before(self.plan.end) != Instant::NEVER
            && self.notes.chases.ready.insert(record.serial)
        {
            let delay = at.since(self.now);
            if let Some(other) = self.comes_out_of(slot, chasers.kind, delay) {
                self.notes.chases.of.insert(other, Chase { about: (slot, record.serial), serial: None, again: false });
            }
        }
    }

    /// A contact is about to come: false, and it is forgotten, when it would be about one that does not wait any more.
    #[inline(never)]
    pub(crate) fn has_reason(&mut self, slot: u32) -> bool {
        let (serial, waits) = match self.notes.chases.of.get(&slot).filter(|chase| chase.serial.is_none()) {
            Some(chase) => (chase.about.1, chase.again || self.still_waits(chase.about)),
            None => return true,
        };
        self.notes.chases.ready.remove(&serial);
        if waits {
            let coming = self.serial;
            self.notes.chases.of.entry(slot).and_modify(|chase| chase.serial = Some(coming));
        } else {
            self.notes.chases.of.remove(&slot);
            self.contacts.remove(slot);
        }
        waits
    }

    /// The customer of a contact will come again, about whatever it was.
    pub(super) fn chase_again(&mut self, slot: u32, home: u32) {
        let serial = self.contacts[slot].record.serial;
        if let Some(chase) = self.notes.chases.of.get(&slot).filter(|chase| chase.serial == Some(serial)).copied() {
            self.notes.chases.of.insert(home, Chase { serial: None, again: true, ..chase });
        }
    }

    /// Whether nobody has answered a contact yet.
    fn still_waits(&self, (slot, serial): (u32, u64)) -> bool {
        let contact = &self.contacts[slot];
        contact.phase != Phase::Gone && contact.record.serial == serial && contact.record.answered == Instant::NEVER
    }

    /// A contact has been served: the one that it was about is withdrawn, if it still waits.
    #[inline(never)]
    pub(super) fn settle_other(&mut self, slot: u32) {
        let serial = self.contacts[slot].record.serial;
        let Some(chase) = self.notes.chases.of.get(&slot).filter(|chase| chase.serial == Some(serial)) else { return };
        let about = chase.about;
        self.notes.chases.of.remove(&slot);
        if self.still_waits(about) && self.chasers_of(about.0).is_some_and(|chasers| chasers.withdraws) {
            self.take_back_request(about.0);
        }
    }

    /// A contact that waits leaves its queue, as its customer has been helped; one that rings goes on.
    fn take_back_request(&mut self, slot: u32) {
        match self.contacts[slot].phase {
            Phase::Waiting => self.step_out(slot),
            Phase::AtDoor => {
                self.steps.stop(&mut self.contacts, slot);
                self.stop_waiting(slot);
            }
            _ => return,
        }
        self.depart(slot, Departure::FlowOut);
        self.end(slot, Outcome::Withdrawn);
    }
}
