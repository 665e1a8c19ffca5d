//! The desk: which contact and which agent are next where agents can hold several contacts, or have some of their own.
//!
//! Who leaves room for a contact that comes first for them and does not fit in takes nothing that comes behind it. When
//! such a contact goes elsewhere, all who are free look again.

use std::cmp::Ordering;

use crate::engine::centre::Centre;
use crate::plan::{LanePlan, Need};
use crate::record::Observer;
use crate::scenario::{Fill, Pull};

impl<Watch: Observer> Centre<'_, Watch> {
    /// The contact that an agent with some room takes next.
    #[inline(never)]
    pub(crate) fn best_at_desk(&self, agent: u32) -> Option<u32> {
        if !self.agents[agent as usize].is_open() {
            return None;
        }
        if let Some(own) = self.first_own(agent) {
            return Some(own);
        }
        if self.lanes.is_empty() || self.keeps_for_own(agent) || self.waits_for_round() {
            return None;
        }
        let (slot, row) = self.first_of_rows(agent)?;
        self.can_take(agent, row).then(|| self.picked(agent, slot, row))
    }

    /// The contact that comes first for an agent, with its row: of all, or of those that can be taken.
    fn first_of_rows(&self, agent: u32) -> Option<(u32, usize)> {
        if self.plan.ranking.is_special {
            let first = self.best_asked(agent)?;
            return Some((first, self.row_of(first) as usize));
        }
        self.first_of_some(agent, self.rows_looked_at(agent))
    }

    /// Rows whose contacts an agent considers: those with room, or all where the agent leaves room for who comes first.
    pub(crate) fn rows_looked_at(&self, agent: u32) -> impl Iterator<Item = usize> + '_ {
        let leaves_room = self.leaves_room(agent);
        (0..self.plan.channels.len()).filter(move |&row| leaves_room || self.has_room_or_makes_it(agent, row))
    }

    /// The contact of some rows that comes first for an agent, with its row.
    pub(super) fn first_of_some(&self, agent: u32, rows: impl Iterator<Item = usize>) -> Option<(u32, usize)> {
        let first = |one: &(u32, usize), other: &(u32, usize)| self.compare_for(agent, one.0, other.0);
        if self.plan.has_holds() {
            return self.firsts_beside_holds(agent, &rows.collect::<Vec<_>>()).into_iter().min_by(first);
        }
        let profile = self.agents[agent as usize].profile;
        rows.filter_map(|row| Some((self.best_for(agent, self.plan.lanes_of(profile, row))?, row))).min_by(first)
    }

    /// The contact that comes first of each of some rows, with its row, from which nothing keeps the agent.
    #[inline(never)]
    fn firsts_beside_holds(&self, agent: u32, rows: &[usize]) -> Vec<(u32, usize)> {
        let sets = self.open_sets(agent, rows);
        sets.iter().zip(rows).filter_map(|(set, &row)| Some((self.best_for(agent, set)?, row))).collect()
    }

    /// Bit sets of the lanes of each of some rows that an agent may serve now, without those that overloaded queues put
    /// off.
    pub(crate) fn open_sets(&self, agent: u32, rows: &[usize]) -> Vec<Vec<u64>> {
        let mut sets: Vec<Vec<u64>> = rows.iter().map(|&row| self.open_words(agent, row)).collect();
        if self.plan.rules.overload {
            self.keep_overloaded(&mut sets);
        }
        sets
    }

    /// Whether an agent takes nothing while a contact that comes first does not fit in.
    pub(crate) fn leaves_room(&self, agent: u32) -> bool {
        let team = self.agents[agent as usize].team;
        self.plan.desk.in_turn && self.plan.scenario.teams[team.index()].fill == Fill::InTurn
    }

    /// Which of two waiting contacts comes first for an agent: by the ranks of their queues, then as all compare them.
    fn compare_for(&self, agent: u32, one: u32, other: u32) -> Ordering {
        let later = || self.lanes.compare(&self.contacts, one, other, self.now);
        self.compare_ranks(agent, one, other).then_with(later)
    }

    /// Which of two contacts comes first for an agent by the ranks of their queues; that of a queue with more overload
    /// before, and ranks say nothing then.
    pub(super) fn compare_ranks(&self, agent: u32, one: u32, other: u32) -> Ordering {
        let queue = |slot: u32| self.contacts[slot].record.queue;
        let overload = |slot: u32| if self.plan.rules.overload { self.overload(queue(slot)) } else { 0 };
        let (level, than) = (overload(one), overload(other));
        let team = &self.plan.scenario.teams[self.agents[agent as usize].team.index()];
        let rank = |slot: u32| team.membership(queue(slot)).filter(|_| level == 0).map_or(0, |member| member.rank);
        than.cmp(&level).then_with(|| rank(one).cmp(&rank(other)))
    }

    /// Bit sets of the lanes of a channel that an agent may serve now.
    fn open_words(&self, agent: u32, channel: usize) -> Vec<u64> {
        let mut lanes = self.open_lanes(agent, channel);
        if self.plan.ranking.is_special {
            let tiers = lanes.chunks_exact_mut(self.plan.words_of_lanes());
            tiers.for_each(|tier| self.shut_out(agent, tier));
        }
        lanes
    }

    /// Of the deferred contacts of a row, the one that an agent picks out; any other as it comes.
    fn picked(&self, agent: u32, slot: u32, row: usize) -> u32 {
        let state = &self.agents[agent as usize];
        let pull = self.plan.scenario.teams[state.team.index()].pull;
        if pull == Pull::No || self.plan.channels[row].live {
            return slot;
        }
        let lanes = self.lanes_to_pick_from(agent, row);
        let skilled = |&lane: &u32| {
            let kind = self.plan.lanes[lane as usize].kind;
            self.plan.scenario.contacts[kind as usize].skill.is_some()
        };
        let may = |slot: u32| self.tried.keeps(self.contacts[slot].record.serial, agent, self.now).is_none();
        let picked = match pull {
            Pull::OwnSkills => {
                let own: Vec<u32> = lanes.iter().copied().filter(skilled).collect();
                self.lanes.oldest(&own, may).or_else(|| self.lanes.oldest(&lanes, may))
            }
            Pull::Easiest => self.lanes.easiest(&lanes, may),
            Pull::Oldest | Pull::No => self.lanes.oldest(&lanes, may),
        };
        picked.filter(|&picked| !self.lanes.is_behind(&self.contacts, picked, self.now)).unwrap_or(slot)
    }

    /// Lanes of a row that an agent may take from now, of the first rank in which anybody waits.
    fn lanes_to_pick_from(&self, agent: u32, row: usize) -> Vec<u32> {
        let words = self.open_sets(agent, &[row]).remove(0);
        let waits = |tier: &&[u64]| self.best_for(agent, tier).is_some();
        let tier = words.chunks_exact(self.plan.words_of_lanes()).find(waits).unwrap_or_default();
        (0..self.plan.lanes.len() as u32).filter(|lane| tier[*lane as usize / 64] >> (lane % 64) & 1 == 1).collect()
    }

    /// The agent whom the rules of a lane choose for a contact, one with room before one who would put something on hold.
    #[inline(never)]
    pub(crate) fn agent_at_desk(&mut self, slot: u32, lane: &LanePlan) -> Option<u32> {
        if self.waits_for_round() {
            self.await_round();
            return None;
        }
        let with_room = self.choose_in_turn(slot, &self.plan.needs[lane.need as usize], &[]);
        if with_room.is_some() || !self.plan.desk.interrupts {
            return with_room;
        }
        self.choose_in_turn(slot, &self.plan.interruptions[lane.need as usize], &[])
    }

    /// The same among those who have seats for a need, without those who leave room for others, and some others aside.
    pub(super) fn choose_in_turn(&mut self, slot: u32, need: &Need, but: &[u32]) -> Option<u32> {
        let mut agent = self.choose_but(slot, need, but)?;
        if !self.plan.desk.in_turn || self.lanes.is_empty() || self.saves_room_for(agent, slot).is_none() {
            return Some(agent);
        }
        if !self.tried.is_empty() {
            return self.choose_one_by_one(agent, (slot, need), but);
        }
        // All of a pool leave room for the same contacts: who had room for them would have taken them.
        let mut open = need.clone();
        loop {
            let pool = need.channel as usize * self.plan.profiles.len() + self.agents[agent as usize].profile as usize;
            let words = (self.plan.seats * self.plan.profiles.len()).div_ceil(64).max(1);
            open.tiers.iter_mut().skip(pool / 64).step_by(words).for_each(|tier| *tier &= !(1 << (pool % 64)));
            agent = self.choose_but(slot, &open, but)?;
            if self.saves_room_for(agent, slot).is_none() {
                return Some(agent);
            }
        }
    }

    /// The same where people of a pool may leave room for different contacts, some being kept from some of them.
    fn choose_one_by_one(&mut self, first: u32, (slot, need): (u32, &Need), but: &[u32]) -> Option<u32> {
        let (mut agent, mut aside) = (first, but.to_vec());
        while self.saves_room_for(agent, slot).is_some() {
            aside.push(agent);
            agent = self.choose_but(slot, need, &aside)?;
        }
        Some(agent)
    }

    /// The waiting contact for which an agent leaves room and which comes before this one, if there is one.
    pub(crate) fn saves_room_for(&self, agent: u32, slot: u32) -> Option<u32> {
        if !self.leaves_room(agent) || self.lanes.is_empty() {
            return None;
        }
        if self.plan.ranking.is_special {
            let first = self.best_asked_beside(agent, slot);
            return first.filter(|&first| first != slot && !self.can_take(agent, self.row_of(first) as usize));
        }
        let rows = (0..self.plan.channels.len()).filter(|&row| !self.can_take(agent, row));
        let first = self.first_of_some(agent, rows).map(|(first, _)| first);
        first.filter(|&first| first != slot && self.compare_for(agent, first, slot).is_lt())
    }

    /// Contacts have gone for which some left room: whoever is free takes what fits in now.
    #[inline(never)]
    pub(crate) fn look_again(&mut self) {
        while self.match_one(|_, _| true) {}
        self.lanes.left.clear();
    }
}
