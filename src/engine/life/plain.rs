//! The plain course: the two most frequent turns of a plain plan, without what such plans do without.
//!
//! A newcomer is answered at once or waits; a talk ends that leaves nothing behind, and its agent takes the next contact
//! or rests. They do what the general turns do, to the last bit.
//!
//! Of most talks it is certain, as soon as they begin, how they end. Whoever listens is told so then, and the slot of
//! the contact is free from then on; one who is answered at once never has any.
//!
//! When an agent ends next is noted before anything else is done: the next turn depends on it, which the processor
//! guesses and often wrongly, and what is counted meanwhile costs nothing while it waits for that.

use crate::channel::Channel;
use crate::engine::centre::{AgentNow, Centre, Leaving};
use crate::engine::contact::{Contact, Contacts, NONE, Phase, Place};
use crate::record::{AgentState, ContactRecord, Departure, Observer, Outcome};
use crate::units::{AgentId, Instant, Span, TeamId};

/// What a newcomer brings: patience, talk and wrap-up; whether nothing follows the talk.
type Brought = ([Span; 3], bool);

impl<Watch: Observer> Centre<'_, Watch> {
    /// Plays what comes before `end` and before anything rare does, up to the first turn that may bring something rare;
    /// false when there is nothing of that kind.
    #[inline(always)]
    pub(crate) fn play_plainly(&mut self, end: Instant) -> bool {
        let rare = self.next_rare(end);
        // Each turn handles one event and adds one contact at most.
        let room = (self.most_present - self.contacts.present()) as u64;
        let most = room.min(self.most_events - self.events);
        let mut left = most;
        while left > 0 {
            let (ends, arrival) = (self.ends.next_at(), self.arrivals.next_at());
            let usual = ends.min(arrival);
            if rare <= usual || self.waits.next_at() < usual {
                if rare <= self.waits.next_at() {
                    break;
                }
                if self.a_wait_may_be_over() {
                    left -= 1;
                    break;
                }
                continue;
            }
            self.now = usual;
            left -= 1;
            let plain = if ends <= arrival {
                self.end_plainly(self.ends.next_slot())
            } else {
                self.arrive(self.arrivals.next_slot())
            };
            if !plain {
                break;
            }
        }
        self.events += most - left;
        left < most
    }

    /// Plays the end of a wait, if there is one at the moment before which none is; false when there is none.
    #[inline(never)]
    fn a_wait_may_be_over(&mut self) -> bool {
        let at = self.waits.next_at();
        let due = self.waits.is_due();
        if due {
            self.now = at;
            self.one_wait_is_over();
        }
        due
    }

    /// A contact comes straight to an open queue; false when that may bring something rare.
    #[inline(always)]
    pub(super) fn newcomer_plainly(&mut self, record: ContactRecord, place: Place<'_>, brought: Brought) -> bool {
        let agent = self.bench.choose_at_hand(place.need);
        let ends = record.arrived + brought.0[1];
        if let Some(agent) = agent {
            self.ends.set(agent, ends);
        }
        self.watch.arrived(record.arrived, &record);
        self.watch.offered(record.arrived, &record);
        match agent {
            Some(agent) if brought.1 => self.answer_for_good(record, ends, agent),
            Some(agent) => self.answer_plainly(record, place, brought, agent),
            None => return self.let_wait(record, place, brought),
        }
        true
    }

    /// No agent is free: the contact waits, if there is a place and it has the patience.
    #[inline(always)]
    fn let_wait(&mut self, record: ContactRecord, place: Place<'_>, brought: Brought) -> bool {
        let queue = &mut self.queues[record.queue.index()];
        if queue.waiting >= queue.capacity || place.plan.until != Span::NEVER || place.plan.balks {
            // Put together anew, so that on the usual way it need not lie in memory.
            let ([patience, talk, wrap_up], plain) = brought;
            self.let_wait_or_go(record, place, ([patience, talk, wrap_up], plain));
            return false;
        }
        queue.waiting += 1;
        let maximum = record.entered + queue.maximum_wait;
        self.watch.began_waiting(record.entered, &record);
        let (slot, contact) = take_in(&mut self.contacts, &record, place, brought);
        contact.phase = Phase::Waiting;
        let at = contact.gives_up.min(maximum);
        self.waits.set_of(contact, slot, at);
        self.lanes.insert_oldest(&mut self.contacts, slot);
        true
    }

    /// The same where there is no place, or where one leaves it to chance or to the hour whether to wait.
    #[inline(never)]
    fn let_wait_or_go(&mut self, record: ContactRecord, place: Place<'_>, brought: Brought) {
        let (slot, _) = take_in(&mut self.contacts, &record, place, brought);
        if place.plan.until != Span::NEVER || place.plan.balks {
            return self.wait(slot, place.plan, false);
        }
        self.depart(slot, Departure::Blocked);
        self.end(slot, Outcome::Blocked);
    }

    /// An agent who is available answers a newcomer, of whom nothing is needed any more.
    #[inline(always)]
    fn answer_for_good(&mut self, record: ContactRecord, ends: Instant, agent: u32) {
        self.contacts.add_unseen();
        let state = &mut self.agents[agent as usize];
        (state.held, state.foreseen) = (NONE, true);
        let (team, pool) = state.begin_to_talk();
        // The moment as the record has it, so that the compiler sees that there was no wait.
        let now = record.arrived;
        let (record, certain) = self.as_answered(now, record, ends);
        self.watch.answered_from_rest(now, &record, AgentId(agent), team, certain);
        self.bench.stand_up(agent as usize, pool);
    }

    /// An agent who is available answers a newcomer, who will need some more when the talk has ended.
    #[inline(always)]
    fn answer_plainly(&mut self, record: ContactRecord, place: Place<'_>, brought: Brought, agent: u32) {
        let (slot, _) = take_in(&mut self.contacts, &record, place, brought);
        self.talk_plainly(slot, agent);
        let (team, pool) = self.agents[agent as usize].begin_to_talk();
        self.watch.moved(self.now, AgentId(agent), team, AgentState::Available, AgentState::Talking);
        self.bench.stand_up(agent as usize, pool);
    }

    /// A contact as it is answered, and when its talk ends, which is certain unless the run ends before.
    #[inline(always)]
    fn as_answered(&self, now: Instant, record: ContactRecord, ends: Instant) -> (ContactRecord, Option<Instant>) {
        (ContactRecord { answered: now, ..record }, (ends < self.over).then_some(ends))
    }

    /// An agent begins any other talk, without a change of state.
    #[inline(always)]
    fn talk_plainly(&mut self, slot: u32, agent: u32) {
        let (now, contact, state) = (self.now, &mut self.contacts[slot], &mut self.agents[agent as usize]);
        let ends = now + contact.talk;
        (state.held, state.foreseen) = (slot, false);
        contact.record.answered = now;
        (contact.phase, contact.next, contact.ends) = (Phase::Talking, NONE, ends);
        self.watch.answered(now, &contact.record, AgentId(agent), state.team);
    }

    /// What an agent does is over: mostly a talk that leaves nothing behind, of an agent who stays; false when it is
    /// anything else.
    #[inline(always)]
    pub(crate) fn end_plainly(&mut self, agent: u32) -> bool {
        let state = &self.agents[agent as usize];
        if !state.foreseen || state.leaving != Leaving::No || self.surplus > 0 {
            self.end_in_general(agent);
            return false;
        }
        let team = state.team;
        let first = if self.lanes.is_empty() { None } else { self.first_lane(state.profile) };
        match first {
            Some(lane) => self.take_waiting(lane, agent, team),
            None => self.rest_plainly(agent),
        }
        true
    }

    /// The lane whose first contact comes first for the people of a profile.
    #[inline(always)]
    fn first_lane(&self, profile: u32) -> Option<u32> {
        match self.plan.mask_of(profile) {
            Some(mask) => self.lanes.first_of_word(mask),
            None => self.first_lane_of_tiers(profile),
        }
    }

    #[inline(never)]
    fn first_lane_of_tiers(&self, profile: u32) -> Option<u32> {
        self.best_in(self.plan.lanes_of(profile, 0)).map(|slot| self.contacts[slot].lane)
    }

    /// What an agent does is over who may be about to go, or whose contact needs some more.
    #[inline(never)]
    pub(crate) fn end_in_general(&mut self, agent: u32) {
        let state = &mut self.agents[agent as usize];
        if !std::mem::take(&mut state.foreseen) {
            return self.end_of_work(agent);
        }
        (state.used, state.talking) = (0, 0);
        self.contacts.remove_unseen();
        self.go_on_or_leave(agent);
    }

    /// An agent goes over from a talk that was foreseen to the first contact of a lane.
    #[inline(always)]
    fn take_waiting(&mut self, lane: u32, agent: u32, team: TeamId) {
        let slot = self.lanes.take_first(&mut self.contacts, lane);
        let (contact, free) = self.contacts.beside_free(slot);
        let ends = self.now + contact.talk;
        self.ends.set(agent, ends);
        self.waits.stop_of(contact);
        self.queues[contact.record.queue.index()].waiting -= 1;
        self.watch.stopped_waiting(self.now, &contact.record);
        if !contact.plain {
            self.contacts.remove_unseen();
            return self.talk_plainly(slot, agent);
        }
        // What the one leaves the other takes: there are as many unseen as before, and the agent's talk is foreseen again.
        free.add(slot, contact);
        let record = contact.record;
        let (record, certain) = self.as_answered(self.now, record, ends);
        self.watch.answered_for_good(self.now, &record, AgentId(agent), team, certain);
    }

    /// An agent who has finished becomes available.
    #[inline(always)]
    fn rest_plainly(&mut self, agent: u32) {
        self.ends.clear(agent);
        self.contacts.remove_unseen();
        let (now, state) = (self.now, &mut self.agents[agent as usize]);
        (state.used, state.talking, state.foreseen, state.told) = (0, 0, false, AgentState::Available);
        self.bench.sit_down(agent as usize, state.profile as usize, now);
        self.watch.moved(now, AgentId(agent), state.team, AgentState::Talking, AgentState::Available);
    }
}

impl AgentNow {
    /// One who was available talks; the result is the team, and the pool of those available.
    #[inline(always)]
    fn begin_to_talk(&mut self) -> (TeamId, usize) {
        (self.used, self.talking, self.told) = (Channel::CAPACITY, 1, AgentState::Talking);
        (self.team, self.profile as usize)
    }
}

/// A slot for a newcomer that needs one.
#[inline(always)]
fn take_in<'a>(
    contacts: &'a mut Contacts,
    record: &ContactRecord,
    place: Place<'_>,
    (spans, plain): Brought,
) -> (u32, &'a mut Contact) {
    let (slot, contact) = contacts.occupy();
    contact.begin(record, spans);
    (contact.lane, contact.plain) = (place.lane, plain);
    if place.plan.live {
        contact.gives_up = record.entered + spans[0];
    }
    (slot, contact)
}
