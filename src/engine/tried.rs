//! Who has been tried: agents to whom a contact was offered in vain, and is not offered again for a while.

use std::collections::BTreeMap;

use super::centre::Centre;
use super::contact::NONE;
use super::measured::Moment;
use super::roster::Change;
use super::scan::Candidate;
use super::view::is_seen;
use crate::plan::{Choose, Need};
use crate::record::rule::{TRIED, TRIED_FOR_GOOD};
use crate::record::{Amount, Observer, Rule};
use crate::units::{AgentId, Instant, Span};

/// Contacts that have been offered in vain.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tried {
    /// By number of the contact: agents, and until when they are not asked.
    by_contact: BTreeMap<u64, Vec<(u32, Instant)>>,
}

impl Tried {
    /// The rule that keeps a contact from an agent.
    pub(crate) fn keeps(&self, serial: u64, agent: u32, now: Instant) -> Option<Rule> {
        let (_, until) = self.by_contact.get(&serial)?.iter().find(|(tried, until)| *tried == agent && *until > now)?;
        let again = TRIED.with(Amount::Span(until.since(now)));
        Some(if *until == Instant::NEVER { TRIED_FOR_GOOD } else { again })
    }

    /// Whether a contact is kept from anybody.
    pub(crate) fn knows(&self, serial: u64) -> bool {
        self.by_contact.contains_key(&serial)
    }

    /// Whether no contact is kept from anybody.
    pub(crate) fn is_empty(&self) -> bool {
        self.by_contact.is_empty()
    }

    /// Forgets a contact.
    pub(crate) fn forget(&mut self, serial: u64) {
        self.by_contact.remove(&serial);
    }
}

impl<Watch: Observer> Centre<'_, Watch> {
    /// A contact that an agent did not answer is kept from this agent, as its queue says.
    pub(crate) fn keep_apart(&mut self, slot: u32, agent: u32) {
        let record = &self.contacts[slot].record;
        let after = self.plan.scenario.queues[record.queue.index()].offering.same_agent_after;
        if after == Span::ZERO {
            return;
        }
        let until = if after.is_never() { Instant::NEVER } else { self.now + after };
        let tried = self.tried.by_contact.entry(record.serial).or_default();
        tried.retain(|(other, _)| *other != agent);
        tried.push((agent, until));
        if until != Instant::NEVER {
            self.roster.add(until, Change::MayTryAgain(AgentId(agent)));
        }
    }

    /// An agent from whom a contact has been kept may be offered it again.
    pub(crate) fn may_try_again(&mut self, agent: u32) {
        if self.agents[agent as usize].is_open() {
            self.take_next(agent);
        }
    }

    /// The agent whom the rules of a need choose for a contact among those not tried, some others aside.
    #[inline(never)]
    pub(crate) fn choose_untried(&mut self, slot: u32, need: &Need, but: &[u32]) -> Option<u32> {
        let closed = self.closed_pools(slot, need);
        self.clocks.turn_to_day_of(self.now, &self.plan.days);
        let serial = self.contacts[slot].record.serial;
        let seen = self.in_view(need, slot);
        let mut found = std::mem::take(&mut self.scan.candidates);
        let (tried, now) = (&self.tried, self.now);
        let may = |one: &Candidate| {
            let agent = one.agent;
            let is_apart = but.contains(&agent) || tried.keeps(serial, agent, now).is_some();
            !is_apart && self.is_within_limit(one, need) && is_seen(seen.as_ref(), agent)
        };
        self.bench.gather(need, &closed, &mut found, may);
        self.scan.candidates = found;
        match need.by {
            Choose::Random => {
                let place = self.routing.below(self.scan.candidates.len() as u64) as usize;
                self.scan.candidates.get(place).map(|one| one.agent)
            }
            Choose::FixedOrder => self.scan.candidates.iter().map(|one| one.agent).min(),
            Choose::LongestIdle => {
                let key = |one: &&Candidate| (one.since, need.ranks[one.pool as usize]);
                self.scan.candidates.iter().min_by_key(key).map(|one| one.agent)
            }
            Choose::Scan | Choose::Closer => self.scan_found(need, slot),
        }
    }

    /// The contact that comes first for an agent among those of these lanes that are not kept from the agent.
    #[inline(never)]
    pub(crate) fn best_untried(&self, agent: u32, masks: &[u64]) -> Option<u32> {
        let mut best = None;
        for lane in 0..self.plan.lanes.len() as u32 {
            if masks[lane as usize / 64] & self.lanes.busy.words()[lane as usize / 64] & 1 << (lane % 64) == 0 {
                continue;
            }
            let Some(slot) = self.first_untried(lane, agent) else { continue };
            let is_first = best.is_none_or(|best| self.lanes.compare(&self.contacts, slot, best, self.now).is_lt());
            if is_first && !self.lanes.is_behind(&self.contacts, slot, self.now) {
                best = Some(slot);
            }
        }
        best
    }

    /// The same where it takes more than comparing the first contacts of lanes, beside one that is in no lane yet.
    #[inline(never)]
    pub(crate) fn best_asked_untried(
        &self,
        agent: u32,
        open: &[u64],
        (beside, moment): (Option<u32>, Moment<'_>),
    ) -> Option<u32> {
        let lanes = (0..self.plan.lanes.len() as u32).filter(|lane| open[*lane as usize / 64] & 1 << (lane % 64) != 0);
        let may = |slot: &u32| {
            let serial = self.contacts[*slot].record.serial;
            self.tried.keeps(serial, agent, self.now).is_none()
                && !self.lanes.is_behind(&self.contacts, *slot, self.now)
        };
        let slots = lanes.flat_map(|lane| self.lanes.of_lane(&self.contacts, lane)).filter(may).chain(beside).collect();
        self.lanes.in_order(&self.contacts, slots, moment).first().copied()
    }

    /// The contacts of some lanes that may be answered before others of their lanes: the first ones, or all where some are
    /// kept from somebody.
    pub(crate) fn heads_of(&self, lanes: impl Iterator<Item = u32>) -> Vec<u32> {
        if self.tried.is_empty() {
            return lanes.filter_map(|lane| self.lanes.first(lane)).collect();
        }
        lanes.flat_map(|lane| self.lanes.of_lane(&self.contacts, lane)).collect()
    }

    /// The first contact of a lane that is not kept from an agent.
    fn first_untried(&self, lane: u32, agent: u32) -> Option<u32> {
        let mut slots = self.lanes.of_lane(&self.contacts, lane);
        slots.find(|&slot| self.tried.keeps(self.contacts[slot].record.serial, agent, self.now).is_none())
    }
}

impl super::lanes::Lanes {
    /// The contacts of a lane, the first one first.
    pub(super) fn of_lane<'a>(
        &'a self,
        contacts: &'a super::contact::Contacts,
        lane: u32,
    ) -> impl Iterator<Item = u32> + 'a {
        let shuffled = self.shuffled.get(lane as usize).map_or(&[][..], Vec::as_slice);
        let linked = if shuffled.is_empty() { self.first(lane) } else { None };
        let after = |slot: &u32| Some(contacts[*slot].next).filter(|next| *next != NONE);
        shuffled.iter().rev().copied().chain(std::iter::successors(linked, after))
    }
}
