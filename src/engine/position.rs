//! Position: the place that a contact takes in its queue, and the age that is added while it waits.

use super::centre::Centre;
use super::contact::{Contacts, NONE};
use super::lanes::Lanes;
use crate::plan::{LanePlan, Within};
use crate::record::Observer;

impl Lanes {
    /// When the wait of the contact in some place among those of these lanes counts from, the longest wait first [place
    /// from 1]; of the last one where there are fewer, `None` where there is nobody.
    fn counted_from(&self, contacts: &Contacts, lanes: impl Iterator<Item = u32>, place: u32) -> Option<i64> {
        let mut heads: Vec<u32> = lanes.filter_map(|lane| self.first(lane)).collect();
        let mut found = None;
        for _ in 0..place {
            let key = |slot: u32| (contacts[slot].record.ranked_from, contacts[slot].record.serial);
            let Some(next) = (0..heads.len()).min_by_key(|&row| key(heads[row])) else { break };
            found = Some(contacts[heads[next]].record.ranked_from);
            match contacts[heads[next]].next {
                NONE => drop(heads.swap_remove(next)),
                after => heads[next] = after,
            }
        }
        found
    }
}

impl<Watch: Observer> Centre<'_, Watch> {
    /// Gives a contact that comes to its queue the age that puts it into the place of its type.
    #[inline(never)]
    pub(crate) fn take_position(&mut self, slot: u32, plan: &LanePlan) {
        let beside = |(number, lane): (u32, &LanePlan)| {
            let same = lane.queue == plan.queue && lane.urgency == plan.urgency;
            (same && self.lanes.within_of(number as usize) == Within::Oldest).then_some(number)
        };
        let lanes = (0..).zip(&self.plan.lanes).filter_map(beside);
        let own = self.contacts[slot].record.ranked_from;
        let from = match plan.position {
            1 => self.lanes.counted_from(&self.contacts, lanes, 1).map_or(own, |first| own.min(first - 1)),
            place => self.lanes.counted_from(&self.contacts, lanes, place - 1).unwrap_or(own),
        };
        self.contacts[slot].record.ranked_from = from;
    }

    /// Moves a contact that is in no lane on to another lane of its queue, with the age that is added on the way.
    pub(crate) fn move_lane(&mut self, slot: u32, lane: u32) {
        let contact = &mut self.contacts[slot];
        let aged = |lane: u32| self.plan.lanes[lane as usize].aged;
        contact.record.ranked_from = contact.record.ranked_from.saturating_sub(aged(lane) - aged(contact.lane));
        contact.lane = lane;
    }
}
