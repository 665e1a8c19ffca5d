//! Arrival: a contact comes, gets a line if it needs one, and meets its entrance.

use crate::engine::centre::Centre;
use crate::engine::contact::NONE;
use crate::record::{ContactRecord, Observer, Outcome};
use crate::scenario::Entrance;
use crate::units::Span;

impl<Watch: Observer> Centre<'_, Watch> {
    /// The next contact of a source comes; whether that was plain, and cannot bring anything rare.
    #[inline(always)]
    pub(crate) fn arrive(&mut self, source: u32) -> bool {
        let from = &mut self.sources[source as usize];
        let (kind, next) = (from.kind, from.next());
        self.arrivals.set_among_few(source, next);
        self.newcomer(kind)
    }

    /// A contact comes of a customer who has not come before.
    ///
    /// What it meets at its entrance is written at once with what it is: this is one of the two most frequent turns.
    #[inline(always)]
    fn newcomer(&mut self, kind: u32) -> bool {
        let (now, of) = (self.now, &mut self.kinds[kind as usize]);
        let (spans, entrance) = (of.spans.spans(), of.entrance);
        let record = ContactRecord::first(now, kind, [self.serial, of.customers]);
        // Not `&&`: a branch costs more than both answers.
        let plain = (spans[2] == Span::ZERO) & of.ends_with_talk;
        self.serial += 1;
        of.customers += 1;
        if let Some(place) = entrance
            && Watch::PLAIN
            && !place.plan.closes
        {
            return self.newcomer_plainly(place.entered_by(record), place, (spans, plain));
        }
        let (slot, contact) = self.contacts.occupy();
        contact.begin(&record, spans);
        contact.plain = plain;
        if let Some(place) = entrance {
            contact.enter(now, place);
            self.watch.arrived(now, &contact.record);
            self.meet(slot, place.plan);
        } else {
            self.watch.arrived(now, &contact.record);
            self.let_in_by_line(slot, kind as usize);
        }
        false
    }

    /// A contact comes that has waited at home.
    pub(crate) fn admit(&mut self, slot: u32) {
        if self.plan.desk.chases && !self.has_reason(slot) {
            return;
        }
        let last = if self.plan.desk.prefers { self.note(slot).agent } else { NONE };
        let contact = &mut self.contacts[slot];
        contact.record.serial = self.serial;
        self.serial += 1;
        if last != NONE {
            self.remember(slot, last);
        }
        let contact = &self.contacts[slot];
        self.watch.arrived(self.now, &contact.record);
        let kind = contact.record.kind.index();
        match self.plan.kinds[kind].entrance {
            Some(lane) => self.join(slot, lane),
            None => self.let_in_by_line(slot, kind),
        }
    }

    /// Lets a contact in that needs a line or comes to a flow, or not.
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
