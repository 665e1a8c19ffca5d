//! Reserves made ready: how many others of a team must stay free when a contact takes one of them.

use super::order::Able;
use super::{LanePlan, Need, Reserve};
use crate::scenario::{KeepFree, Scenario};

/// The pools of a lane that keep people free from its contacts.
pub(super) fn reserves(scenario: &Scenario, lane: &LanePlan, people: &Able<'_>, channel: usize) -> Vec<Reserve> {
    let reserve = |&(profile, _): &(u32, u16)| {
        let team = people.profiles[profile as usize].team;
        let all = &scenario.teams[team.index()].keep_free;
        let others = all.iter().filter(|keep| concerns(keep, lane)).map(|keep| keep.others).max().unwrap_or(0);
        let pool = (people.first_pool + profile as usize) as u32;
        let group = (channel * scenario.teams.len() + team.index()) as u32;
        (others > 0).then_some(Reserve { pool, group, others })
    };
    people.levels.iter().filter_map(reserve).collect()
}

fn concerns(keep: &KeepFree, lane: &LanePlan) -> bool {
    keep.contact.is_some_and(|contact| contact.0 == lane.kind) || keep.queue == Some(lane.queue)
}

/// By profile, then channel: lanes that the profile keeps people free from, and how many others; empty where no team
/// does.
pub(super) fn held_lanes(
    lanes: &[LanePlan],
    needs: &[Need],
    (profiles, channels): (usize, usize),
) -> Vec<Vec<(u32, u32)>> {
    if needs.iter().all(|need| need.reserves.is_empty()) {
        return Vec::new();
    }
    let mut held = vec![Vec::new(); profiles * channels];
    for (number, lane) in lanes.iter().enumerate() {
        let need = &needs[lane.need as usize];
        for reserve in &need.reserves {
            let profile = reserve.pool as usize - need.channel as usize * profiles;
            held[profile * channels + need.channel as usize].push((number as u32, reserve.others));
        }
    }
    held
}
