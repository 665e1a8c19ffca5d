//! The door: contacts that came before a queue opens, and wait for it.
//!
//! They wait like everybody else, but no agent can take them until the queue opens.

use crate::engine::centre::Centre;
use crate::engine::contact::Phase;
use crate::record::Observer;
use crate::units::Instant;

impl<Watch: Observer> Centre<'_, Watch> {
    /// A contact waits until its queue opens.
    pub(crate) fn wait_at_door(&mut self, slot: u32) {
        let contact = &mut self.contacts[slot];
        contact.phase = Phase::AtDoor;
        let (queue, gives_up) = (contact.record.queue.index(), contact.gives_up);
        self.waiting[queue] += 1;
        self.watch.began_waiting(self.now, &contact.record);
        let opens = self.plan.queues[queue].door.opens_after(self.now);
        // A patience that ran out on a detour through a flow ends here, not in the past.
        self.wake(slot, opens.min(gives_up).min(self.sent_on_at(slot)).max(self.now));
    }

    /// The queue opens for a contact, or the contact's time is up before that.
    pub(crate) fn door_moves(&mut self, slot: u32) {
        let record = self.contacts[slot].record;
        self.leave_door(slot);
        if !self.plan.queues[record.queue.index()].door.is_open(self.now) {
            self.leave_unanswered(slot);
            return;
        }
        let need = self.plan.lanes[self.contacts[slot].lane as usize].need;
        match self.bench.choose(&self.plan.needs[need as usize], &mut self.routing) {
            Some(agent) => self.answer(slot, agent),
            None => self.line_up(slot),
        }
    }

    /// A contact does not wait at the door any more.
    pub(crate) fn leave_door(&mut self, slot: u32) {
        let record = &self.contacts[slot].record;
        self.waiting[record.queue.index()] -= 1;
        self.watch.stopped_waiting(self.now, record);
    }

    /// When the queue sends a contact on.
    fn sent_on_at(&self, slot: u32) -> Instant {
        let record = &self.contacts[slot].record;
        let maximum = self.plan.queues[record.queue.index()].maximum_wait;
        maximum.map_or(Instant::NEVER, |maximum| record.entered + maximum.after)
    }
}
