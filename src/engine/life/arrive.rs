//! Arrival: a contact comes, gets a line if it needs one, and meets its entrance.

use crate::engine::centre::{Centre, before};
use crate::engine::contact::{Contact, NONE};
use crate::record::{Cause, ContactRecord, Observer, Outcome};
use crate::scenario::Entrance;
use crate::units::{ContactTypeId, Instant, QueueId};

impl<Watch: Observer> Centre<'_, Watch> {
    /// The next contact of a source comes.
    #[inline(always)]
    pub(crate) fn arrive(&mut self, source: u32) {
        let next = before(self.sources[source as usize].next(), self.plan.end);
        self.arrivals.set(source, next);
        let slot = self.newcomer(self.plan.sources[source as usize].0);
        self.admit(slot);
    }

    /// Takes in a contact of a customer who has not come before.
    #[inline(always)]
    fn newcomer(&mut self, kind: u32) -> u32 {
        let (plan, now) = (&self.plan.kinds[kind as usize], &mut self.kinds[kind as usize]);
        let record = ContactRecord {
            serial: 0,
            customer: now.customers,
            arrived: self.now,
            entered: self.now,
            ranked_from: 0,
            answered: Instant::NEVER,
            waited_before: 0,
            kind: ContactTypeId(kind),
            queue: QueueId(NONE),
            attempt: 1,
            cause: Cause::First,
        };
        now.customers += 1;
        let patience = plan.patience.draw(&mut now.patience);
        let (talk, wrap_up) = (plan.talk.draw(&mut now.talk), plan.wrap_up.draw(&mut now.wrap_up));
        let slot = self.occupy();
        self.contacts[slot] = Contact::fresh(record, patience, talk, wrap_up);
        slot
    }

    /// A slot for one more contact, and room for it in the agenda.
    #[inline(always)]
    pub(crate) fn occupy(&mut self) -> u32 {
        let slot = self.contacts.occupy();
        self.timers.grow(self.contacts.slots());
        slot
    }

    /// Lets a contact into the centre, or not.
    #[inline(always)]
    pub(crate) fn admit(&mut self, slot: u32) {
        let contact = &mut self.contacts[slot];
        contact.record.serial = self.serial;
        self.serial += 1;
        self.watch.arrived(self.now, &self.contacts[slot].record);
        let kind = self.contacts[slot].record.kind.index();
        if let Some(lane) = self.plan.kinds[kind].entrance
            && !self.plan.kinds[kind].needs_line
        {
            self.join(slot, lane);
            return;
        }
        if !self.take_line(slot) {
            self.end(slot, Outcome::Blocked);
            return;
        }
        match self.plan.scenario.contacts[kind].entrance {
            Entrance::Queue(queue) => self.join(slot, self.plan.kinds[kind].lanes[queue.index()]),
            Entrance::Flow(flow) => self.enter_flow(slot, flow),
        }
    }

    /// Takes a trunk line for a contact that needs one; false when all are taken.
    fn take_line(&mut self, slot: u32) -> bool {
        let kind = self.contacts[slot].record.kind.index();
        let Some(lines) = self.plan.scenario.contacts[kind].lines else { return true };
        let taken = &mut self.on_lines[lines.index()];
        let free = *taken < self.plan.scenario.lines[lines.index()].count;
        *taken += u32::from(free);
        self.contacts[slot].on_line = free;
        free
    }
}
