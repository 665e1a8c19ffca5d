//! Service: an agent answers, talks, finishes, and takes the next contact.

use crate::channel::Channel;
use crate::engine::centre::{AgentNow, Centre, Leaving};
use crate::engine::contact::{Contact, NONE, Phase};
use crate::plan::Plan;
use crate::record::{AgentState, Observer};
use crate::units::{AgentId, Instant};

impl<Watch: Observer> Centre<'_, Watch> {
    /// An agent who is available for it answers a contact.
    #[inline(always)]
    pub(crate) fn answer(&mut self, slot: u32, agent: u32) {
        if !Watch::PLAIN && self.rings && self.ring_newcomer(slot, agent) {
            return;
        }
        if self.plan.one_seat {
            let profile = self.engage_alone(slot, agent);
            self.bench.remove(0, profile, agent);
        } else {
            self.answer_beside_others(slot, agent);
        }
    }

    /// An agent who may hold other contacts, or is on no bench, answers a contact.
    #[inline(never)]
    pub(crate) fn answer_beside_others(&mut self, slot: u32, agent: u32) {
        self.engage(slot, agent);
        self.seat(agent);
        self.tell(agent);
        self.note_end(agent);
    }

    /// An agent who takes one contact at a time begins to talk; the result is the agent's profile, whose seat is the
    /// caller's.
    #[inline(always)]
    fn engage_alone(&mut self, slot: u32, agent: u32) -> u32 {
        if !Watch::PLAIN && self.plan.rules.estimates {
            self.see_how_it_turned_out(slot);
        }
        if !Watch::PLAIN && self.plan.rules.callbacks {
            self.callback_is_done(slot);
        }
        if !Watch::PLAIN && self.plan.rules.looks_at_talks() {
            self.look_at_talk(slot, agent);
        }
        let now = self.now;
        let (contact, state) = (&mut self.contacts[slot], &mut self.agents[agent as usize]);
        state.used += Channel::CAPACITY;
        begin(self.plan, now, (slot, contact), state);
        self.watch.answered(now, &contact.record, AgentId(agent), state.team);
        state.tell_of(AgentState::Talking, agent, now, &mut self.watch);
        self.ends.set(agent, contact.ends);
        let profile = state.profile;
        if !Watch::PLAIN {
            self.clock_answer(slot, agent);
        }
        profile
    }

    /// An agent begins to talk. Seat, announcement and note of the end are the caller's.
    #[inline(always)]
    fn engage(&mut self, slot: u32, agent: u32) {
        self.occupy(slot, agent);
        if self.plan.rules.estimates {
            self.see_how_it_turned_out(slot);
        }
        if self.plan.rules.callbacks {
            self.callback_is_done(slot);
        }
        if self.plan.rules.looks_at_talks() {
            self.look_at_talk(slot, agent);
        }
        let (contact, state) = (&mut self.contacts[slot], &mut self.agents[agent as usize]);
        begin(self.plan, self.now, (slot, contact), state);
        self.watch.answered(self.now, &contact.record, AgentId(agent), state.team);
        self.clock_answer(slot, agent);
        if self.plan.desk.is_used() {
            self.begin_to_work(slot, agent);
        }
    }

    /// Notes when the first of the contacts that an agent holds ends.
    #[inline(never)]
    pub(crate) fn note_end(&mut self, agent: u32) {
        if self.plan.desk.turns {
            self.begin_next_turn(agent);
        }
        if self.plan.desk.slows {
            self.keep_pace(agent);
        }
        let at = match self.agents[agent as usize].held {
            NONE => Instant::NEVER,
            held if self.contacts[held].next == NONE => self.contacts[held].ends,
            _ => self.first_to_end(agent).1,
        };
        self.ends.set(agent, at);
    }

    /// Of the contacts that an agent holds, the one that ends first and when; the one answered first among equals.
    #[inline(never)]
    fn first_to_end(&self, agent: u32) -> (u32, Instant) {
        let mut first = (NONE, Instant::NEVER);
        let mut held = self.agents[agent as usize].held;
        while held != NONE {
            let contact = &self.contacts[held];
            if contact.ends <= first.1 {
                first = (held, contact.ends);
            }
            held = contact.next;
        }
        first
    }

    /// An agent ends the talk or the wrap-up of a contact.
    #[inline(always)]
    pub(crate) fn end_of_work(&mut self, agent: u32) {
        let now = self.now;
        let state = &mut self.agents[agent as usize];
        let slot = state.held;
        let (contact, free) = self.contacts.beside_free(slot);
        if !contact.plain {
            return self.end_of_other_work(agent);
        }
        state.talking -= 1;
        state.used -= Channel::CAPACITY;
        state.held = contact.next;
        self.watch.served(now, &contact.record, AgentId(agent), state.team);
        free.add(slot, contact);
        if state.leaving == Leaving::No && !self.relieved(agent) {
            self.take_one(agent);
        } else {
            self.leave_after_work(agent);
        }
    }

    #[inline(never)]
    fn end_of_other_work(&mut self, agent: u32) {
        let (slot, _) = self.first_to_end(agent);
        match self.contacts[slot].phase {
            Phase::Talking => self.talk_ends(slot, agent),
            Phase::Offer(reply) => self.offer_ends(slot, reply),
            Phase::Silent => self.silence_ends(slot, agent),
            Phase::Staying => self.stays_no_more(slot, agent),
            Phase::Dialling => self.attempt_ends(slot),
            _ => {
                self.agents[agent as usize].wrapping -= 1;
                self.finish(slot, agent);
            }
        }
    }

    /// A contact asks nothing more of its agent, who takes the next one or does what was put off.
    pub(super) fn finish(&mut self, slot: u32, agent: u32) {
        self.release(slot, agent);
        self.be_unseen(agent);
        self.go_on_or_leave(agent);
    }

    /// An agent with more room than before takes the next contact, or does what was put off.
    pub(crate) fn go_on_or_leave(&mut self, agent: u32) {
        if self.agents[agent as usize].leaving == Leaving::No && !self.relieved(agent) {
            self.take_next(agent);
        } else {
            self.leave_after_work(agent);
        }
    }

    /// An agent with more room than before takes nothing more, and does what was put off as soon as free.
    #[inline(never)]
    fn leave_after_work(&mut self, agent: u32) {
        if self.plan.desk.interrupts {
            self.go_on_with_held(agent);
        }
        self.note_end(agent);
        self.tell(agent);
        self.leave_if_free(agent);
    }

    /// Frees the slot of a contact that is over and what it took of its agent; the note of the end is the caller's.
    pub(crate) fn release(&mut self, slot: u32, agent: u32) {
        self.let_go(slot, agent);
        let (contact, team) = (&self.contacts[slot], self.agents[agent as usize].team);
        let wrap_up = self.now.since(contact.since);
        self.watch.handled(self.now, &contact.record, wrap_up, AgentId(agent), team);
        self.contacts.remove(slot);
    }

    /// Takes a contact off the list of those an agent holds.
    pub(crate) fn let_go(&mut self, slot: u32, agent: u32) {
        let freed = self.plan.wrap_ups_free_room && self.frees_room(slot);
        if !freed || self.contacts[slot].phase != Phase::WrapUp {
            self.free_room(slot, agent);
        }
        self.unlink(slot, agent);
        self.clock_end(slot, agent);
    }

    /// An agent with room takes waiting contacts, first ones first, until the room or the contacts are used up; sits
    /// down on the bench with what room is left.
    pub(crate) fn take_next(&mut self, agent: u32) {
        if self.plan.one_at_a_time && !self.rings {
            self.take_one(agent);
        } else {
            self.take_several(agent);
        }
    }

    /// An agent who takes one contact at a time takes the next.
    #[inline(always)]
    fn take_one(&mut self, agent: u32) {
        let next = self.best_waiting(agent);
        self.tell_choice_of_contact(agent, next);
        if let Some(slot) = next {
            self.step_out(slot);
            self.engage_alone(slot, agent);
            return;
        }
        self.seat(agent);
        let state = &mut self.agents[agent as usize];
        state.tell(agent, self.now, &mut self.watch);
        if state.used == 0 {
            self.ends.clear(agent);
        }
    }

    /// The contact that comes first for an agent, and whoever listens hears why.
    fn next_told(&mut self, agent: u32) -> Option<u32> {
        let next = if self.plan.one_at_a_time { self.best_waiting(agent) } else { self.best_at_desk(agent) };
        self.tell_choice_of_contact(agent, next);
        next
    }

    /// An agent who can hold several contacts takes all that there is room for.
    fn take_several(&mut self, agent: u32) {
        if !self.lanes.is_empty() {
            self.await_round();
        }
        while let Some(slot) = self.next_told(agent) {
            if self.contacts[slot].phase == Phase::ForAgent {
                self.take_own(slot, agent);
            } else if self.plan.beside {
                self.take_from_lane(slot, agent);
            } else if !(self.rings && self.ring_waiting(slot, agent)) {
                self.step_out(slot);
                self.engage(slot, agent);
            }
        }
        if self.plan.desk.interrupts {
            self.go_on_with_held(agent);
        }
        self.seat(agent);
        self.tell(agent);
        self.note_end(agent);
    }

    /// The contact that comes first for an agent among all that the agent has room for.
    #[inline(always)]
    fn best_waiting(&self, agent: u32) -> Option<u32> {
        if self.lanes.is_empty() {
            return None;
        }
        let state = &self.agents[agent as usize];
        if !state.is_open() || self.plan.one_at_a_time && state.used > 0 {
            return None;
        }
        if Watch::PLAIN {
            return self.first_in_order(state.profile);
        }
        if self.plan.ranking.is_special {
            self.best_asked(agent)
        } else if self.plan.one_seat && !self.plan.looks_closer {
            self.best_in(self.plan.lanes_of(state.profile, 0))
        } else {
            self.best_of_channels(agent)
        }
    }

    /// The contact that comes first for the people of a profile of a plain plan.
    #[inline(always)]
    pub(super) fn first_in_order(&self, profile: u32) -> Option<u32> {
        match self.plan.mask_of(profile) {
            Some(mask) => self.lanes.best_ranked(&[mask]),
            None => self.best_in(self.plan.lanes_of(profile, 0)),
        }
    }

    /// The contact that comes first in the first of these bit sets of lanes in which anybody waits.
    #[inline(always)]
    pub(crate) fn best_in(&self, mut tiers: &[u64]) -> Option<u32> {
        while let Some((masks, others)) = tiers.split_at_checked(self.plan.words_of_lanes()) {
            let best = self.lanes.best(&self.contacts, masks, self.now);
            if best.is_some() {
                return best;
            }
            tiers = others;
        }
        None
    }

    #[inline(never)]
    fn best_of_channels(&self, agent: u32) -> Option<u32> {
        self.first_of_some(agent, self.rows_looked_at(agent)).map(|(slot, _)| slot)
    }

    /// Whether an agent can take one more contact of a channel.
    #[inline(always)]
    pub(crate) fn has_room(&self, agent: u32, channel: usize) -> bool {
        let state = &self.agents[agent as usize];
        if self.plan.one_at_a_time { state.is_open() && state.used == 0 } else { self.has_seat(agent, channel) }
    }

    /// Puts an agent on the bench, or takes the agent off it, for each channel as there is room.
    #[inline(always)]
    pub(crate) fn seat(&mut self, agent: u32) {
        if self.plan.one_seat {
            self.seat_for(0, agent);
        } else {
            self.seat_for_each_channel(agent);
        }
    }

    #[inline(never)]
    fn seat_for_each_channel(&mut self, agent: u32) {
        for channel in 0..self.plan.seats {
            self.seat_for(channel, agent);
        }
    }

    #[inline(always)]
    fn seat_for(&mut self, channel: usize, agent: u32) {
        let profile = self.agents[agent as usize].profile;
        match (self.has_room(agent, channel), self.bench.holds(channel, agent)) {
            (true, false) => self.bench.insert(channel, profile, agent, self.now),
            (false, true) => self.bench.remove(channel, profile, agent),
            _ => {}
        }
    }

    /// Announces what an agent does now, if that is something else than before.
    #[inline(always)]
    pub(crate) fn tell(&mut self, agent: u32) {
        self.agents[agent as usize].tell(agent, self.now, &mut self.watch);
    }
}

/// A contact and an agent who has room for it begin to talk; what room it takes is the caller's.
#[inline(always)]
fn begin(plan: &Plan, now: Instant, (slot, contact): (u32, &mut Contact), state: &mut AgentNow) {
    contact.record.answered = now;
    contact.phase = Phase::Talking;
    contact.next = std::mem::replace(&mut state.held, slot);
    contact.ends = now + plan.paced(contact.talk, contact.record.kind, state.team);
    state.talking += 1;
}
