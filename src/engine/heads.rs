//! Heads: queues from which only the contact that comes first may be taken.
//!
//! Those behind it wait although an agent is free for them, so that agents are looked for whenever a head has gone.

use super::centre::Centre;
use super::contact::Contacts;
use super::lanes::Lanes;
use crate::record::Observer;
use crate::units::Instant;

impl Lanes {
    /// The contact that comes first now among the heads of queues and the contacts of other queues in these masks.
    #[inline(never)]
    pub(super) fn best_head(&self, contacts: &Contacts, masks: &[u64], now: Instant) -> Option<u32> {
        self.best_of(contacts, &self.without_those_behind(contacts, masks, now), now)
    }

    /// These masks without the lanes of queues of whose heads alone one may be taken and that do not hold it.
    pub(super) fn without_those_behind(&self, contacts: &Contacts, masks: &[u64], now: Instant) -> Vec<u64> {
        let mut open = masks.to_vec();
        for lane in 0..self.head_only.len() as u32 {
            if self.first(lane).is_some_and(|slot| self.is_behind(contacts, slot, now)) {
                open[lane as usize / 64] &= !(1 << (lane % 64));
            }
        }
        open
    }

    /// Whether a contact, waiting or about to, has others before it in a queue whose head alone may be taken.
    #[inline]
    pub(crate) fn is_behind(&self, contacts: &Contacts, slot: u32, now: Instant) -> bool {
        if self.head_only.is_empty() {
            return false;
        }
        let lanes = &self.head_only[contacts[slot].lane as usize];
        let mut heads = lanes.iter().filter_map(|&lane| self.first(lane));
        heads.any(|head| head != slot && self.compare(contacts, head, slot, now).is_lt())
    }

    /// The head of the queue of a lane.
    fn head(&self, contacts: &Contacts, lane: u32, now: Instant) -> Option<u32> {
        let heads = self.head_only[lane as usize].iter().filter_map(|&lane| self.first(lane));
        heads.min_by(|&one, &other| self.compare(contacts, one, other, now))
    }
}

impl<Watch: Observer> Centre<'_, Watch> {
    /// Heads have gone: whoever is free for the next ones takes them.
    #[inline(never)]
    pub(super) fn serve_heads(&mut self) {
        if self.plan.desk.in_turn {
            return self.look_again();
        }
        while let Some(lane) = self.lanes.left.pop() {
            let Some(slot) = self.lanes.head(&self.contacts, lane, self.now) else { continue };
            let plan = &self.plan.lanes[self.contacts[slot].lane as usize];
            let agent = self.agent_for(slot, plan);
            self.tell_choice_of_agent(slot, agent);
            if let Some(agent) = agent {
                self.step_out(slot);
                self.answer(slot, agent);
            }
        }
    }
}
