//! Served: which lanes the people of each profile may serve, in which order of queues.

use super::{LanePlan, Plan};

impl Plan {
    /// Words of a bit set of lanes.
    #[inline(always)]
    pub fn words_of_lanes(&self) -> usize {
        if self.lanes.len() <= 64 { 1 } else { self.lanes.len().div_ceil(64) }
    }

    /// Lanes that the agents of a profile may serve, of one channel: bit sets, those to look at first before others.
    #[inline(always)]
    pub fn lanes_of(&self, profile: u32, channel: usize) -> &[u64] {
        let row = profile as usize * self.channels.len() + channel;
        &self.lanes_of[self.tiers_from[row] as usize..self.tiers_from[row + 1] as usize]
    }

    /// Lanes that the agents of a profile may serve, where one word holds them and none comes before another.
    #[inline(always)]
    pub fn mask_of(&self, profile: u32) -> Option<u64> {
        self.masks.get(profile as usize).copied()
    }

    /// Works out `lanes_of`.
    pub(super) fn give_lanes_to_profiles(&mut self) {
        for profile in 0..self.profiles.len() {
            for channel in 0..self.channels.len() {
                self.tiers_from.push(self.lanes_of.len() as u32);
                let lanes = self.ranked_lanes(profile as u32, channel as u32);
                let mut ranks: Vec<u16> = lanes.iter().map(|(rank, _)| *rank).collect();
                ranks.sort_unstable();
                ranks.dedup();
                for rank in ranks {
                    let start = self.lanes_of.len();
                    self.lanes_of.resize(start + self.words_of_lanes(), 0);
                    for (_, lane) in lanes.iter().filter(|(own, _)| *own == rank) {
                        self.lanes_of[start + lane / 64] |= 1 << (lane % 64);
                    }
                }
            }
        }
        self.tiers_from.push(self.lanes_of.len() as u32);
        let one_tier = self.tiers_from.windows(2).all(|tiers| tiers[1] - tiers[0] == 1);
        if one_tier && self.words_of_lanes() == 1 && self.channels.len() == 1 {
            self.masks.clone_from(&self.lanes_of);
        }
    }

    /// Lanes that the agents of a profile may serve, each with the rank of its queue for their team.
    fn ranked_lanes(&self, profile: u32, channel: u32) -> Vec<(u16, usize)> {
        let team = &self.scenario.teams[self.profiles[profile as usize].team.index()];
        let may = |lane: &LanePlan| {
            let need = &self.needs[lane.need as usize];
            need.channel == channel && need.profiles.contains(&profile)
        };
        let rank = |lane: &LanePlan| team.membership(lane.queue).map_or(0, |member| member.rank);
        let lanes = self.lanes.iter().enumerate().filter(|(_, lane)| may(lane));
        lanes.map(|(number, lane)| (rank(lane), number)).collect()
    }
}
