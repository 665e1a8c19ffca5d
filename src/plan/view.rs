//! View: the few whom a choice looks at of all who work for a queue, whether or not they may serve the contact.

use super::needs::tiers;
use super::order::{Able, Key};
use super::{Choose, Need};
use crate::routing::AgentKey;

/// The view of those keys that end with its window, for the people who serve a lane.
pub(super) fn view(keys: &[AgentKey], people: &Able<'_>, channel: u32) -> Need {
    let members = members(people);
    let all = Able { levels: &members, ..*people };
    let open: Vec<usize> = members.iter().map(|(profile, _)| all.first_pool + *profile as usize).collect();
    Need {
        channel,
        queue: Some(people.queue.0),
        profiles: members.iter().map(|(profile, _)| *profile).collect(),
        tiers: tiers(&open, &[], people.pools),
        choose: Choose::Scan,
        by: Choose::Scan,
        ranks: Vec::new(),
        keys: keys.iter().map(|key| all.key(key)).collect::<Vec<Key>>(),
        holds: Vec::new(),
        limits: Vec::new(),
        places: Vec::new(),
        view: None,
    }
}

/// Profiles that work for the queue, with their level in the skill that the contact needs; 0 without it.
fn members(people: &Able<'_>) -> Vec<(u32, u16)> {
    let skill = people.scenario.contacts[people.kind.index()].skill;
    let member = |(number, profile): (u32, &super::Profile)| {
        let team = &people.scenario.teams[profile.team.index()];
        let works = team.queues.is_empty() || team.membership(people.queue).is_some();
        let held = team.skills.iter().find(|held| Some(held.skill) == skill);
        works.then_some((number, held.map_or(0, |held| held.level)))
    };
    (0..).zip(people.profiles).filter_map(member).collect()
}
