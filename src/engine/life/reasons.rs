//! Reasons of the desk: what keeps agents and contacts apart where agents hold several contacts or have some of their own.
//!
//! Everything here looks at the centre and changes nothing.

use super::decide::PREFERRED;
use crate::engine::centre::Centre;
use crate::engine::contact::Phase;
use crate::plan::LanePlan;
use crate::record::{Candidate, Choice, ContactRecord, Decision, Exclusion, Observer, Reading};
use crate::units::AgentId;

impl<Watch: Observer> Centre<'_, Watch> {
    /// The row of seats in which an agent was chosen for a contact of a lane.
    pub(super) fn row_of_choice(&self, lane: &LanePlan, chosen: Option<AgentId>) -> usize {
        let row = self.plan.needs[lane.need as usize].channel as usize;
        let interrupts = chosen.is_some_and(|agent| !self.bench.holds(row, agent.0)) && self.plan.desk.interrupts;
        if interrupts { row + self.plan.channels.len() } else { row }
    }

    /// Whether an agent leaves room for somebody else who comes before a contact.
    pub(super) fn keeps_room(&self, agent: u32, slot: u32) -> Option<Exclusion> {
        let keeps =
            !self.plan.one_at_a_time && (self.keeps_for_own(agent) || self.saves_room_for(agent, slot).is_some());
        keeps.then_some(Exclusion::Rule("in-turn"))
    }

    /// What keeps an agent who has no seat in a row from it.
    pub(super) fn without_seat(&self, agent: u32, row: usize) -> Exclusion {
        let keeps = self.keeps_for_own(agent) && self.can_take(agent, row % self.plan.channels.len());
        if keeps { Exclusion::Rule("in-turn") } else { self.occupied(&self.agents[agent as usize]) }
    }

    /// Whether an agent has room for one more contact of a row, or puts something on hold for it.
    pub(super) fn has_room_or_makes_it(&self, agent: u32, row: usize) -> bool {
        if self.plan.one_at_a_time { self.has_room(agent, row) } else { self.can_take(agent, row) }
    }

    /// Whether a contact waits for an agent before everybody else.
    pub(super) fn waits_for(&self, agent: u32, record: &ContactRecord) -> bool {
        let own = self.own.get(agent as usize).into_iter().flatten();
        own.into_iter().any(|&slot| self.contacts[slot].record == *record)
    }

    /// What puts another contact before this one, which could be taken.
    pub(super) fn why_behind(&self, agent: u32, slot: u32, chosen: Option<ContactRecord>) -> Option<Exclusion> {
        if self.contacts[slot].phase == Phase::ForAgent {
            return None;
        }
        if chosen.is_some_and(|record| self.waits_for(agent, &record)) {
            return Some(Exclusion::Rule("own-contacts-first"));
        }
        let behind = self.lanes.is_behind(&self.contacts, slot, self.now);
        behind.then_some(Exclusion::Rule("head-only")).or_else(|| self.keeps_room(agent, slot))
    }

    /// Tells that a contact goes to its own agent, or waits for that one.
    #[inline(always)]
    pub(super) fn tell_own(&mut self, slot: u32, agent: u32, is_taken: bool) {
        if Watch::EXPLAINS {
            let (record, chosen) = (self.contacts[slot].record, is_taken.then_some(AgentId(agent)));
            if self.watch.wonders(self.now, Some(&record), chosen) {
                let choice = self.choice_of_own(slot, agent, chosen);
                self.watch.decided(self.now, &Decision::Agent(choice));
            }
        }
    }

    fn choice_of_own(&self, slot: u32, own: u32, chosen: Option<AgentId>) -> Choice<ContactRecord, AgentId> {
        let lane = &self.plan.lanes[self.contacts[slot].lane as usize];
        let need = &self.plan.needs[lane.need as usize];
        let why_not = |agent: u32| {
            let state = &self.agents[agent as usize];
            let able = need.profiles.contains(&state.profile);
            match (able, agent == own) {
                (false, _) => self.why_never(state.team, lane).unwrap_or(Exclusion::Rule("eligibility")),
                (true, true) => self.occupied(state),
                (true, false) => Exclusion::Rule(PREFERRED),
            }
        };
        let others = (0..self.agents.len() as u32).map(AgentId).filter(|agent| Some(*agent) != chosen);
        let candidate = |who: AgentId| Candidate { who, readings: vec![Reading::Untold] };
        Choice {
            asking: self.contacts[slot].record,
            keys: vec![PREFERRED],
            candidates: chosen.map(candidate).into_iter().collect(),
            excluded: others.map(|agent| (agent, why_not(agent.0))).collect(),
            chosen,
            held_back: chosen.is_none().then_some(Exclusion::Rule(PREFERRED)),
            left_out: 0,
        }
    }
}
