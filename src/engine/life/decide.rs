//! Decisions told: who could be chosen, what the keys said, who could not be and why.
//!
//! Everything here looks at the centre and changes nothing; it is left out of runs to which nobody listens who asks.

use crate::engine::centre::Centre;
use crate::engine::contact::Phase;
use crate::engine::life::readings::Asks;
use crate::engine::measured::Moment;
use crate::plan::Plan;
use crate::record::rule::CLOSED;
use crate::record::{Candidate, Choice, ContactRecord, Decision, Exclusion, Observer};
use crate::units::{AgentId, QueueId};

/// Waiting contacts that a decision lists; those beyond it are counted.
const MOST_CONTACTS: usize = 200;

impl<Watch: Observer> Centre<'_, Watch> {
    /// Tells why this agent answers a contact, or nobody.
    #[inline(always)]
    pub(crate) fn tell_choice_of_agent(&mut self, slot: u32, chosen: Option<u32>) {
        if Watch::EXPLAINS {
            let (record, agent) = (self.contacts[slot].record, chosen.map(AgentId));
            self.tell_place(slot);
            if self.watch.wonders(self.now, Some(&record), agent) {
                let held_back = if chosen.is_none() { self.holds_back(slot) } else { None };
                let decision = Decision::Agent(self.choice_of_agent(slot, agent, held_back));
                self.watch.decided(self.now, &decision);
            }
        }
    }

    /// Tells why a contact is kept from everybody: its queue is closed.
    #[inline(always)]
    pub(crate) fn tell_closed_door(&mut self, slot: u32) {
        if Watch::EXPLAINS {
            let record = self.contacts[slot].record;
            self.tell_place(slot);
            if self.watch.wonders(self.now, Some(&record), None) {
                let choice = self.choice_of_agent(slot, None, Some(Exclusion::Rule(CLOSED)));
                self.watch.decided(self.now, &Decision::Agent(choice));
            }
        }
    }

    /// Tells where a contact is in the course of its queue.
    #[inline(always)]
    pub(super) fn tell_place(&mut self, slot: u32) {
        if Watch::EXPLAINS {
            let contact = &self.contacts[slot];
            self.watch.stands_at(self.now, &contact.record, self.plan.lanes[contact.lane as usize].stage);
        }
    }

    /// Tells why an agent takes this waiting contact, or none.
    #[inline(always)]
    pub(crate) fn tell_choice_of_contact(&mut self, agent: u32, chosen: Option<u32>) {
        if Watch::EXPLAINS {
            let record = chosen.map(|slot| self.contacts[slot].record);
            if self.watch.wonders(self.now, record.as_ref(), Some(AgentId(agent))) {
                let decision = Decision::Contact(self.choice_of_contact(agent, record));
                self.watch.decided(self.now, &decision);
            }
        }
    }

    /// Tells all who wait why an agent does not answer them who is free and not known to be.
    pub(crate) fn tell_those_waiting(&mut self) {
        if Watch::EXPLAINS {
            for slot in 0..self.contacts.slots() as u32 {
                if matches!(self.contacts[slot].phase, Phase::Waiting | Phase::Beside) {
                    self.tell_choice_of_agent(slot, None);
                }
            }
        }
    }

    /// Every agent, as far as one contact is concerned.
    fn choice_of_agent(
        &self,
        slot: u32,
        chosen: Option<AgentId>,
        held_back: Option<Exclusion>,
    ) -> Choice<ContactRecord, AgentId> {
        let asking = self.contacts[slot].record;
        let lane = &self.plan.lanes[self.contacts[slot].lane as usize];
        let need = self.need_of_choice(lane, chosen);
        let told = if self.pairs { Plan::told_of_pairs() } else { self.plan.told_of_agents(lane, need) };
        let (turns, view) = (self.turns(need), self.told_in_view(need, slot));
        let (mut candidates, mut excluded) = (Vec::new(), Vec::new());
        for agent in 0..self.agents.len() as u32 {
            let why = self.why_not(agent, slot, need.channel as usize).or(held_back);
            let unseen = || view.as_ref().filter(|(seen, _)| seen.binary_search(&agent).is_err()).map(|(_, why)| *why);
            match why.or_else(|| self.keeps_room(agent, slot)).or_else(unseen) {
                Some(why) => excluded.push((AgentId(agent), why)),
                None => candidates.push(Candidate {
                    who: AgentId(agent),
                    readings: told.iter().map(|key| self.read_agent(key, agent, (need, slot), &turns)).collect(),
                }),
            }
        }
        let keys = told.into_iter().map(|told| told.key).collect();
        let mut choice = Choice { asking, keys, candidates, excluded, chosen, held_back, left_out: 0 };
        choice.put_in_order(0);
        choice
    }

    /// Every waiting contact, as far as one agent is concerned; of very many those that come first.
    fn choice_of_contact(&self, agent: u32, chosen: Option<ContactRecord>) -> Choice<AgentId, ContactRecord> {
        let team = self.agents[agent as usize].team;
        let (own, picks) = self.own_or_picked(agent, chosen);
        let told = self.plan.told_of_contacts(team, own);
        let waiting: Vec<u32> = (0..self.contacts.slots() as u32).filter(|&slot| self.waits(slot)).collect();
        let asking = self.asking(agent);
        let moment = Moment { now: self.now, asking: Some(&asking) };
        let waiting = self.lanes.in_order(&self.contacts, waiting, moment);
        let mut led: Vec<QueueId> = chosen.iter().map(|record| record.queue).collect();
        let mut without_room = 0;
        let (mut candidates, mut excluded) = (Vec::new(), Vec::new());
        for &slot in &waiting {
            let contact = &self.contacts[slot];
            let is_chosen = chosen.as_ref() == Some(&contact.record);
            if candidates.len() + excluded.len() >= MOST_CONTACTS && !is_chosen {
                continue;
            }
            let why = self.why_not_now(agent, slot).or_else(|| self.why_behind(agent, slot, own));
            if let Some(why) = why.filter(|_| !is_chosen) {
                if self.leaves_room(agent) && self.lacks_room_for(agent, slot, why) {
                    led.push(contact.record.queue);
                    without_room += 1;
                }
                excluded.push((contact.record, why));
                continue;
            }
            let leads_queue = is_chosen || !led.contains(&contact.record.queue);
            led.push(contact.record.queue);
            let asks = Asks { agent, team, moment, leads_queue, is_picked: picks && is_chosen };
            let readings = told.iter().map(|key| self.read_contact(key, slot, &asks)).collect();
            candidates.push(Candidate { who: contact.record, readings });
        }
        let keys = told.into_iter().map(|told| told.key).collect();
        let left_out = waiting.len() - candidates.len() - excluded.len();
        let mut choice =
            Choice { asking: AgentId(agent), keys, candidates, excluded, chosen, held_back: None, left_out };
        choice.put_in_order(without_room);
        choice
    }

    fn waits(&self, slot: u32) -> bool {
        matches!(self.contacts[slot].phase, Phase::Waiting | Phase::AtDoor | Phase::Beside | Phase::ForAgent)
    }
}
