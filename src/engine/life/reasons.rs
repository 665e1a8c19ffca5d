//! Reasons of the desk: what keeps agents and contacts apart where agents hold several contacts or have some of their own.
//!
//! Everything here looks at the centre and changes nothing.

use crate::engine::centre::Centre;
use crate::engine::contact::Phase;
use crate::plan::{LanePlan, Need};
use crate::record::rule::{IN_TURN, OWN_CONTACTS_FIRST, PREFERRED_AGENT};
use crate::record::{Candidate, Choice, ContactRecord, Decision, Exclusion, Observer};
use crate::units::AgentId;

impl<Watch: Observer> Centre<'_, Watch> {
    /// The need by which an agent was chosen for a contact of a lane: with room, or to put something on hold.
    pub(super) fn need_of_choice(&self, lane: &LanePlan, chosen: Option<AgentId>) -> &Need {
        let need = &self.plan.needs[lane.need as usize];
        let without_room = |agent: AgentId| !self.bench.holds(need.channel as usize, agent.0);
        let interrupts = self.plan.desk.interrupts && chosen.is_some_and(without_room);
        if interrupts { &self.plan.interruptions[lane.need as usize] } else { need }
    }

    /// Whether an agent takes a contact that waits for that one alone, or picks one out of those who can wait.
    pub(super) fn own_or_picked(&self, agent: u32, chosen: Option<ContactRecord>) -> (bool, bool) {
        let own = chosen.is_some_and(|record| self.waits_for(agent, &record));
        let is_live = |record: ContactRecord| self.plan.kinds[record.kind.index()].live;
        (own, !own && chosen.is_some_and(|record| !is_live(record)))
    }

    /// Whether an agent leaves room for somebody else who comes before a contact.
    pub(super) fn keeps_room(&self, agent: u32, slot: u32) -> Option<Exclusion> {
        let keeps =
            !self.plan.one_at_a_time && (self.keeps_for_own(agent) || self.saves_room_for(agent, slot).is_some());
        keeps.then_some(Exclusion::Rule(IN_TURN))
    }

    /// What keeps an agent who has no seat in a row from it.
    pub(super) fn without_seat(&self, agent: u32, row: usize) -> Exclusion {
        let keeps = self.keeps_for_own(agent) && self.can_take(agent, row % self.plan.channels.len());
        if keeps { Exclusion::Rule(IN_TURN) } else { self.occupied(agent) }
    }

    /// Whether an agent has room for one more contact of a row, or puts something on hold for it.
    pub(super) fn has_room_or_makes_it(&self, agent: u32, row: usize) -> bool {
        if self.plan.one_at_a_time { self.has_room(agent, row) } else { self.can_take(agent, row) }
    }

    /// Whether a contact waits where an agent looks, and this keeps them apart: that there is no room for it.
    pub(super) fn lacks_room_for(&self, agent: u32, slot: u32, why: Exclusion) -> bool {
        self.contacts[slot].phase == Phase::Waiting
            && !self.can_take(agent, self.row_of(slot) as usize)
            && why == self.occupied(agent)
    }

    /// Whether a contact waits for an agent before everybody else.
    pub(super) fn waits_for(&self, agent: u32, record: &ContactRecord) -> bool {
        let own = self.own.get(agent as usize).into_iter().flatten();
        own.into_iter().any(|&slot| self.contacts[slot].record == *record)
    }

    /// Why an agent cannot take a contact now that waits for that one alone; `None` for what the agent could take.
    pub(super) fn why_not_own(&self, agent: u32, slot: u32) -> Option<Exclusion> {
        let fits = self.can_take(agent, self.row_of(slot) as usize);
        let occupied = (!fits).then(|| self.occupied(agent));
        occupied.or_else(|| self.why_unable(slot, agent).map(Exclusion::Rule))
    }

    /// What puts another contact before this one, which could be taken.
    pub(super) fn why_behind(&self, agent: u32, slot: u32, own: bool) -> Option<Exclusion> {
        if self.contacts[slot].phase == Phase::ForAgent {
            return None;
        }
        if own {
            return Some(Exclusion::Rule(OWN_CONTACTS_FIRST));
        }
        self.keeps_room(agent, slot)
    }

    /// Tells that a contact goes to its own agent, or waits for that one.
    #[inline(always)]
    pub(super) fn tell_own(&mut self, slot: u32, agent: u32, is_taken: bool) {
        if Watch::EXPLAINS {
            let (record, chosen) = (self.contacts[slot].record, is_taken.then_some(AgentId(agent)));
            self.tell_place(slot);
            if self.watch.wonders(self.now, Some(&record), chosen) {
                let choice = self.choice_of_own(slot, agent, chosen);
                self.watch.decided(self.now, &Decision::Agent(choice));
            }
        }
    }

    fn choice_of_own(&self, slot: u32, own: u32, chosen: Option<AgentId>) -> Choice<ContactRecord, AgentId> {
        let contact = &self.contacts[slot];
        let waited = self.now.since(contact.record.entered);
        let why_not = |agent: u32| {
            let standing = self.plan.standing(contact.lane, self.agents[agent as usize].team).exclusion(waited);
            let unable = || self.why_unable(slot, own).map_or_else(|| self.occupied(own), Exclusion::Rule);
            let other = || if agent == own { unable() } else { Exclusion::Rule(PREFERRED_AGENT) };
            standing.filter(|why| why.is_for_good()).unwrap_or_else(other)
        };
        let others = (0..self.agents.len() as u32).map(AgentId).filter(|agent| Some(*agent) != chosen);
        let candidate = |who: AgentId| Candidate { who, readings: Vec::new() };
        Choice {
            asking: self.contacts[slot].record,
            keys: Vec::new(),
            candidates: chosen.map(candidate).into_iter().collect(),
            excluded: others.map(|agent| (agent, why_not(agent.0))).collect(),
            chosen,
            held_back: chosen.is_none().then_some(Exclusion::Rule(PREFERRED_AGENT)),
            left_out: 0,
        }
    }
}
