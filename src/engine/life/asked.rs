//! Asked: an agent chooses a contact where that takes more than comparing the first contacts of lanes.

use std::cmp::Ordering;

use crate::engine::centre::Centre;
use crate::engine::contact::Phase;
use crate::engine::measured::{Asking, Moment};
use crate::record::Observer;
use crate::scenario::AboveTarget;
use crate::units::QueueId;

impl<Watch: Observer> Centre<'_, Watch> {
    /// The contact that comes first for an agent among all that the agent has room for.
    #[inline(never)]
    pub(crate) fn best_asked(&self, agent: u32) -> Option<u32> {
        self.best_asked_of(agent, &self.rows_looked_at(agent).collect::<Vec<_>>())
    }

    /// The contact that comes first for an agent among all of some rows.
    fn best_asked_of(&self, agent: u32, rows: &[usize]) -> Option<u32> {
        let asking = self.asking(agent);
        let moment = Moment { now: self.now, asking: Some(&asking) };
        let open = self.lanes_open_to(agent, rows);
        if !self.tried.is_empty() {
            return self.best_asked_untried(agent, &open, (None, moment));
        }
        self.lanes.best_for(&self.contacts, &open, moment)
    }

    /// The contact that comes first for an agent among all that the agent looks at and one that may be in no lane yet.
    pub(super) fn best_asked_beside(&self, agent: u32, slot: u32) -> Option<u32> {
        let lanes = self.lanes_open_to(agent, &self.rows_looked_at(agent).collect::<Vec<_>>());
        let asking = self.asking(agent);
        let moment = Moment { now: self.now, asking: Some(&asking) };
        let first = self.best_asked(agent);
        if self.contacts[slot].phase == Phase::Waiting {
            return first;
        }
        match first.map_or(Ordering::Greater, |first| self.compare_ranks(agent, first, slot)) {
            Ordering::Less => first,
            Ordering::Equal if !self.tried.is_empty() => self.best_asked_untried(agent, &lanes, (Some(slot), moment)),
            Ordering::Equal => self.lanes.best_beside(&self.contacts, &lanes, Some(slot), moment),
            Ordering::Greater => Some(slot),
        }
    }

    /// What contacts may be compared by of an agent.
    pub(crate) fn asking(&self, agent: u32) -> Asking {
        let since = (0..self.plan.channels.len()).map(|channel| self.bench.since(channel, agent)).min();
        let idle = since.map_or(0.0, |since| self.now.since(since).as_seconds() / 60.0);
        let team = self.agents[agent as usize].team.index();
        Asking { team, idle, shares: self.clocks.shares(agent) }
    }

    /// Lanes whose contacts an agent may take now: of all of these rows, those of the best rank in which anybody waits.
    fn lanes_open_to(&self, agent: u32, rows: &[usize]) -> Vec<u64> {
        let words = self.plan.words_of_lanes();
        let busy = |tier: &&[u64]| self.busy_lane(agent, tier).is_some();
        let sets = self.open_sets(agent, rows);
        let mut tiers: Vec<&[u64]> = sets.iter().filter_map(|lanes| lanes.chunks_exact(words).find(busy)).collect();
        let heads: Vec<Option<u32>> = tiers.iter().map(|tier| self.lanes.first(self.busy_lane(agent, tier)?)).collect();
        let best = heads.iter().flatten().copied().min_by(|&one, &other| self.compare_ranks(agent, one, other));
        let mut ranks = heads.into_iter().map(|head| head.zip(best));
        tiers.retain(|_| {
            let pair = ranks.next().flatten();
            pair.is_some_and(|(head, best)| self.compare_ranks(agent, head, best).is_eq())
        });
        let mut open = vec![0; words];
        for tier in tiers {
            open.iter_mut().zip(tier).for_each(|(open, mask)| *open |= mask);
        }
        open
    }

    /// The first lane of a bit set in which anybody waits who is not kept from an agent.
    fn busy_lane(&self, agent: u32, tier: &[u64]) -> Option<u32> {
        if !self.tried.is_empty() {
            return self.best_untried(agent, tier).map(|slot| self.contacts[slot].lane);
        }
        let both = tier.iter().zip(self.lanes.busy.words()).map(|(mask, busy)| mask & busy);
        let (word, lanes) = (0..).zip(both).find(|(_, lanes)| *lanes != 0)?;
        Some(word * 64 + lanes.trailing_zeros())
    }

    /// Takes the lanes out of queues that the agent is above the target of.
    pub(super) fn shut_out(&self, agent: u32, tier: &mut [u64]) {
        let above: Vec<QueueId> = self.queues_above_target(agent);
        let lanes = (0..).zip(&self.plan.lanes).filter(|(_, lane)| above.contains(&lane.queue));
        lanes.for_each(|(lane, _): (u32, _)| tier[lane as usize / 64] &= !(1 << (lane % 64)));
    }

    /// Queues that an agent serves no more for now, because they make more than their target of the agent's work.
    pub(crate) fn queues_above_target(&self, agent: u32) -> Vec<QueueId> {
        let team = &self.plan.scenario.teams[self.agents[agent as usize].team.index()];
        let limited = team.queues.iter().filter(|member| member.above_target == AboveTarget::StayIdle);
        let is_above = |queue: QueueId, target: f64| self.clocks.share(agent, queue.index()) > target;
        let above = limited.filter(|member| member.target.is_some_and(|target| is_above(member.queue, target.get())));
        above.map(|member| member.queue).collect()
    }
}
