//! Offers: a contact rings at agents, and one of them answers it or all of them do not.
//!
//! Meanwhile the customer waits on and may hang up, and these agents can do nothing else with that room. Each offer has
//! a slot of its own, which stands for the contact among all that its agent holds.

use crate::engine::centre::{Centre, Presence};
use crate::engine::contact::{Contact, NONE, Phase, Reply};
use crate::plan::Need;
use crate::random::Purpose;
use crate::record::{Caller, Departure, Observer, Offer, OfferEnd, Outcome};
use crate::scenario::Offering;
use crate::units::{AgentId, Instant, Span};

/// What comes of an offer, after how long, and how long connecting takes if it is accepted.
#[derive(Debug, Clone, Copy)]
struct Course {
    reply: Reply,
    time: Span,
    connect: Span,
}

impl<Watch: Observer> Centre<'_, Watch> {
    /// Lets a contact that has just come to its queue ring at an agent; false when the agent answers at once.
    #[inline(never)]
    pub(crate) fn ring_newcomer(&mut self, slot: u32, agent: u32) -> bool {
        let Some(course) = self.course(slot, agent) else { return false };
        self.begin_to_wait(slot);
        self.ring(slot, agent, course);
        true
    }

    /// Lets a contact that waits in its lane ring at an agent; false when the agent answers at once.
    #[inline(never)]
    pub(crate) fn ring_waiting(&mut self, slot: u32, agent: u32) -> bool {
        let Some(course) = self.course(slot, agent) else { return false };
        self.waits.stop(&mut self.contacts, slot);
        self.lanes.remove(&mut self.contacts, slot);
        self.ring(slot, agent, course);
        true
    }

    /// A contact that counts as waiting and is in no lane is taken by an agent.
    pub(crate) fn take_from_place(&mut self, slot: u32, agent: u32) {
        if self.plan.beside {
            self.set_aside(slot);
        }
        if let Some(course) = self.course(slot, agent) {
            self.ring(slot, agent, course);
        } else {
            self.stop_waiting(slot);
            if self.plan.beside {
                self.withdraw(slot);
            }
            self.answer_beside_others(slot, agent);
        }
    }

    /// What comes of an offer; `None` where the agent answers at once.
    fn course(&mut self, slot: u32, agent: u32) -> Option<Course> {
        if self.plan.rules.callbacks && self.must_be_called(slot) {
            let (reply, time) = self.call_back(slot);
            return Some(Course { reply, time, connect: Span::ZERO });
        }
        let team = self.agents[agent as usize].team;
        let plan = self.plan.teams[team.index()].offers.as_ref()?;
        self.clock_offer(agent);
        let contact = &mut self.contacts[slot];
        let record = &contact.record;
        let key = record.customer << 24 | u64::from(record.attempt & 0xff) << 16 | u64::from(contact.offers);
        let mut stream = self.streams.keyed(Purpose::Offer, record.kind.0, key);
        contact.offers = contact.offers.wrapping_add(1);
        let (wanted, time) = (stream.chance(plan.accept), plan.answer_after.draw(&mut stream));
        if wanted && time <= plan.ring {
            let connect = plan.connect.as_ref().map_or(Span::ZERO, |connect| connect.draw(&mut stream));
            return match (time, connect) {
                (Span::ZERO, Span::ZERO) => {
                    self.tried.forget(record.serial);
                    self.misses[agent as usize].in_a_row = 0;
                    None
                }
                (Span::ZERO, connect) => Some(Course { reply: Reply::Connected, time: connect, connect }),
                (time, connect) => Some(Course { reply: Reply::Accepted, time, connect }),
            };
        }
        let (how, time) = if !wanted && stream.chance(plan.rejected) {
            let time = plan.reject_after.draw(&mut stream);
            if time <= plan.ring { (OfferEnd::Rejected, time) } else { (OfferEnd::Missed, plan.ring) }
        } else if !wanted && stream.chance(plan.busy) {
            (OfferEnd::Busy, Span::ZERO)
        } else {
            (OfferEnd::Missed, plan.ring)
        };
        Some(Course { reply: Reply::InVain(how), time, connect: Span::ZERO })
    }

    fn offering(&self, slot: u32) -> Offering {
        self.plan.scenario.queues[self.contacts[slot].record.queue.index()].offering
    }

    /// A contact that waits and is in no lane rings at an agent, and at as many others as its queue says.
    fn ring(&mut self, slot: u32, agent: u32, course: Course) {
        let alone = self.contacts[slot].phase == Phase::ForAgent || self.is_called_back(slot);
        let offering = self.offering(slot);
        let contact = &mut self.contacts[slot];
        (contact.phase, contact.agent, contact.ends) = (Phase::Ringing, NONE, Instant::NEVER);
        if offering.serial {
            self.lanes.hold_up(self.contacts[slot].lane);
        }
        self.offer(slot, agent, course);
        match offering.every {
            _ if alone => {}
            None => {
                let mut rings = 1;
                while rings < offering.to && self.is_up_for_grabs(slot) && self.ring_at_one_more(slot) {
                    rings += 1;
                }
            }
            Some(every) => self.contacts[slot].ends = self.now + every,
        }
        self.set_ring_timer(slot);
    }

    /// Whether nobody has accepted a contact yet.
    fn is_up_for_grabs(&self, slot: u32) -> bool {
        self.contacts[slot].phase == Phase::Ringing
    }

    /// Notes when something happens to a contact that rings, if nobody answers before.
    fn set_ring_timer(&mut self, slot: u32) {
        if self.is_up_for_grabs(slot) {
            let contact = &self.contacts[slot];
            let at = contact.gives_up.min(self.sent_on_at(slot)).min(contact.ends).max(self.now);
            self.waits.set(&mut self.contacts, slot, at);
        }
    }

    /// Lets a contact that rings already ring at one more agent, if anybody is free; whether it does.
    fn ring_at_one_more(&mut self, slot: u32) -> bool {
        let Some(agent) = self.choose_another(slot) else { return false };
        self.tell_choice_of_agent(slot, Some(agent));
        if let Some(course) = self.course(slot, agent) {
            self.offer(slot, agent, course);
            return true;
        }
        self.waits.stop(&mut self.contacts, slot);
        let others = self.end_offers(slot, NONE, OfferEnd::Outrun);
        self.is_answered(slot, agent);
        self.go_on_in_turn(others);
        false
    }

    /// The agent whom the rules of a lane choose for a contact among those at whom it does not ring.
    fn choose_another(&mut self, slot: u32) -> Option<u32> {
        let need = &self.plan.needs[self.plan.lanes[self.contacts[slot].lane as usize].need as usize];
        if self.plan.one_at_a_time {
            return self.choose_but(slot, need, &[]).filter(|&agent| self.is_in_first_pool(slot, agent, need));
        }
        let offers = self.offers_of(slot);
        let ringing: Vec<u32> = offers.into_iter().map(|offer| self.contacts[offer].agent).collect();
        self.choose_in_turn(slot, need, &ringing).filter(|&agent| self.is_in_first_pool(slot, agent, need))
    }

    /// Whether a contact may ring at an agent too, where it rings at those of the first pool alone.
    fn is_in_first_pool(&self, slot: u32, agent: u32, need: &Need) -> bool {
        let place = |agent: u32| {
            let profile = self.agents[agent as usize].profile as usize;
            need.places[need.channel as usize * self.plan.profiles.len() + profile]
        };
        let offer = self.contacts[slot].agent;
        need.places.is_empty() || offer == NONE || place(self.contacts[offer].agent) == place(agent)
    }

    /// A contact rings at an agent; whoever is connected at once leaves it to no other.
    fn offer(&mut self, slot: u32, agent: u32, course: Course) {
        let contact = self.contacts[slot];
        let (offer, own) = self.contacts.occupy();
        *own = Contact::offer(slot, contact.record, agent, (course.reply, self.now + course.time));
        self.occupy(offer, agent);
        let (own, state) = (&mut self.contacts[offer], &mut self.agents[agent as usize]);
        (own.since, own.wrap_up, own.previous) = (self.now, course.connect, contact.agent);
        own.next = std::mem::replace(&mut state.held, offer);
        self.contacts[slot].agent = offer;
        state.ringing += 1;
        let team = state.team;
        if self.is_called_back(slot) && self.must_be_called(slot) {
            self.watch.calls(self.now, &contact.record, AgentId(agent), team);
        } else {
            self.watch.rang(self.now, &contact.record, AgentId(agent), team);
        }
        self.seat(agent);
        self.tell(agent);
        self.note_end(agent);
        if course.reply == Reply::Connected {
            self.connect(offer);
        }
    }

    /// The time of an offer is over: it is accepted, answered, or in vain.
    #[inline(never)]
    pub(crate) fn offer_ends(&mut self, offer: u32, reply: Reply) {
        match reply {
            Reply::Accepted if self.contacts[offer].wrap_up > Span::ZERO => self.connect(offer),
            Reply::Accepted | Reply::Connected => self.take_offer(offer),
            Reply::InVain(how) => self.offer_fails(offer, how),
        }
    }

    /// An agent has accepted a contact and is connected to its customer after a while.
    fn connect(&mut self, offer: u32) {
        let Contact { flow: slot, agent, wrap_up, .. } = self.contacts[offer];
        self.waits.stop(&mut self.contacts, slot);
        self.contacts[slot].phase = Phase::Connecting;
        (self.contacts[offer].phase, self.contacts[offer].ends) = (Phase::Offer(Reply::Connected), self.now + wrap_up);
        self.note_end(agent);
        let offers = self.plan.teams[self.agents[agent as usize].team.index()].offers.as_ref();
        if offers.is_some_and(|offers| offers.hang_up_while_connecting) {
            let at = self.contacts[slot].gives_up.max(self.now);
            self.waits.set(&mut self.contacts, slot, at);
        }
        let others = self.end_offers(slot, offer, OfferEnd::Outrun);
        self.go_on_in_turn(others);
    }

    /// An agent answers what rings.
    fn take_offer(&mut self, offer: u32) {
        let Contact { flow: slot, agent, .. } = self.contacts[offer];
        self.waits.stop(&mut self.contacts, slot);
        let others = self.end_offers(slot, offer, OfferEnd::Outrun);
        self.end_offer(offer, OfferEnd::Answered);
        self.misses[agent as usize].in_a_row = 0;
        self.is_answered(slot, agent);
        self.go_on_in_turn(others);
    }

    /// A contact that rang is answered, its offers being over.
    fn is_answered(&mut self, slot: u32, agent: u32) {
        self.rings_no_more(slot);
        self.tried.forget(self.contacts[slot].record.serial);
        self.stop_waiting(slot);
        if self.plan.beside {
            self.withdraw(slot);
        }
        self.answer_beside_others(slot, agent);
    }

    /// An offer is over in vain: the contact rings on elsewhere, or goes back to its place.
    fn offer_fails(&mut self, offer: u32, how: OfferEnd) {
        let Contact { flow: slot, agent, .. } = self.contacts[offer];
        self.end_offer(offer, how);
        if how == OfferEnd::NotReached {
            self.waits.stop(&mut self.contacts, slot);
            self.rings_no_more(slot);
            self.change_back(slot);
            self.was_not_reached(slot, Caller::Agent);
            return self.go_on_after_ringing(agent);
        }
        self.clock_miss(agent);
        self.bear_the_consequences(slot, agent, how);
        if self.contacts[slot].agent == NONE {
            self.waits.stop(&mut self.contacts, slot);
            self.rings_no_more(slot);
            self.change_back(slot);
            self.be_returned(slot);
            self.back_in_place(slot);
        }
        self.go_on_after_ringing(agent);
    }

    /// Something happens to a contact that rings or is being connected: its customer hangs up, the centre sends it
    /// elsewhere, or it rings at one more agent.
    #[inline(never)]
    pub(crate) fn ringing_goes_on(&mut self, slot: u32) {
        let contact = &self.contacts[slot];
        let over = contact.gives_up <= self.now || self.sent_on_at(slot) <= self.now;
        if contact.phase == Phase::Connecting {
            self.ringing_is_cut(slot, |centre| {
                centre.depart(slot, Departure::Abandoned);
                centre.end(slot, Outcome::Abandoned);
            });
        } else if over {
            self.ringing_is_cut(slot, |centre| centre.leave_unanswered(slot));
        } else {
            self.contacts[slot].ends = self.offering(slot).every.map_or(Instant::NEVER, |every| self.now + every);
            if self.offers_of(slot).len() < self.offering(slot).to as usize {
                self.ring_at_one_more(slot);
            }
            self.set_ring_timer(slot);
        }
    }

    /// A contact that rings leaves.
    fn ringing_is_cut(&mut self, slot: u32, leave: impl FnOnce(&mut Self)) {
        let agents = self.end_offers(slot, NONE, OfferEnd::ContactLeft);
        self.rings_no_more(slot);
        self.change_back(slot);
        self.stop_waiting(slot);
        leave(self);
        self.go_on_in_turn(agents);
    }

    /// An agent who goes leaves what rings to others.
    pub(crate) fn leave_ringing(&mut self, offer: u32) {
        let slot = self.contacts[offer].flow;
        self.end_offer(offer, OfferEnd::AgentLeft);
        if self.contacts[slot].agent == NONE {
            self.waits.stop(&mut self.contacts, slot);
            self.rings_no_more(slot);
            self.change_back(slot);
            self.back_in_place(slot);
        }
    }

    /// A contact that has rung does so no more.
    fn rings_no_more(&mut self, slot: u32) {
        if self.offering(slot).serial {
            self.lanes.release(self.contacts[slot].lane);
        }
    }

    /// Whether a contact rings at an agent, who may have room for it still.
    pub(super) fn rings_at(&self, slot: u32, agent: u32) -> bool {
        self.is_up_for_grabs(slot) && self.offers_of(slot).iter().any(|offer| self.contacts[*offer].agent == agent)
    }

    /// The offers of a contact that rings, first one first.
    fn offers_of(&self, slot: u32) -> Vec<u32> {
        let next = |offer: &u32| Some(self.contacts[*offer].previous).filter(|next| *next != NONE);
        let first = Some(self.contacts[slot].agent).filter(|first| *first != NONE);
        let mut offers: Vec<u32> = std::iter::successors(first, next).collect();
        offers.reverse();
        offers
    }

    /// Ends all offers of a contact but one; the result are their agents, who have not gone on yet.
    fn end_offers(&mut self, slot: u32, but: u32, how: OfferEnd) -> Vec<u32> {
        let mut agents = Vec::new();
        for offer in self.offers_of(slot).into_iter().filter(|offer| *offer != but) {
            agents.push(self.contacts[offer].agent);
            self.end_offer(offer, how);
        }
        agents
    }

    /// Ends an offer.
    fn end_offer(&mut self, offer: u32, how: OfferEnd) {
        let Contact { flow: slot, agent, previous, since, .. } = self.contacts[offer];
        if self.contacts[slot].agent == offer {
            self.contacts[slot].agent = previous;
        } else {
            let mut newer = self.contacts[slot].agent;
            while self.contacts[newer].previous != offer {
                newer = self.contacts[newer].previous;
            }
            self.contacts[newer].previous = previous;
        }
        self.let_go(offer, agent);
        let state = &mut self.agents[agent as usize];
        state.ringing -= 1;
        let told = Offer { agent: AgentId(agent), team: state.team, began: since };
        self.watch.offer_ended(self.now, &self.contacts[slot].record, told, how);
        self.contacts.remove(offer);
    }

    /// Agents at whom something rings no more go on, one after the other.
    fn go_on_in_turn(&mut self, agents: Vec<u32>) {
        for agent in agents {
            self.go_on_after_ringing(agent);
        }
    }

    /// An agent at whom something rings no more takes the next contact, or does what was put off.
    pub(super) fn go_on_after_ringing(&mut self, agent: u32) {
        if self.agents[agent as usize].presence == Presence::There {
            self.go_on_or_leave(agent);
        } else {
            if self.plan.desk.interrupts {
                self.go_on_with_held(agent);
            }
            if self.plan.desk.prefers && self.agents[agent as usize].presence == Presence::LoggedOff {
                self.leave_own_contacts(agent);
            }
            self.seat(agent);
            self.tell(agent);
            self.note_end(agent);
        }
    }

    /// The run is cut: everything that rings does so no more.
    pub(crate) fn cut_offers(&mut self) {
        for slot in 0..self.contacts.slots() as u32 {
            let Contact { phase, flow, agent, since, .. } = self.contacts[slot];
            if let Phase::Offer(_) = phase {
                let told = Offer { agent: AgentId(agent), team: self.agents[agent as usize].team, began: since };
                self.watch.offer_ended(self.now, &self.contacts[flow].record, told, OfferEnd::Unfinished);
            }
        }
    }
}
