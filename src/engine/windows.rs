//! Windows and sums: choices among available agents that compare all of them by several numbers at once.

use super::centre::Centre;
use super::scan::{Candidate, Column, Scan};
use crate::plan::{Key, Need};
use crate::record::Observer;

impl<Watch: Observer> Centre<'_, Watch> {
    /// Whether the queue that asks makes no more of an agent's work than its target, where the agent minds.
    #[inline(always)]
    pub(super) fn is_within_limit(&self, one: &Candidate, need: &Need) -> bool {
        need.limits.is_empty() || self.is_below_target(one, need)
    }

    #[inline(never)]
    fn is_below_target(&self, one: &Candidate, need: &Need) -> bool {
        let limit = need.limits.iter().find(|(pool, _)| *pool == one.pool);
        let share = || need.queue.map_or(0.0, |queue| self.clocks.share(one.agent, queue as usize));
        limit.is_none_or(|(_, target)| share() <= *target)
    }

    /// Keeps those who get through all windows; the result is the place of the first key behind them.
    #[inline(always)]
    pub(super) fn pass_windows(&mut self, need: &Need, slot: u32, scan: &mut Scan) -> usize {
        match need.keys.iter().rposition(|key| matches!(key, Key::Window(_))) {
            None => 0,
            Some(last) => {
                self.pass(&need.keys[..=last], (need, slot), scan);
                last + 1
            }
        }
    }

    /// Keeps those who get through the windows among these keys.
    #[inline(never)]
    fn pass(&mut self, keys: &[Key], asks: (&Need, u32), scan: &mut Scan) {
        let mut from = 0;
        for (place, key) in keys.iter().enumerate() {
            if let Key::Window(first) = key {
                self.keep_first(&keys[from..place], *first, asks, scan);
                from = place + 1;
            }
        }
    }

    /// Keeps so many whom these keys put first; the order of the file decides between equals.
    fn keep_first(&mut self, keys: &[Key], first: usize, asks: (&Need, u32), scan: &mut Scan) {
        if scan.candidates.len() <= first {
            return;
        }
        let mut columns = Vec::new();
        for key in keys {
            scan.sums.clear();
            self.add_numbers(key, 1.0, asks, scan);
            columns.push(std::mem::take(&mut scan.sums));
        }
        let mut order: Vec<usize> = (0..scan.candidates.len()).collect();
        let compare = |one: usize, other: usize| {
            let by = columns.iter().map(|column| column[one].total_cmp(&column[other]));
            let by_file = || scan.candidates[one].agent.cmp(&scan.candidates[other].agent);
            by.into_iter().find(|order| order.is_ne()).unwrap_or_else(by_file)
        };
        order.sort_by(|&one, &other| compare(one, other));
        scan.candidates = order[..first].iter().map(|&place| scan.candidates[place]).collect();
    }

    /// Adds to the sum of each candidate what a key says, so many times; the lowest sum goes first, and what is no
    /// number goes last.
    pub(super) fn add_numbers(&mut self, key: &Key, times: f64, asks: (&Need, u32), scan: &mut Scan) {
        let (need, slot) = asks;
        if let Key::Sum(parts) = key {
            for (part, weight) in parts {
                self.add_numbers(part, times * weight, asks, scan);
            }
            return;
        }
        let mut numbers = Vec::with_capacity(scan.candidates.len());
        let queue = need.queue.unwrap_or_default() as usize;
        let mut column = |value: &dyn Fn(&Candidate) -> f64| numbers.extend(scan.candidates.iter().map(value));
        match key {
            Key::Pool(table) => column(&|one| table[one.pool as usize]),
            Key::Own(reading, sign) => self.read(*reading, need, Column(&scan.candidates, &mut numbers, *sign)),
            Key::Score(score) => {
                self.score(score, need, scan);
                numbers.extend(scan.values.iter().map(|value| -value));
            }
            Key::Circular => {
                let agents = self.plan.agents.len() as u32;
                column(&|one| f64::from(self.clocks.turn(one.agent, need.queue, agents)));
            }
            Key::Random(_) => {
                let draws: Vec<f64> = scan.candidates.iter().map(|_| self.routing.uniform()).collect();
                numbers.extend(draws);
            }
            Key::Delay(table) => {
                let held = |one: &Candidate| &self.agents[one.agent as usize];
                let load = |one: &Candidate| f64::from(held(one).talking) + f64::from(held(one).wrapping);
                column(&|one| (load(one) + 1.0) * table[one.pool as usize]);
            }
            Key::Pair(table) => {
                let waiting = self.minutes_waited(slot);
                let idle = |one: &Candidate| self.now.since(one.since).as_seconds() / 60.0;
                column(&|one| -table[one.pool as usize].after(waiting, idle(one)));
            }
            Key::Share(targets) => {
                let ratio = |one: &Candidate| match targets[one.pool as usize] {
                    0.0 => f64::INFINITY,
                    target => self.clocks.share(one.agent, queue) / target,
                };
                column(&|one| ratio(one));
            }
            Key::Sum(_) | Key::Window(_) => {}
        }
        scan.sums.resize(scan.candidates.len(), 0.0);
        for (sum, number) in scan.sums.iter_mut().zip(&numbers) {
            *sum += if times == 0.0 { 0.0 } else { number * times };
        }
        scan.sums.iter_mut().filter(|sum| sum.is_nan()).for_each(|sum| *sum = f64::INFINITY);
    }

    /// How long a contact has waited that looks for an agent, with what it was credited with [minutes].
    pub(crate) fn minutes_waited(&self, slot: u32) -> f64 {
        const TICKS_PER_MINUTE: f64 = (60 * crate::units::TICKS_PER_SECOND) as f64;
        (self.now.as_ticks() as i64 - self.contacts[slot].record.ranked_from) as f64 / TICKS_PER_MINUTE
    }
}
