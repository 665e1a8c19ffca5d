//! Lead: who looks for whom where one event makes several pairs possible, where the scenario says it.
//!
//! People who come at the same moment, and contacts whose queue opens, are first all there, and are matched then.

use crate::engine::centre::Centre;
use crate::engine::contact::Phase;
use crate::engine::measured::Moment;
use crate::record::Observer;
use crate::scenario::Lead;
use crate::units::Span;

impl<Watch: Observer> Centre<'_, Watch> {
    /// A person is there and free, and is matched with all others who come at this moment.
    pub(crate) fn sit_down(&mut self, agent: u32) {
        self.unmatched = true;
        self.seat(agent);
        self.tell(agent);
        self.note_end(agent);
    }

    /// Matches waiting contacts and free agents, if anybody has come since it was done last.
    pub(crate) fn match_those_left(&mut self) {
        if std::mem::take(&mut self.unmatched) {
            self.match_all();
        }
    }

    /// Matches waiting contacts and free agents, led as the scenario says.
    #[inline(never)]
    pub(crate) fn match_all(&mut self) {
        if self.waits_for_round() {
            return self.await_round();
        }
        let in_round = self.plan.scenario.routing.match_every > Span::ZERO;
        match self.plan.scenario.routing.lead {
            Lead::Event if in_round => self.lead_by_contacts(),
            Lead::Event | Lead::Agent => (0..self.agents.len() as u32).for_each(|agent| self.lead_by(agent)),
            Lead::Contact => self.lead_by_contacts(),
            Lead::Pair => {
                self.pairs = true;
                while let Some((slot, agent)) = self.best_pair() {
                    self.look_told(slot, Some(agent));
                }
                self.pairs = false;
            }
        }
    }

    /// Contacts that wait look for agents, first ones first.
    fn lead_by_contacts(&mut self) {
        let slots = 0..self.contacts.slots() as u32;
        let waiting: Vec<u32> = slots.filter(|&slot| self.is_in_lane(slot)).collect();
        let waiting = self.lanes.in_order(&self.contacts, waiting, Moment::at(self.now));
        let (looking, others) = waiting.split_at(waiting.len().min(self.plan.scenario.routing.match_at_most as usize));
        for &slot in looking {
            self.look_for_agent(slot);
        }
        self.rounds.goes_on = !others.is_empty() && looking.iter().any(|&slot| !self.is_in_lane(slot));
    }

    /// Whether a slot has a contact that waits in a lane.
    fn is_in_lane(&self, slot: u32) -> bool {
        matches!(self.contacts[slot].phase, Phase::Waiting | Phase::Beside)
    }

    /// A free agent looks for contacts.
    fn lead_by(&mut self, agent: u32) {
        if (0..self.plan.seats).any(|channel| self.bench.holds(channel, agent)) {
            self.take_next(agent);
        }
    }

    /// A waiting contact looks for an agent.
    pub(crate) fn look_for_agent(&mut self, slot: u32) {
        if !self.is_in_lane(slot) {
            return;
        }
        let plan = &self.plan.lanes[self.contacts[slot].lane as usize];
        let agent = self.agent_for(slot, plan);
        self.look_told(slot, agent);
    }

    /// A waiting contact is answered by the agent who was found for it, if any was.
    fn look_told(&mut self, slot: u32, agent: Option<u32>) {
        self.tell_choice_of_agent(slot, agent);
        if let Some(agent) = agent {
            self.take_from_lane(slot, agent);
        }
    }

    /// The contact and the agent with most points together of all who can be matched; the longest wait and the order of
    /// the file decide between equals.
    fn best_pair(&self) -> Option<(u32, u32)> {
        let heads = self.heads_of(0..self.plan.lanes.len() as u32);
        let heads = heads.into_iter().filter(|&slot| !self.lanes.is_behind(&self.contacts, slot, self.now));
        let free: Vec<u32> =
            (0..self.agents.len() as u32).filter(|&agent| self.agents[agent as usize].is_open()).collect();
        let mut best: Option<(f64, u32, u32)> = None;
        for slot in heads {
            let row =
                self.plan.needs[self.plan.lanes[self.contacts[slot].lane as usize].need as usize].channel as usize;
            let takes =
                |&&agent: &&u32| self.why_not(agent, slot, row).or_else(|| self.keeps_room(agent, slot)).is_none();
            for &agent in free.iter().filter(takes) {
                let points = self.points_of_pair(slot, agent);
                let older = |rival: u32| {
                    let (one, other) = (&self.contacts[slot].record, &self.contacts[rival].record);
                    (one.ranked_from, one.serial) < (other.ranked_from, other.serial)
                };
                if best.is_none_or(|(most, rival, _)| points > most || points == most && older(rival)) {
                    best = Some((points, slot, agent));
                }
            }
        }
        best.map(|(_, slot, agent)| (slot, agent))
    }

    /// Points of a waiting contact and a free agent together.
    pub(super) fn points_of_pair(&self, slot: u32, agent: u32) -> f64 {
        let record = &self.contacts[slot].record;
        let channel = self.plan.kinds[record.kind.index()].channel as usize;
        let idle = self.now.since(self.bench.since(channel, agent)).as_seconds() / 60.0;
        let team = &self.plan.scenario.teams[self.agents[agent as usize].team.index()];
        team.points(record.queue).after(self.minutes_waited(slot), idle)
    }
}
