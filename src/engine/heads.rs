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
            if self.is_held_up(lane) || self.first(lane).is_some_and(|slot| self.is_behind(contacts, slot, now)) {
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
        let lane = contacts[slot].lane;
        if self.is_held_up(lane) {
            return true;
        }
        let lanes = &self.head_only[lane as usize];
        let mut heads = lanes.iter().filter_map(|&lane| self.first(lane));
        heads.any(|head| head != slot && self.compare(contacts, head, slot, now).is_lt())
    }

    /// Whether a contact of the queue of a lane rings and nobody behind it may be taken.
    fn is_held_up(&self, lane: u32) -> bool {
        self.head_only[lane as usize].first().is_some_and(|&first| self.held_up[first as usize] > 0)
    }

    /// A contact of the queue of a lane rings: nobody behind it may be taken.
    pub(crate) fn hold_up(&mut self, lane: u32) {
        self.held_up[self.head_only[lane as usize][0] as usize] += 1;
    }

    /// A contact of the queue of a lane rings no more.
    pub(crate) fn release(&mut self, lane: u32) {
        self.held_up[self.head_only[lane as usize][0] as usize] -= 1;
        self.left.push(lane);
    }

    /// The head of the queue of a lane.
    fn head(&self, contacts: &Contacts, lane: u32, now: Instant) -> Option<u32> {
        let lanes = if self.is_held_up(lane) { &[][..] } else { self.head_only[lane as usize].as_slice() };
        let heads = lanes.iter().filter_map(|&lane| self.first(lane));
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
                self.take_from_lane(slot, agent);
            }
        }
    }
}
