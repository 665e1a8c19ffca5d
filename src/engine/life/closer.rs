//! A closer look: rules beyond an order that keep contacts and agents apart for now.
//!
//! Only plans that have such rules come here.

use crate::engine::centre::Centre;
use crate::engine::contact::Phase;
use crate::plan::{Choose, Need};
use crate::record::Observer;

impl<Watch: Observer> Centre<'_, Watch> {
    /// The agent whom the keys of a need choose for a contact among all who are available and whom nothing keeps from it,
    /// some others aside.
    #[inline(never)]
    pub(crate) fn choose_but(&mut self, slot: u32, need: &Need, but: &[u32]) -> Option<u32> {
        if !but.is_empty() || self.tried.knows(self.contacts[slot].record.serial) {
            return self.choose_untried(slot, need, but);
        }
        let closed = self.closed_pools(slot, need);
        match need.by {
            Choose::Scan => self.scan(need, slot, &closed),
            _ if closed.is_empty() => self.bench.choose(need, &mut self.routing),
            _ => self.bench.choose_beside(need, &closed, &mut self.routing),
        }
    }

    /// The contact of some lanes that comes first for an agent from whom it is not kept, those of the first set before
    /// others.
    #[inline(always)]
    pub(crate) fn best_for(&self, agent: u32, sets: &[u64]) -> Option<u32> {
        if self.tried.is_empty() {
            return self.best_in(sets);
        }
        sets.chunks_exact(self.plan.words_of_lanes()).find_map(|masks| self.best_untried(agent, masks))
    }

    /// The time of somebody is up who does not simply wait.
    #[inline(never)]
    pub(crate) fn other_time_is_up(&mut self, slot: u32) {
        match self.contacts[slot].phase {
            Phase::Round => self.dispatch(),
            Phase::Beside => self.entry_moves_on(slot),
            Phase::ForAgent => self.wait_for_own_is_over(slot),
            _ => self.ringing_goes_on(slot),
        }
    }
}
