//! Needs: which agents may serve a contact, in which order they are asked.
//!
//! The ordered keys of a queue are worked out as far as they do not depend on the moment: into tiers of pools, best
//! tier first, and one rule for choosing within a tier.

use std::cmp::Reverse;

use super::{LanePlan, Profile};
use crate::channel::Channel;
use crate::routing::AgentKey;
use crate::scenario::{Able, Scenario};

/// How an agent is chosen within a tier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choose {
    /// Longest available; of several since the same instant, by `Need::ranks`.
    LongestIdle,
    /// First in the file.
    FixedOrder,
    /// Any, each equally likely.
    Random,
}

/// What a contact needs of an agent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Need {
    /// Its channel: a row of `Plan::channels`.
    pub channel: u32,
    /// Profiles that may serve it.
    pub profiles: Vec<u32>,
    /// Bit sets of pools, best tier first, each as many words as hold all pools.
    pub tiers: Vec<u64>,
    /// How to choose within a tier.
    pub choose: Choose,
    /// By pool: who is asked first of those available since the same instant.
    pub ranks: Vec<u32>,
}

/// All needs, and which lane has which.
pub(super) struct Needs {
    pub(super) needs: Vec<Need>,
    pub(super) of_lane: Vec<u32>,
}

pub(super) fn needs(scenario: &Scenario, lanes: &[LanePlan], profiles: &[Profile], channels: &[Channel]) -> Needs {
    let mut all = Needs { needs: Vec::new(), of_lane: Vec::new() };
    for lane in lanes {
        let need = need(scenario, lane, profiles, channels);
        let found = all.needs.iter().position(|known| *known == need);
        all.of_lane.push(found.unwrap_or(all.needs.len()) as u32);
        if found.is_none() {
            all.needs.push(need);
        }
    }
    all
}

fn need(scenario: &Scenario, lane: &LanePlan, profiles: &[Profile], channels: &[Channel]) -> Need {
    let contact = &scenario.contacts[lane.kind as usize];
    let channel = channels.iter().position(|channel| *channel == contact.channel).unwrap_or(0);
    let teams = scenario.able(contact, lane.queue, lane.from);
    let able: Vec<(u32, Able)> = profiles
        .iter()
        .enumerate()
        .filter_map(|(number, one)| teams[one.team.index()].map(|able| (number as u32, able)))
        .collect();
    let order = &scenario.queues[lane.queue.index()].agent_order;
    let dynamic = order.iter().position(|key| *key != AgentKey::BestSkill).unwrap_or(order.len());
    let pool = |profile: u32| channel * profiles.len() + profile as usize;
    let pools = profiles.len() * channels.len();
    let mut ranks = vec![0; pools];
    for (profile, able) in &able {
        let by_skill = order[dynamic..].contains(&AgentKey::BestSkill);
        let skill = if by_skill { u32::from(u16::MAX - able.level) << 16 } else { 0 };
        ranks[pool(*profile)] = skill + (*profile).min(0xffff);
    }
    Need {
        channel: channel as u32,
        profiles: able.iter().map(|(profile, _)| *profile).collect(),
        tiers: tiers(&able, dynamic > 0, pool, pools),
        choose: match order.get(dynamic) {
            Some(AgentKey::LongestIdle) => Choose::LongestIdle,
            Some(AgentKey::Random) => Choose::Random,
            Some(AgentKey::FixedOrder | AgentKey::BestSkill) | None => Choose::FixedOrder,
        },
        ranks,
    }
}

/// Able profiles as bit sets of pools: one set for each pool of the schedule, or one for each level of each from the
/// best down.
fn tiers(able: &[(u32, Able)], by_level: bool, pool: impl Fn(u32) -> usize, pools: usize) -> Vec<u64> {
    let key = |able: &Able| (able.pool, Reverse(if by_level { able.level } else { 0 }));
    let mut keys: Vec<(u16, Reverse<u16>)> = able.iter().map(|(_, able)| key(able)).collect();
    keys.sort_unstable();
    keys.dedup();
    let tier = |wanted: &(u16, Reverse<u16>)| {
        let mut mask = vec![0_u64; pools.div_ceil(64).max(1)];
        for (profile, _) in able.iter().filter(|(_, able)| key(able) == *wanted) {
            mask[pool(*profile) / 64] |= 1 << (pool(*profile) % 64);
        }
        mask
    };
    keys.iter().flat_map(tier).collect()
}
