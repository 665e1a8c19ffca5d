//! Offers: a contact rings at an agent, who answers it or misses it.
//!
//! Meanwhile the customer waits on and may hang up, and the agent can do nothing else with that room.

use crate::engine::centre::{Centre, Presence};
use crate::engine::contact::{NONE, Phase};
use crate::plan::OfferPlan;
use crate::random::Purpose;
use crate::record::Observer;
use crate::units::{AgentId, Span};

impl<Watch: Observer> Centre<'_, Watch> {
    /// Lets a contact that has just come to its queue ring at an agent; false when the agent answers at once.
    #[inline(never)]
    pub(crate) fn ring_newcomer(&mut self, slot: u32, agent: u32) -> bool {
        let Some((answers, time)) = self.outcome_of_offer(slot, agent) else { return false };
        self.begin_to_wait(slot);
        self.ring(slot, agent, answers, time);
        true
    }

    /// Lets a contact that waits in its lane ring at an agent; false when the agent answers at once.
    #[inline(never)]
    pub(crate) fn ring_waiting(&mut self, slot: u32, agent: u32) -> bool {
        let Some((answers, time)) = self.outcome_of_offer(slot, agent) else { return false };
        self.waits.stop(&mut self.contacts, slot);
        self.lanes.remove(&mut self.contacts, slot);
        self.ring(slot, agent, answers, time);
        true
    }

    /// Whether the agent will answer and how long it rings until then or until it is missed; `None` at once.
    fn outcome_of_offer(&mut self, slot: u32, agent: u32) -> Option<(bool, Span)> {
        let team = self.agents[agent as usize].team;
        let OfferPlan { accept, answer_after, ring, .. } = self.plan.teams[team.index()].offers.as_ref()?;
        self.clock_offer(agent);
        let contact = &mut self.contacts[slot];
        let record = &contact.record;
        let key = record.customer << 24 | u64::from(record.attempt & 0xff) << 16 | u64::from(contact.offers);
        let mut stream = self.streams.keyed(Purpose::Offer, record.kind.0, key);
        contact.offers = contact.offers.wrapping_add(1);
        let (wanted, time) = (stream.chance(*accept), answer_after.draw(&mut stream));
        match wanted && time <= *ring {
            true if time == Span::ZERO => None,
            true => Some((true, time)),
            false => Some((false, *ring)),
        }
    }

    /// A contact that waits rings at an agent.
    fn ring(&mut self, slot: u32, agent: u32, answers: bool, time: Span) {
        self.occupy(slot, agent);
        let (contact, state) = (&mut self.contacts[slot], &mut self.agents[agent as usize]);
        contact.phase = Phase::Ringing { answers };
        contact.ends = self.now + time;
        contact.agent = agent;
        contact.next = std::mem::replace(&mut state.held, slot);
        state.ringing += 1;
        let at = contact.gives_up.min(self.sent_on_at(slot)).max(self.now);
        self.waits.set(&mut self.contacts, slot, at);
        self.watch.rang(self.now, &self.contacts[slot].record, AgentId(agent), self.agents[agent as usize].team);
        self.seat(agent);
        self.tell(agent);
        self.note_end(agent);
    }

    /// The ringing is over: the agent answers, or the contact goes back to its place.
    #[inline(never)]
    pub(crate) fn ring_ends(&mut self, slot: u32, agent: u32, answers: bool) {
        self.waits.stop(&mut self.contacts, slot);
        self.stop_ringing(slot, agent);
        if answers {
            self.stop_waiting(slot);
            self.answer_beside_others(slot, agent);
            return;
        }
        let team = self.agents[agent as usize].team;
        self.watch.missed(self.now, &self.contacts[slot].record, AgentId(agent), team);
        self.clock_miss(agent);
        self.be_not_ready(agent);
        self.back_in_place(slot);
        self.go_on_after_ringing(agent);
    }

    /// A contact that rings leaves: its customer hangs up, or the centre sends it elsewhere.
    #[inline(never)]
    pub(crate) fn ringing_is_cut(&mut self, slot: u32) {
        let agent = self.contacts[slot].agent;
        self.stop_ringing(slot, agent);
        self.stop_waiting(slot);
        self.leave_unanswered(slot);
        self.go_on_after_ringing(agent);
    }

    /// An agent who goes leaves a ringing contact to others.
    pub(crate) fn leave_ringing(&mut self, slot: u32, agent: u32) {
        self.waits.stop(&mut self.contacts, slot);
        self.stop_ringing(slot, agent);
        self.back_in_place(slot);
    }

    /// Takes a ringing contact from its agent.
    fn stop_ringing(&mut self, slot: u32, agent: u32) {
        self.let_go(slot, agent);
        self.agents[agent as usize].ringing -= 1;
        self.contacts[slot].agent = NONE;
    }

    /// An agent who has missed a contact is not ready for a while.
    fn be_not_ready(&mut self, agent: u32) {
        let state = &mut self.agents[agent as usize];
        let offers = self.plan.teams[state.team.index()].offers.as_ref();
        let pause = offers.map_or(Span::ZERO, |offers| offers.not_ready_after_miss);
        if pause > Span::ZERO && state.is_open() {
            state.presence = Presence::NotReady;
            self.comes_back(agent, self.now + pause);
        }
    }

    /// A contact that counts as waiting and is in no lane is taken by an agent.
    pub(crate) fn take_from_place(&mut self, slot: u32, agent: u32) {
        if let Some((answers, time)) = self.outcome_of_offer(slot, agent) {
            self.ring(slot, agent, answers, time);
        } else {
            self.stop_waiting(slot);
            self.answer_beside_others(slot, agent);
        }
    }

    /// An agent at whom nothing rings any more takes the next contact, or does what was put off.
    fn go_on_after_ringing(&mut self, agent: u32) {
        if self.agents[agent as usize].presence == Presence::NotReady {
            if self.plan.desk.interrupts {
                self.go_on_with_held(agent);
            }
            self.seat(agent);
            self.tell(agent);
            self.note_end(agent);
        } else {
            self.go_on_or_leave(agent);
        }
    }
}
