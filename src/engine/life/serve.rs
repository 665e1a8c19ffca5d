//! Service: an agent answers, talks, finishes, and takes the next contact.

use crate::channel::Channel;
use crate::engine::centre::{AgentNow, Centre, Leaving};
use crate::engine::contact::{NONE, Phase};
use crate::record::{AgentState, Observer, Outcome};
use crate::units::{AgentId, Instant, Span};

impl<Watch: Observer> Centre<'_, Watch> {
    /// An agent who is available for it answers a contact.
    #[inline(always)]
    pub(crate) fn answer(&mut self, slot: u32, agent: u32) {
        let ends = self.engage(slot, agent);
        if self.plan.one_seat {
            self.bench.remove(0, self.agents[agent as usize].profile, agent);
        } else {
            self.seat(agent);
        }
        self.tell(agent);
        self.note_new_end(agent, ends);
    }

    /// An agent begins to talk; the result is when the talk ends. Seat, announcement and note of the end are the
    /// caller's.
    #[inline(always)]
    fn engage(&mut self, slot: u32, agent: u32) -> Instant {
        let (contact, state) = (&mut self.contacts[slot], &mut self.agents[agent as usize]);
        contact.record.answered = self.now;
        contact.phase = Phase::Talking;
        contact.next = std::mem::replace(&mut state.held, slot);
        contact.ends = self.now + self.plan.paced(contact.talk, contact.record.kind, state.team);
        state.talking += 1;
        state.used += self.plan.taken_by(contact.record.kind, state.team);
        self.watch.answered(self.now, &contact.record, AgentId(agent), state.team);
        contact.ends
    }

    /// Notes when the contact ends that an agent has taken.
    #[inline(always)]
    fn note_new_end(&mut self, agent: u32, ends: Instant) {
        if self.plan.one_at_a_time {
            self.ends.set(agent, ends);
        } else {
            self.note_end(agent);
        }
    }

    /// Notes when the first of the contacts that an agent holds ends.
    #[inline(never)]
    pub(crate) fn note_end(&mut self, agent: u32) {
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
        let held = self.agents[agent as usize].held;
        if self.plan.one_at_a_time && self.contacts[held].phase == Phase::Talking {
            self.talk_ends(held, agent);
        } else {
            self.end_of_other_work(agent);
        }
    }

    #[inline(never)]
    fn end_of_other_work(&mut self, agent: u32) {
        let (slot, _) = self.first_to_end(agent);
        if self.contacts[slot].phase == Phase::Talking {
            self.talk_ends(slot, agent);
        } else {
            self.agents[agent as usize].wrapping -= 1;
            self.finish(slot, agent);
        }
    }

    /// The customer and the agent part.
    #[inline(always)]
    fn talk_ends(&mut self, slot: u32, agent: u32) {
        let (contact, state) = (&mut self.contacts[slot], &mut self.agents[agent as usize]);
        contact.since = self.now;
        state.talking -= 1;
        self.watch.talked(self.now, &contact.record, AgentId(agent), state.team);
        if contact.plain {
            self.watch.ended(self.now, &contact.record, Outcome::Served);
            self.watch.gone(self.now, &contact.record, Outcome::Served);
            self.finish(slot, agent);
        } else {
            self.part_from(slot, agent);
        }
    }

    /// The customer and the agent part, and something follows.
    #[inline(never)]
    fn part_from(&mut self, slot: u32, agent: u32) {
        self.part(slot, Outcome::Served);
        match self.contacts[slot].wrap_up {
            Span::ZERO => self.finish(slot, agent),
            wrap_up => self.wrap_up(slot, agent, wrap_up),
        }
    }

    /// The agent finishes what the contact left behind.
    fn wrap_up(&mut self, slot: u32, agent: u32, length: Span) {
        let (contact, state) = (&mut self.contacts[slot], &mut self.agents[agent as usize]);
        state.wrapping += 1;
        contact.phase = Phase::WrapUp;
        contact.ends = self.now + self.plan.paced(length, contact.record.kind, state.team);
        self.note_end(agent);
        self.tell(agent);
    }

    /// A contact asks nothing more of its agent, who takes the next one or does what was put off.
    #[inline(always)]
    fn finish(&mut self, slot: u32, agent: u32) {
        self.release(slot, agent);
        if self.agents[agent as usize].leaving == Leaving::No && !self.relieved(agent) {
            self.take_next(agent);
        } else {
            self.note_end(agent);
            self.tell(agent);
            self.leave_if_free(agent);
        }
    }

    /// Frees the slot of a contact that is over and what it took of its agent; the note of the end is the caller's.
    #[inline(always)]
    pub(crate) fn release(&mut self, slot: u32, agent: u32) {
        self.let_go(slot, agent);
        let (contact, team) = (&self.contacts[slot], self.agents[agent as usize].team);
        let wrap_up = self.now.since(contact.since);
        self.watch.handled(self.now, &contact.record, wrap_up, AgentId(agent), team);
        self.contacts.remove(slot);
    }

    /// Takes a contact off the list of those an agent holds.
    #[inline(always)]
    pub(crate) fn let_go(&mut self, slot: u32, agent: u32) {
        let (contact, state) = (&self.contacts[slot], &mut self.agents[agent as usize]);
        state.used -= self.plan.taken_by(contact.record.kind, state.team);
        if state.held == slot {
            state.held = contact.next;
        } else {
            self.unlink(slot, agent);
        }
    }

    /// Takes a contact that others were taken after off the list of those an agent holds.
    #[inline(never)]
    fn unlink(&mut self, slot: u32, agent: u32) {
        let (mut later, after) = (self.agents[agent as usize].held, self.contacts[slot].next);
        while self.contacts[later].next != slot {
            later = self.contacts[later].next;
        }
        self.contacts[later].next = after;
    }

    /// An agent with room takes waiting contacts, first ones first, until the room or the contacts are used up; sits
    /// down on the bench with what room is left.
    #[inline(always)]
    pub(crate) fn take_next(&mut self, agent: u32) {
        match self.best_waiting(agent) {
            Some(slot) if self.plan.one_at_a_time => {
                self.step_out(slot);
                let ends = self.engage(slot, agent);
                self.tell(agent);
                self.ends.set(agent, ends);
            }
            None if self.plan.one_at_a_time => {
                self.seat(agent);
                self.tell(agent);
                if self.agents[agent as usize].held == NONE {
                    self.ends.clear(agent);
                }
            }
            first => self.take_several(agent, first),
        }
    }

    /// An agent who can hold several contacts takes this one and all others that there is room for.
    #[inline(never)]
    fn take_several(&mut self, agent: u32, first: Option<u32>) {
        let mut next = first;
        while let Some(slot) = next {
            self.step_out(slot);
            self.engage(slot, agent);
            next = self.best_waiting(agent);
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
        if self.plan.one_seat { self.best_in(state.profile, 0) } else { self.best_of_channels(state) }
    }

    /// The contact that comes first for a profile among those of one channel: first by the rank of its queue.
    #[inline(always)]
    fn best_in(&self, profile: u32, channel: usize) -> Option<u32> {
        let (mut tiers, words) = (self.plan.lanes_of(profile, channel), self.plan.words_of_lanes());
        while let Some((masks, others)) = tiers.split_at_checked(words) {
            let best = self.lanes.best(&self.contacts, masks, self.now);
            if best.is_some() {
                return best;
            }
            tiers = others;
        }
        None
    }

    #[inline(never)]
    fn best_of_channels(&self, state: &AgentNow) -> Option<u32> {
        let open = (0..self.plan.channels.len()).filter(|&channel| self.has_room(state, channel));
        open.filter_map(|channel| self.best_in(state.profile, channel))
            .min_by(|&one, &other| self.lanes.compare(&self.contacts, one, other, self.now))
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
        if self.plan.one_seat {
            self.seat_for(0, agent);
        } else {
            self.seat_for_each_channel(agent);
        }
    }

    #[inline(never)]
    fn seat_for_each_channel(&mut self, agent: u32) {
        for channel in 0..self.plan.channels.len() {
            self.seat_for(channel, agent);
        }
    }

    #[inline(always)]
    fn seat_for(&mut self, channel: usize, agent: u32) {
        let state = &self.agents[agent as usize];
        match (self.has_room(state, channel), self.bench.holds(channel, agent)) {
            (true, false) => self.bench.insert(channel, state.profile, agent, self.now),
            (false, true) => self.bench.remove(channel, state.profile, agent),
            _ => {}
        }
    }

    /// Announces what an agent does now, if that is something else than before.
    #[inline(always)]
    pub(crate) fn tell(&mut self, agent: u32) {
        let state = &mut self.agents[agent as usize];
        if state.talking > 0 && state.told == AgentState::Talking {
            return;
        }
        let (was, is) = (state.told, state.state());
        if is != was {
            state.told = is;
            self.watch.moved(self.now, AgentId(agent), state.team, was, is);
        }
    }
}
