//! A closer look: rules beyond an order that keep contacts and agents apart for now.
//!
//! Only plans that have such rules come here.

use crate::engine::centre::Centre;
use crate::engine::contact::Phase;
use crate::plan::{Choose, LanePlan};
use crate::record::Observer;

impl<Watch: Observer> Centre<'_, Watch> {
    /// The agent for a contact where no index serves, or rules keep it from some.
    #[inline(never)]
    pub(crate) fn look_closer(&mut self, slot: u32, lane: &LanePlan) -> Option<u32> {
        let need = &self.plan.needs[lane.need as usize];
        if need.choose == Choose::Closer && self.waits_for_round() {
            self.await_round();
            return None;
        }
        let serial = self.contacts[slot].record.serial;
        if self.tried.knows(serial) { self.choose_untried(slot, lane, &[]) } else { self.choose_any(slot, lane) }
    }

    /// The agent whom the keys of a lane choose among all who are available and whom nothing keeps from the contact.
    pub(crate) fn choose_any(&mut self, slot: u32, lane: &LanePlan) -> Option<u32> {
        let (need, closed) = (&self.plan.needs[lane.need as usize], self.closed_pools(slot, lane));
        match need.by {
            Choose::Scan => self.scan(need, slot, &closed),
            _ if closed.is_empty() => self.bench.choose(need, &mut self.routing),
            _ => self.bench.choose_beside(need, &closed, &mut self.routing),
        }
    }

    /// The contact that comes first for an agent among those that no rule keeps from the agent.
    #[inline(never)]
    pub(crate) fn best_beside_rules(&self, agent: u32) -> Option<u32> {
        if self.waits_for_round() {
            return None;
        }
        if self.plan.ranking.is_special {
            return if self.tried.is_empty() { self.best_asked(agent) } else { self.best_asked_untried(agent) };
        }
        let best = |lanes: &Vec<u64>| {
            if self.tried.is_empty() {
                return self.best_in(lanes);
            }
            let mut tiers = lanes.chunks_exact(self.plan.words_of_lanes());
            tiers.find_map(|masks| self.best_untried(agent, masks))
        };
        let sets = self.sets_open_to(agent);
        let best = sets.iter().filter_map(best);
        best.min_by(|&one, &other| self.lanes.compare(&self.contacts, one, other, self.now))
    }

    /// The time of somebody is up who does not simply wait.
    #[inline(never)]
    pub(crate) fn other_time_is_up(&mut self, slot: u32) {
        match self.contacts[slot].phase {
            Phase::Round => self.dispatch(),
            Phase::Beside => self.entry_moves_on(slot),
            _ => self.ringing_goes_on(slot),
        }
    }
}
