//! The plain course: the two most frequent turns of a plain plan, without what such plans do without.
//!
//! A newcomer is answered at once or waits; a talk ends that leaves nothing behind, and its agent takes the next contact
//! or rests. They do what the general turns do, to the last bit.

use crate::channel::Channel;
use crate::engine::centre::{Centre, Leaving};
use crate::engine::contact::{NONE, Phase, Place};
use crate::record::{AgentState, Departure, Observer, Outcome};
use crate::units::{AgentId, Span};

impl<Watch: Observer> Centre<'_, Watch> {
    /// A contact comes to an open queue, with the rank it has.
    #[inline(always)]
    pub(super) fn enter_plainly(&mut self, slot: u32, place: Place<'_>) {
        self.watch.offered(self.now, &self.contacts[slot].record);
        match self.bench.choose_at_hand(place.need) {
            Some(agent) => self.answer_plainly(slot, agent),
            None if place.plan.until == Span::NEVER && !place.plan.balks => self.wait_plainly(slot),
            None => self.wait(slot, place.plan, false),
        }
    }

    /// No agent is free: the contact waits, if there is a place.
    #[inline(always)]
    fn wait_plainly(&mut self, slot: u32) {
        let contact = &mut self.contacts[slot];
        let queue = &mut self.queues[contact.record.queue.index()];
        if queue.waiting >= queue.capacity {
            return self.turn_back(slot);
        }
        queue.waiting += 1;
        self.watch.began_waiting(self.now, &contact.record);
        contact.phase = Phase::Waiting;
        let at = contact.gives_up.min(contact.record.entered + queue.maximum_wait).max(self.now);
        self.waits.set_of(contact, slot, at);
        self.lanes.insert_oldest(&mut self.contacts, slot);
    }

    #[inline(never)]
    fn turn_back(&mut self, slot: u32) {
        self.depart(slot, Departure::Blocked);
        self.end(slot, Outcome::Blocked);
    }

    /// A contact leaves its lane.
    #[inline(always)]
    fn step_out_plainly(&mut self, slot: u32) {
        self.waits.stop(&mut self.contacts, slot);
        self.lanes.remove_linked(&mut self.contacts, slot);
        self.stop_waiting(slot);
    }

    /// An agent who is available answers.
    #[inline(always)]
    fn answer_plainly(&mut self, slot: u32, agent: u32) {
        let profile = self.talk_plainly(slot, agent);
        let (now, state) = (self.now, &mut self.agents[agent as usize]);
        (state.used, state.talking, state.told) = (Channel::CAPACITY, 1, AgentState::Talking);
        self.watch.moved(now, AgentId(agent), state.team, AgentState::Available, AgentState::Talking);
        self.bench.stand_up(agent as usize, profile);
    }

    /// An agent begins to talk, without a change of state; the result is the agent's profile.
    #[inline(always)]
    fn talk_plainly(&mut self, slot: u32, agent: u32) -> usize {
        let (now, contact, state) = (self.now, &mut self.contacts[slot], &mut self.agents[agent as usize]);
        let ends = now + contact.talk;
        (state.held, state.plain) = (slot, contact.plain);
        contact.record.answered = now;
        (contact.phase, contact.next, contact.ends) = (Phase::Talking, NONE, ends);
        self.watch.answered(now, &contact.record, AgentId(agent), state.team);
        self.ends.set(agent, ends);
        state.profile as usize
    }

    /// What an agent does is over: mostly a talk that leaves nothing behind, of an agent who stays.
    #[inline(always)]
    pub(crate) fn end_plainly(&mut self, agent: u32) {
        let (now, state) = (self.now, &self.agents[agent as usize]);
        if !state.plain || state.leaving != Leaving::No || self.surplus > 0 {
            return self.end_in_general(agent);
        }
        let (slot, profile) = (state.held, state.profile);
        let (contact, free) = self.contacts.beside_free(slot);
        self.watch.served(now, &contact.record, AgentId(agent), state.team);
        free.add(slot, contact);
        let next = if self.lanes.is_empty() { None } else { self.first_in_order(profile) };
        match next {
            Some(next) => {
                self.step_out_plainly(next);
                self.talk_plainly(next, agent);
            }
            None => self.rest_plainly(agent, profile),
        }
    }

    #[inline(never)]
    fn end_in_general(&mut self, agent: u32) {
        self.end_of_work(agent);
    }

    /// An agent who has finished becomes available.
    #[inline(always)]
    fn rest_plainly(&mut self, agent: u32, profile: u32) {
        let (now, state) = (self.now, &mut self.agents[agent as usize]);
        (state.used, state.talking, state.held, state.told) = (0, 0, NONE, AgentState::Available);
        self.bench.sit_down(agent as usize, profile as usize, now);
        self.watch.moved(now, AgentId(agent), state.team, AgentState::Talking, AgentState::Available);
        self.ends.clear(agent);
    }
}
