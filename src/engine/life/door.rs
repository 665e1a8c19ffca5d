//! The door: contacts that came before a queue opens, and wait for it.
//!
//! They wait like everybody else, but no agent can take them until the queue opens.

use crate::engine::centre::Centre;
use crate::engine::contact::{Contact, Phase};
use crate::engine::measured::Moment;
use crate::record::Observer;
use crate::scenario::Lead;
use crate::units::{Instant, QueueId};

impl<Watch: Observer> Centre<'_, Watch> {
    /// A contact waits until its queue opens.
    pub(crate) fn wait_at_door(&mut self, slot: u32) {
        self.begin_to_wait(slot);
        let contact = &mut self.contacts[slot];
        contact.phase = Phase::AtDoor;
        let gives_up = contact.gives_up;
        let opens = self.plan.queues[contact.record.queue.index()].door.opens_after(self.now);
        // A patience that ran out on a detour through a flow ends here, not in the past.
        let at = opens.min(gives_up).min(self.sent_on_at(slot)).max(self.now);
        self.steps.set(&mut self.contacts, slot, at);
    }

    /// The queue of a contact at the door opens, or the contact's time is up before that.
    pub(crate) fn door_moves(&mut self, slot: u32) {
        let queue = self.contacts[slot].record.queue;
        if self.plan.queues[queue.index()].door.is_open(self.now) {
            self.open(queue);
        } else {
            self.stop_waiting(slot);
            self.leave_unanswered(slot);
        }
    }

    /// A queue opens: all who wait at its door come in, and those who come first in the queue are answered first.
    fn open(&mut self, queue: QueueId) {
        let at_door = |contact: &Contact| contact.phase == Phase::AtDoor && contact.record.queue == queue;
        let slots = 0..self.contacts.slots() as u32;
        let early: Vec<u32> = slots.filter(|&slot| at_door(&self.contacts[slot])).collect();
        for &slot in &early {
            self.steps.stop(&mut self.contacts, slot);
            self.move_to_stage(slot);
            self.tell_place(slot);
            self.take_place(slot);
        }
        let early = self.lanes.in_order(&self.contacts, early, Moment::at(self.now));
        if matches!(self.plan.scenario.routing.lead, Lead::Agent | Lead::Pair) {
            self.match_all();
        } else {
            for &slot in &early {
                self.look_for_agent(slot);
            }
        }
        if self.plan.beside {
            for slot in early {
                self.look_beside(slot);
            }
        }
    }

    /// When the queue sends a contact on.
    pub(crate) fn sent_on_at(&self, slot: u32) -> Instant {
        let record = &self.contacts[self.own_place(slot)].record;
        record.entered + self.queues[record.queue.index()].maximum_wait
    }
}
