//! After the call: the customer has gone, and the agent finishes what is left.

use crate::engine::centre::Centre;
use crate::engine::contact::Phase;
use crate::record::{Observer, Outcome};
use crate::units::{AgentId, Span};

impl<Watch: Observer> Centre<'_, Watch> {
    /// The customer and the agent part.
    pub(super) fn talk_ends(&mut self, slot: u32, agent: u32) {
        let (contact, state) = (&mut self.contacts[slot], &mut self.agents[agent as usize]);
        contact.since = self.now;
        state.talking -= 1;
        self.watch.talked(self.now, &contact.record, AgentId(agent), state.team);
        self.part(slot, Outcome::Served);
        let contact = &self.contacts[slot];
        let (needed, stay, kind) = (contact.wrap_up, contact.record.stay, contact.record.kind);
        match self.plan.wrap_up(needed, stay, kind, self.agents[agent as usize].team) {
            Span::ZERO => self.finish(slot, agent),
            wrap_up => self.wrap_up(slot, agent, wrap_up),
        }
    }

    /// The agent finishes what the contact left behind.
    fn wrap_up(&mut self, slot: u32, agent: u32, length: Span) {
        let (contact, state) = (&mut self.contacts[slot], &mut self.agents[agent as usize]);
        state.wrapping += 1;
        contact.phase = Phase::WrapUp;
        contact.ends = self.now + length;
        if self.plan.wrap_ups_free_room {
            let (kind, team) = (contact.record.kind, state.team);
            state.used -= self.plan.taken_by(kind, team) - self.plan.still_taken_by(kind, team, true);
            return self.go_on_or_leave(agent);
        }
        self.note_end(agent);
        self.tell(agent);
    }
}
