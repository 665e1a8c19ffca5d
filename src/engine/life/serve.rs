//! Service: an agent answers, talks, finishes, and takes the next contact.

use crate::channel::Channel;
use crate::engine::centre::{Centre, Leaving, who};
use crate::engine::contact::Phase;
use crate::record::{AgentState, Observer, Outcome};
use crate::units::{Instant, Span};

impl<Watch: Observer> Centre<'_, Watch> {
    /// An agent who is available for it answers a contact.
    #[inline(always)]
    pub(crate) fn answer(&mut self, slot: u32, agent: u32) {
        let was = self.agents[agent as usize].state();
        self.engage(slot, agent);
        self.seat(agent);
        self.tell(agent, was);
    }

    /// An agent begins to talk; the agent's seat on the bench and the announcement of the change are the caller's.
    #[inline(always)]
    fn engage(&mut self, slot: u32, agent: u32) {
        let plan = self.plan;
        let contact = &mut self.contacts[slot];
        contact.record.answered = self.now;
        contact.agent = agent;
        contact.phase = Phase::Talking;
        let (kind, talk) = (contact.record.kind.index(), contact.talk);
        let (id, team) = who(plan, agent);
        let state = &mut self.agents[agent as usize];
        state.talking += 1;
        state.used += plan.weight(team, plan.kinds[kind].channel as usize);
        self.watch.answered(self.now, &contact.record, id, team);
        let length = paced(talk, &plan.teams[team.index()].time_factors, kind);
        self.wake(slot, self.now + length);
    }

    /// The customer and the agent part.
    #[inline(always)]
    pub(crate) fn talk_ends(&mut self, slot: u32) {
        let contact = &mut self.contacts[slot];
        contact.since = self.now;
        let (agent, kind, wrap_up) = (contact.agent, contact.record.kind.index(), contact.wrap_up);
        let (id, team) = who(self.plan, agent);
        self.watch.talked(self.now, &contact.record, id, team);
        let state = &mut self.agents[agent as usize];
        let was = state.state();
        state.talking -= 1;
        self.part(slot, Outcome::Served);
        if wrap_up == Span::ZERO {
            self.finish(slot, was);
        } else {
            self.agents[agent as usize].wrapping += 1;
            self.contacts[slot].phase = Phase::WrapUp;
            let length = paced(wrap_up, &self.plan.teams[team.index()].time_factors, kind);
            self.wake(slot, self.now + length);
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
    #[inline(always)]
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
    #[inline(always)]
    pub(crate) fn release(&mut self, slot: u32) -> u32 {
        let contact = &self.contacts[slot];
        let agent = contact.agent;
        let channel = self.plan.kinds[contact.record.kind.index()].channel as usize;
        let (id, team) = who(self.plan, agent);
        self.watch.handled(self.now, &contact.record, self.now.since(contact.since), id, team);
        self.agents[agent as usize].used -= self.plan.weight(team, channel);
        self.contacts.remove(slot);
        agent
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
        let plan = &self.plan.agents[agent as usize];
        let lanes = &self.plan.profiles[plan.profile as usize].lanes;
        let state = &self.agents[agent as usize];
        match lanes.as_slice() {
            _ if !state.is_open() => None,
            _ if self.plan.one_at_a_time && state.used > 0 => None,
            [masks] => {
                if self.has_room(agent, 0) {
                    self.lanes.best(masks)
                } else {
                    None
                }
            }
            _ => {
                let open = lanes.iter().enumerate().filter(|(channel, _)| self.has_room(agent, *channel));
                open.filter_map(|(_, masks)| self.lanes.best(masks))
                    .min_by_key(|&slot| self.lanes.rank(&self.contacts, slot))
            }
        }
    }

    /// Whether an agent can take one more contact of a channel.
    #[inline(always)]
    pub(crate) fn has_room(&self, agent: u32, channel: usize) -> bool {
        let state = &self.agents[agent as usize];
        let room = || {
            let weight = self.plan.weight(self.plan.agents[agent as usize].team, channel);
            state.used + weight <= Channel::CAPACITY
        };
        state.is_open() && (state.used == 0 || !self.plan.one_at_a_time && room())
    }

    /// Puts an agent on the bench, or takes the agent off it, for each channel as there is room.
    #[inline(always)]
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
    #[inline(always)]
    pub(crate) fn tell(&mut self, agent: u32, was: AgentState) {
        let is = self.agents[agent as usize].state();
        if is != was {
            let (id, team) = who(self.plan, agent);
            self.watch.moved(self.now, id, team, was, is);
        }
    }

    /// Sets when a contact wakes up.
    #[inline(always)]
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
