//! After the call: the customer has gone, and the agent finishes what is left.

use crate::engine::centre::Centre;
use crate::engine::contact::Phase;
use crate::record::{Observer, Outcome};
use crate::units::{AgentId, Span};

impl<Watch: Observer> Centre<'_, Watch> {
    /// The customer and the agent part.
    pub(super) fn talk_ends(&mut self, slot: u32, agent: u32) {
        if self.plan.desk.is_used() && self.falls_silent(slot, agent) {
            return;
        }
        if !Watch::PLAIN && self.plan.rules.passes_on && self.asks_another(slot, agent) {
            return;
        }
        if self.plan.desk.is_used() {
            self.tell_aside(slot);
        }
        self.say_goodbye(slot, agent);
        if !(self.plan.rules.travels && self.travels_on(slot, agent)) {
            self.part(slot, Outcome::Served);
        }
        if self.plan.desk.chases {
            self.settle_other(slot);
        }
        self.clear_up(slot, agent);
    }

    /// An agent talks to the customer of a contact no more.
    pub(super) fn say_goodbye(&mut self, slot: u32, agent: u32) {
        let (contact, state) = (&mut self.contacts[slot], &mut self.agents[agent as usize]);
        contact.since = self.now;
        state.talking -= 1;
        self.watch.talked(self.now, &contact.record, AgentId(agent), state.team);
        if !Watch::PLAIN && self.plan.rules.issues {
            self.charge(slot, agent, (self.now, self.wrap_up_of(slot, agent)));
        }
    }

    /// An agent finishes what a contact leaves behind, if anything.
    pub(super) fn clear_up(&mut self, slot: u32, agent: u32) {
        match self.wrap_up_of(slot, agent) {
            Span::ZERO => self.finish(slot, agent),
            wrap_up => self.wrap_up(slot, agent, wrap_up),
        }
    }

    /// How long an agent finishes what a contact leaves behind.
    pub(super) fn wrap_up_of(&self, slot: u32, agent: u32) -> Span {
        let contact = &self.contacts[slot];
        let (needed, stay, kind) = (contact.wrap_up, contact.record.stay, contact.record.kind);
        self.plan.wrap_up(needed, stay, kind, self.agents[agent as usize].team)
    }

    /// Whether a contact takes no room of its agent once its customer has gone.
    pub(super) fn frees_room(&self, slot: u32) -> bool {
        self.plan.scenario.contacts[self.contacts[slot].record.kind.index()].wrap_up_frees_room
    }

    /// The agent finishes what the contact left behind.
    fn wrap_up(&mut self, slot: u32, agent: u32, length: Span) {
        let (contact, state) = (&mut self.contacts[slot], &mut self.agents[agent as usize]);
        state.wrapping += 1;
        contact.phase = Phase::WrapUp;
        contact.ends = self.now + length;
        if self.plan.desk.slows {
            self.note_mut(slot).factor = 1.0;
        }
        if self.plan.wrap_ups_free_room {
            if self.frees_room(slot) {
                self.free_room(slot, agent);
            }
            return self.go_on_or_leave(agent);
        }
        self.note_end(agent);
        self.tell(agent);
    }
}
