//! Orders: choices that take more than comparing the first contacts of lanes with each other.
//!
//! A queue with an order of its own puts forward the contact that this picks; windows let the first few go on to other
//! keys. The price grows with lanes and windows, not with contacts.

use super::contact::{Contacts, NONE};
use super::lanes::Lanes;
use super::measured::Moment;
use crate::plan::{Keys, Measure, Within};

/// Contacts that come one after the other.
#[derive(Debug, Clone, Copy)]
struct Line {
    first: u32,
    /// Whether others follow in the lane of the first.
    goes_on: bool,
}

impl Lanes {
    /// The contact that comes first at a moment among those of these masks that may be taken.
    #[inline(never)]
    pub(crate) fn best_for(&self, contacts: &Contacts, masks: &[u64], moment: Moment<'_>) -> Option<u32> {
        self.best_beside(contacts, masks, None, moment)
    }

    /// The same with a contact among them that is in no lane.
    #[inline(never)]
    pub(crate) fn best_beside(
        &self,
        contacts: &Contacts,
        masks: &[u64],
        newcomer: Option<u32>,
        moment: Moment<'_>,
    ) -> Option<u32> {
        let open = self.without_those_behind(contacts, masks, moment.now);
        let order = self.measured.as_deref().map(|measured| (measured, &measured.measures.order));
        let by_lines = order.filter(|(measured, order)| !measured.measures.own.is_empty() || !order.windows.is_empty());
        let Some((measured, order)) = by_lines else {
            let waiting = match order {
                None => self.best_of(contacts, &open, moment.now),
                Some(_) => self.best_measured(contacts, &open, moment),
            };
            let both = waiting.into_iter().chain(newcomer);
            return both.min_by(|&one, &other| self.compare_at(contacts, one, other, moment));
        };
        let mut lines = Vec::new();
        for (queue, lanes) in (0..).zip(&measured.measures.lanes) {
            let is_open = |lane: &u32| open[*lane as usize / 64] & 1 << (lane % 64) != 0;
            let heads = lanes.iter().filter(|lane| is_open(lane)).filter_map(|&lane| self.first(lane));
            let enters = |slot: &u32| measured.measures.queues[contacts[*slot].lane as usize] == queue;
            let alone = |first| Line { first, goes_on: false };
            let here = heads.map(|first| Line { first, goes_on: true });
            let here = here.chain(newcomer.filter(enters).map(alone));
            match measured.own(queue) {
                None => lines.extend(here),
                Some(own) => lines.extend(self.pick(here.collect(), own, contacts, moment).map(alone)),
            }
        }
        self.pick(lines, order, contacts, moment)
    }

    /// The contact that keys pick from some lines.
    fn pick(&self, lines: Vec<Line>, keys: &Keys, contacts: &Contacts, moment: Moment<'_>) -> Option<u32> {
        let by = |keys: &[Vec<Measure>], one: u32, other: u32| self.compare_by(keys, contacts, (one, other), moment);
        let Some(&(before, first)) = keys.windows.first() else {
            let slots = lines.into_iter().map(|line| line.first);
            return slots.min_by(|&one, &other| by(&keys.measures, one, other));
        };
        let mut inside = self.first_few(lines, first, &keys.measures[..before], contacts, moment);
        for (number, (before, _)) in keys.windows.iter().enumerate() {
            let next = keys.windows.get(number + 1);
            let round = &keys.measures[*before..next.map_or(keys.measures.len(), |(keys, _)| *keys)];
            inside.sort_by(|&one, &other| by(round, one, other));
            inside.truncate(next.map_or(1, |(_, first)| *first));
        }
        inside.first().copied()
    }

    /// The first few contacts of some lines, in order.
    fn first_few(
        &self,
        mut lines: Vec<Line>,
        most: usize,
        keys: &[Vec<Measure>],
        contacts: &Contacts,
        moment: Moment<'_>,
    ) -> Vec<u32> {
        let mut few = Vec::new();
        while few.len() < most {
            let heads = lines.iter().enumerate();
            let first =
                heads.min_by(|(_, one), (_, other)| self.compare_by(keys, contacts, (one.first, other.first), moment));
            let Some((place, line)) = first.map(|(place, line)| (place, *line)) else { break };
            few.push(line.first);
            let next = if line.goes_on { contacts[line.first].next } else { NONE };
            if next == NONE {
                lines.swap_remove(place);
            } else {
                lines[place].first = next;
            }
        }
        few
    }

    /// These contacts in the order in which an agent who may serve them all would take them if time stood still.
    pub(crate) fn in_order(&self, contacts: &Contacts, mut slots: Vec<u32>, moment: Moment<'_>) -> Vec<u32> {
        let compare = |one: &u32, other: &u32| self.compare_at(contacts, *one, *other, moment);
        let measured = self.measured.as_deref().filter(|measured| !measured.measures.own.is_empty());
        let Some(measured) = measured else {
            slots.sort_by(compare);
            return slots;
        };
        let mut queues: Vec<Vec<u32>> = vec![Vec::new(); measured.measures.lanes.len()];
        for slot in slots {
            queues[measured.measures.queues[contacts[slot].lane as usize] as usize].push(slot);
        }
        for queue in &mut queues {
            queue.sort_by(|one, other| compare(other, one));
        }
        let mut order = Vec::new();
        loop {
            let last = |queue: &&mut Vec<u32>| queue.last().copied();
            let heads = queues.iter_mut().filter_map(|queue| Some((last(&queue)?, queue)));
            let Some((slot, queue)) = heads.min_by(|(one, _), (other, _)| compare(one, other)) else { break };
            queue.pop();
            order.push(slot);
        }
        order
    }

    /// How the contacts of a lane are ordered.
    pub(super) fn within_of(&self, lane: usize) -> Within {
        self.within_lane.get(lane).copied().unwrap_or(self.within)
    }
}
