//! Service: an agent answers, talks, finishes, and takes the next contact.

use crate::channel::Channel;
use crate::engine::centre::{Centre, Leaving, Presence, who};
use crate::engine::contact::Phase;
use crate::record::{AgentState, Observer, Outcome};
use crate::units::{Instant, Span};

impl<Watch: Observer> Centre<'_, Watch> {
    /// An agent who can take it answers a contact.
    #[inline]
    pub(crate) fn answer(&mut self, slot: u32, agent: u32) {
        let was = self.agents[agent as usize].state();
        self.engage(slot, agent);
        self.tell(agent, was);
    }

    /// An agent begins to talk; the change of the agent's state is not yet announced.
    #[inline]
    fn engage(&mut self, slot: u32, agent: u32) {
        let contact = &mut self.contacts[slot];
        contact.record.answered = self.now;
        contact.agent = agent;
        contact.phase = Phase::Talking;
        let (kind, talk) = (contact.record.kind.index(), contact.talk);
        let channel = self.plan.kinds[kind].channel as usize;
        let plan = &self.plan.agents[agent as usize];
        let team = &self.plan.teams[plan.team.index()];
        let state = &mut self.agents[agent as usize];
        state.talking += 1;
        state.used += team.weights[channel];
        let (id, team_id) = who(self.plan, agent);
        self.watch.answered(self.now, &self.contacts[slot].record, id, team_id);
        self.seat(agent);
        let length = paced(talk, &team.time_factors, kind);
        self.wake(slot, self.now + length);
    }

    /// The customer and the agent part.
    #[inline]
    pub(crate) fn talk_ends(&mut self, slot: u32) {
        let contact = self.contacts[slot];
        let agent = contact.agent;
        let (id, team) = who(self.plan, agent);
        self.watch.talked(self.now, &contact.record, id, team);
        self.contacts[slot].talked = self.now;
        let was = self.agents[agent as usize].state();
        self.agents[agent as usize].talking -= 1;
        self.part(slot, Outcome::Served);
        let factors = &self.plan.teams[team.index()].time_factors;
        let wrap_up = paced(contact.wrap_up, factors, contact.record.kind.index());
        if wrap_up == Span::ZERO {
            self.finish(slot, was);
        } else {
            self.agents[agent as usize].wrapping += 1;
            self.contacts[slot].phase = Phase::WrapUp;
            self.wake(slot, self.now + wrap_up);
            self.tell(agent, was);
        }
    }

    /// The agent has finished what the contact left behind.
    pub(crate) fn wrap_up_ends(&mut self, slot: u32) {
        let agent = self.contacts[slot].agent as usize;
        let was = self.agents[agent].state();
        self.agents[agent].wrapping -= 1;
        self.finish(slot, was);
    }

    /// A contact asks nothing more of its agent, who takes the next one or does what was put off.
    #[inline]
    fn finish(&mut self, slot: u32, was: AgentState) {
        let agent = self.release(slot);
        if self.agents[agent as usize].leaving == Leaving::No && !self.relieved(agent) {
            self.take_next(agent);
            self.tell(agent, was);
        } else {
            self.tell(agent, was);
            self.leave_if_free(agent);
        }
    }

    /// Frees the slot of a contact that is over and what it took of its agent.
    #[inline]
    pub(crate) fn release(&mut self, slot: u32) -> u32 {
        let contact = &self.contacts[slot];
        let agent = contact.agent;
        let channel = self.plan.kinds[contact.record.kind.index()].channel as usize;
        let (id, team) = who(self.plan, agent);
        self.watch.handled(self.now, &contact.record, self.now.since(contact.talked), id, team);
        self.agents[agent as usize].used -= self.plan.teams[team.index()].weights[channel];
        self.contacts.remove(slot);
        agent
    }

    /// An agent with room takes waiting contacts, first ones first, until the room or the contacts are used up.
    #[inline]
    pub(crate) fn take_next(&mut self, agent: u32) {
        let profile = &self.plan.profiles[self.plan.agents[agent as usize].profile as usize];
        for (channel, masks) in profile.lanes.iter().enumerate() {
            while self.has_room(agent, channel) {
                let Some(slot) = self.best_waiting(agent, channel, masks) else { break };
                self.step_out(slot);
                self.engage(slot, agent);
            }
        }
        self.seat(agent);
    }

    /// The contact that comes first for an agent among all channels that there is room for.
    #[inline]
    fn best_waiting(&self, agent: u32, channel: usize, masks: &[u64]) -> Option<u32> {
        if self.plan.channels.len() == 1 {
            return self.lanes.best(masks);
        }
        let profile = &self.plan.profiles[self.plan.agents[agent as usize].profile as usize];
        let open = |other: &usize| *other >= channel && self.has_room(agent, *other);
        let words = masks.len();
        let mut all = vec![0_u64; words];
        for other in (0..profile.lanes.len()).filter(open) {
            for (word, mask) in all.iter_mut().zip(&profile.lanes[other]) {
                *word |= mask;
            }
        }
        self.lanes.best(&all)
    }

    /// Whether an agent can take one more contact of a channel.
    #[inline]
    pub(crate) fn has_room(&self, agent: u32, channel: usize) -> bool {
        let state = &self.agents[agent as usize];
        let team = self.plan.agents[agent as usize].team;
        let weight = self.plan.teams[team.index()].weights[channel];
        state.presence == Presence::There && state.leaving == Leaving::No && state.used + weight <= Channel::CAPACITY
    }

    /// Puts an agent on the bench, or takes the agent off it, for each channel as there is room.
    #[inline]
    pub(crate) fn seat(&mut self, agent: u32) {
        let profile = self.plan.agents[agent as usize].profile;
        for channel in 0..self.plan.channels.len() {
            let (room, sits) = (self.has_room(agent, channel), self.bench.holds(channel, agent));
            match (room, sits) {
                (true, false) => self.bench.insert(channel, profile, agent, self.now),
                (false, true) => self.bench.remove(channel, profile, agent),
                _ => {}
            }
        }
    }

    /// Announces what an agent does now, if that is something else than before.
    #[inline]
    pub(crate) fn tell(&mut self, agent: u32, was: AgentState) {
        let is = self.agents[agent as usize].state();
        if is != was {
            let (id, team) = who(self.plan, agent);
            self.watch.moved(self.now, id, team, was, is);
        }
    }

    /// Sets when a contact wakes up.
    #[inline]
    pub(crate) fn wake(&mut self, slot: u32, at: Instant) {
        self.contacts[slot].wake = at;
        self.timers.set(slot, at);
    }
}

/// How long something takes at the team's pace.
#[inline]
fn paced(span: Span, factors: &[f64], kind: usize) -> Span {
    match factors.get(kind) {
        Some(factor) if !span.is_never() => Span::seconds(span.as_seconds() * factor),
        _ => span,
    }
}
