//! The end of a contact: exactly once, with exactly one outcome.

use crate::engine::centre::Centre;
use crate::engine::contact::Phase;
use crate::record::{Departure, Observer, Outcome};

impl<Watch: Observer> Centre<'_, Watch> {
    /// A contact that no agent holds and no timer is set for is over.
    #[inline(never)]
    pub(crate) fn end(&mut self, slot: u32, outcome: Outcome) {
        if !Watch::PLAIN && self.plan.rules.passes_on && self.question_fails(slot) {
            return;
        }
        if self.plan.rules.callbacks {
            self.forget_callback(slot);
        }
        self.part(slot, outcome);
        self.contacts.remove(slot);
    }

    /// The customer is off the line; an agent may still be busy with what is left.
    #[inline(always)]
    pub(crate) fn part(&mut self, slot: u32, outcome: Outcome) {
        self.leave_line(slot);
        if !Watch::PLAIN && self.plan.rules.passes_on {
            self.dismiss(slot);
        }
        self.watch.ended(self.now, &self.contacts[slot].record, outcome);
        if !Watch::PLAIN && self.plan.rules.issues {
            self.count_contact(slot, outcome);
        }
        self.come_again(slot, outcome);
    }

    /// Frees the trunk line of a contact that holds one.
    #[inline(always)]
    pub(super) fn leave_line(&mut self, slot: u32) {
        if std::mem::take(&mut self.contacts[slot].on_line) {
            self.free_line(slot);
        }
    }

    #[inline(never)]
    fn free_line(&mut self, slot: u32) {
        let kind = self.contacts[slot].record.kind.index();
        if let Some(lines) = self.plan.scenario.contacts[kind].lines {
            self.on_lines[lines.index()] -= 1;
        }
    }

    /// The run is cut: everybody still present is left unfinished.
    pub(crate) fn cut(&mut self) {
        self.cut_offers();
        (0..self.contacts.slots() as u32).for_each(|slot| self.withdraw(slot));
        for slot in 0..self.contacts.slots() as u32 {
            match self.contacts[slot].phase {
                Phase::Gone
                | Phase::Away
                | Phase::Dialling
                | Phase::WrapUp
                | Phase::Offer(_)
                | Phase::Round
                | Phase::Beside
                | Phase::Aside => {
                    continue;
                }
                Phase::Staying if !self.has_asked(slot) => continue,
                Phase::Waiting => {
                    self.step_out(slot);
                    self.depart(slot, Departure::Unfinished);
                }
                Phase::AtDoor
                | Phase::Ringing
                | Phase::Connecting
                | Phase::ForAgent
                | Phase::Dialled { .. }
                | Phase::Resting => {
                    self.stop_waiting(slot);
                    self.depart(slot, Departure::Unfinished);
                }
                Phase::InFlow { .. } => {
                    let outcome = self.cut_in_flow(slot);
                    self.is_cut(slot, outcome);
                    continue;
                }
                Phase::Talking | Phase::Staying | Phase::OnHold | Phase::Unread | Phase::Silent | Phase::Inactive => {}
            }
            self.is_cut(slot, Outcome::Unfinished);
        }
        self.leave_issues_open();
    }

    /// The run is cut, and with it a contact; a question about one is none.
    fn is_cut(&mut self, slot: u32, outcome: Outcome) {
        let record = self.contacts[slot].record;
        if self.is_question(slot) {
            return;
        }
        self.watch.ended(self.now, &record, outcome);
        if self.plan.rules.issues {
            self.count_contact(slot, outcome);
        }
    }
}
