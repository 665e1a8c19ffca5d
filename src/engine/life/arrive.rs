//! Arrival: a contact comes, gets a line if it needs one, and meets its entrance.

use crate::engine::centre::{Centre, before};
use crate::engine::contact::{Contact, NONE};
use crate::record::{Cause, ContactRecord, Observer, Outcome};
use crate::scenario::Entrance;
use crate::units::{ContactTypeId, Instant, QueueId, Span};

impl<Watch: Observer> Centre<'_, Watch> {
    /// The next contact of a source comes.
    #[inline(always)]
    pub(crate) fn arrive(&mut self, source: u32) {
        let from = &mut self.sources[source as usize];
        let (kind, next) = (from.kind, from.next());
        self.arrivals.set(source, before(next, self.plan.end));
        let slot = self.newcomer(kind);
        self.let_in(slot, kind);
    }

    /// Takes in a contact of a customer who has not come before.
    #[inline(always)]
    fn newcomer(&mut self, kind: u32) -> u32 {
        let slot = self.contacts.occupy();
        let now = &mut self.kinds[kind as usize];
        let record = ContactRecord {
            serial: self.serial,
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
        self.serial += 1;
        now.customers += 1;
        let (patience, talk, wrap_up) = (now.patience.span(), now.talk.span(), now.wrap_up.span());
        let contact = &mut self.contacts[slot];
        *contact = Contact::fresh(record, patience, talk, wrap_up);
        contact.plain = wrap_up == Span::ZERO && self.plan.kinds[kind as usize].ends_with_talk;
        self.watch.arrived(self.now, &contact.record);
        slot
    }

    /// A contact comes that has waited at home.
    pub(crate) fn admit(&mut self, slot: u32) {
        let contact = &mut self.contacts[slot];
        contact.record.serial = self.serial;
        self.serial += 1;
        self.watch.arrived(self.now, &contact.record);
        let kind = contact.record.kind.0;
        self.let_in(slot, kind);
    }

    /// Lets a contact into the centre, or not.
    #[inline(always)]
    fn let_in(&mut self, slot: u32, kind: u32) {
        match self.plan.kinds[kind as usize].entrance {
            Some(lane) => self.join(slot, lane),
            None => self.let_in_by_line(slot, kind as usize),
        }
    }

    /// Lets a contact in that needs a line or comes to a flow.
    #[inline(never)]
    fn let_in_by_line(&mut self, slot: u32, kind: usize) {
        if !self.take_line(slot) {
            self.end(slot, Outcome::Blocked);
            return;
        }
        match self.plan.scenario.contacts[kind].entrance {
            Entrance::Queue(queue) => self.join(slot, self.plan.lane(kind as u32, queue, None)),
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
