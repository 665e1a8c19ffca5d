//! Service: an agent answers, talks, finishes, and takes the next contact.

use crate::channel::Channel;
use crate::engine::centre::{AgentNow, Centre, Leaving};
use crate::engine::contact::Phase;
use crate::record::{Observer, Outcome};
use crate::units::{AgentId, Instant, Span};

impl<Watch: Observer> Centre<'_, Watch> {
    /// An agent who is available for it answers a contact.
    #[inline(always)]
    pub(crate) fn answer(&mut self, slot: u32, agent: u32) {
        self.engage(slot, agent);
        self.seat(agent);
        self.tell(agent);
    }

    /// An agent begins to talk; the agent's seat on the bench and the announcement of the change are the caller's.
    #[inline(always)]
    fn engage(&mut self, slot: u32, agent: u32) {
        let (contact, state) = (&mut self.contacts[slot], &mut self.agents[agent as usize]);
        contact.record.answered = self.now;
        contact.agent = agent;
        contact.phase = Phase::Talking;
        state.talking += 1;
        state.used += self.plan.taken_by(contact.record.kind, state.team);
        let length = self.plan.paced(contact.talk, contact.record.kind, state.team);
        self.watch.answered(self.now, &contact.record, AgentId(agent), state.team);
        self.wake(slot, self.now + length);
    }

    /// The customer and the agent part.
    #[inline(always)]
    pub(crate) fn talk_ends(&mut self, slot: u32) {
        let contact = &mut self.contacts[slot];
        contact.since = self.now;
        let (agent, wrap_up) = (contact.agent, contact.wrap_up);
        let state = &mut self.agents[agent as usize];
        state.talking -= 1;
        self.watch.talked(self.now, &contact.record, AgentId(agent), state.team);
        self.part(slot, Outcome::Served);
        if wrap_up == Span::ZERO {
            self.finish(slot, agent);
        } else {
            self.wrap_up(slot, agent, wrap_up);
        }
    }

    /// The agent finishes what the contact left behind.
    #[inline(never)]
    fn wrap_up(&mut self, slot: u32, agent: u32, length: Span) {
        let (contact, state) = (&mut self.contacts[slot], &mut self.agents[agent as usize]);
        state.wrapping += 1;
        contact.phase = Phase::WrapUp;
        let length = self.plan.paced(length, contact.record.kind, state.team);
        self.wake(slot, self.now + length);
        self.tell(agent);
    }

    /// The agent has finished what the contact left behind.
    pub(crate) fn wrap_up_ends(&mut self, slot: u32) {
        let agent = self.contacts[slot].agent;
        self.agents[agent as usize].wrapping -= 1;
        self.finish(slot, agent);
    }

    /// A contact asks nothing more of its agent, who takes the next one or does what was put off.
    #[inline(always)]
    fn finish(&mut self, slot: u32, agent: u32) {
        self.release(slot);
        if self.agents[agent as usize].leaving == Leaving::No && !self.relieved(agent) {
            self.take_next(agent);
            self.tell(agent);
        } else {
            self.tell(agent);
            self.leave_if_free(agent);
        }
    }

    /// Frees the slot of a contact that is over and what it took of its agent.
    #[inline(always)]
    pub(crate) fn release(&mut self, slot: u32) {
        let contact = &self.contacts[slot];
        let state = &mut self.agents[contact.agent as usize];
        state.used -= self.plan.taken_by(contact.record.kind, state.team);
        let wrap_up = self.now.since(contact.since);
        self.watch.handled(self.now, &contact.record, wrap_up, AgentId(contact.agent), state.team);
        self.contacts.remove(slot);
    }

    /// An agent with room takes waiting contacts, first ones first, until the room or the contacts are used up; sits
    /// down on the bench with what room is left.
    #[inline(always)]
    pub(crate) fn take_next(&mut self, agent: u32) {
        while let Some(slot) = self.best_waiting(agent) {
            self.step_out(slot);
            self.engage(slot, agent);
        }
        self.seat(agent);
    }

    /// The contact that comes first for an agent among all that the agent has room for.
    #[inline(always)]
    fn best_waiting(&self, agent: u32) -> Option<u32> {
        let state = &self.agents[agent as usize];
        if self.lanes.is_empty() || !state.is_open() || self.plan.one_at_a_time && state.used > 0 {
            return None;
        }
        match self.plan.profiles[state.profile as usize].lanes.as_slice() {
            [masks] if self.has_room(state, 0) => self.lanes.best(masks),
            [_] => None,
            lanes => {
                let open = lanes.iter().enumerate().filter(|(channel, _)| self.has_room(state, *channel));
                open.filter_map(|(_, masks)| self.lanes.best(masks))
                    .min_by_key(|&slot| self.lanes.rank(&self.contacts, slot))
            }
        }
    }

    /// Whether an agent can take one more contact of a channel.
    #[inline(always)]
    fn has_room(&self, state: &AgentNow, channel: usize) -> bool {
        let room = || state.used + self.plan.weight(state.team, channel) <= Channel::CAPACITY;
        state.is_open() && (state.used == 0 || !self.plan.one_at_a_time && room())
    }

    /// Puts an agent on the bench, or takes the agent off it, for each channel as there is room.
    #[inline(always)]
    pub(crate) fn seat(&mut self, agent: u32) {
        let state = &self.agents[agent as usize];
        for channel in 0..self.plan.channels.len() {
            let (room, sits) = (self.has_room(state, channel), self.bench.holds(channel, agent));
            match (room, sits) {
                (true, false) => self.bench.insert(channel, state.profile, agent, self.now),
                (false, true) => self.bench.remove(channel, state.profile, agent),
                _ => {}
            }
        }
    }

    /// Announces what an agent does now, if that is something else than before.
    #[inline(always)]
    pub(crate) fn tell(&mut self, agent: u32) {
        let state = &mut self.agents[agent as usize];
        let (was, is) = (state.told, state.state());
        if is != was {
            state.told = is;
            self.watch.moved(self.now, AgentId(agent), state.team, was, is);
        }
    }

    /// Sets when a contact wakes up.
    #[inline(always)]
    pub(crate) fn wake(&mut self, slot: u32, at: Instant) {
        self.contacts[slot].wake = at;
        self.timers.set(slot, at);
    }
}
