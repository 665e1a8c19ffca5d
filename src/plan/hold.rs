//! Holds: what keeps people from contacts that they may serve otherwise, as long as it lasts.

use std::sync::Arc;

use super::order::Able;
use super::rules::{Courses, Switchboard};
use super::{LanePlan, Need};
use crate::calendar::Steps;
use crate::scenario::{ContactType, CourseNode, KeepFree, Others, Scenario, Team};
use crate::units::{SkillId, TeamId};

/// What keeps the people of a pool from the contacts of a lane.
#[derive(Debug, Clone, PartialEq)]
pub enum Hold {
    /// Too few others of the team are free for the channel: position among the counts of free people, and how many.
    KeepFree(u32, Amount),
    /// The team does not serve the queue now: a switch that is off.
    Membership(u32),
    /// The team's skills that count now do not suffice: switches of those that count at times, and by which of them are
    /// on whether they do.
    Skills(Vec<u32>, Vec<bool>),
}

/// A whole number of people.
#[derive(Debug, Clone, PartialEq)]
pub enum Amount {
    /// Always so many.
    Always(u32),
    /// So many by time.
    ByTime(Arc<Steps>),
    /// As many as it takes: its position among all that adapt.
    Adaptive(u32),
}

/// All holds, each once, and the switches that they name.
pub(super) struct Holds<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) courses: &'a Courses,
    pub(super) all: Vec<Hold>,
    pub(super) switchboard: &'a mut Switchboard,
}

impl Holds<'_> {
    /// What may keep pools from a lane: pool and hold.
    pub(super) fn of(&mut self, lane: &LanePlan, people: &Able<'_>, channel: usize) -> Vec<(u32, u32)> {
        let mut found = Vec::new();
        for &(profile, _) in people.levels {
            let team = people.profiles[profile as usize].team;
            let pool = (people.first_pool + profile as usize) as u32;
            let mut holds = self.keep_free(lane, team, channel);
            holds.extend(self.membership(lane, team));
            holds.extend(self.skills(lane, team));
            for hold in holds {
                found.push((pool, self.number(hold)));
            }
        }
        found
    }

    fn number(&mut self, hold: Hold) -> u32 {
        let known = self.all.iter().position(|known| *known == hold);
        known.unwrap_or_else(|| {
            self.all.push(hold);
            self.all.len() - 1
        }) as u32
    }

    /// Of the reserves of a team that always ask for as many the one that asks for most, and all others.
    fn keep_free(&mut self, lane: &LanePlan, team: TeamId, channel: usize) -> Vec<Hold> {
        let group = (channel * self.scenario.teams.len() + team.index()) as u32;
        let (mut holds, mut always) = (Vec::new(), 0);
        for (number, keep) in self.scenario.teams[team.index()].keep_free.iter().enumerate() {
            match &keep.others {
                _ if !concerns(keep, lane) => {}
                Others::Always(others) => always = always.max(*others),
                Others::ByTime(steps) => {
                    holds.push(Hold::KeepFree(group, Amount::ByTime(Arc::new(steps.merged()))));
                }
                Others::Adaptive(_) => {
                    let amount = Amount::Adaptive(self.switchboard.adaptive(team, number));
                    holds.push(Hold::KeepFree(group, amount));
                }
            }
        }
        if always > 0 {
            holds.push(Hold::KeepFree(group, Amount::Always(always)));
        }
        holds
    }

    fn membership(&mut self, lane: &LanePlan, team: TeamId) -> Option<Hold> {
        let condition = self.scenario.teams[team.index()].membership(lane.queue)?.while_.as_ref()?;
        Some(Hold::Membership(self.switchboard.switch_of(condition)))
    }

    fn skills(&mut self, lane: &LanePlan, id: TeamId) -> Option<Hold> {
        let team = &self.scenario.teams[id.index()];
        if team.skills_while.is_empty() {
            return None;
        }
        let contact = &self.scenario.contacts[lane.kind as usize];
        let node = &self.courses.of(lane.kind, lane.queue)[lane.stage as usize];
        let able = |team: &Team| self.scenario.able_as(contact, (lane.queue, node), (id, team)).is_some();
        let suffices: Vec<bool> = variants(team).map(|variant| able(&variant)).collect();
        if suffices.iter().all(|able| *able) {
            return None;
        }
        let switches = team.skills_while.iter().map(|(_, condition)| self.switchboard.switch_of(condition)).collect();
        Some(Hold::Skills(switches, suffices))
    }
}

/// A team with some of the skills that count only at times, by the bits of a number: all that are set count.
fn variants(team: &Team) -> impl Iterator<Item = Team> + '_ {
    (0..1_usize << team.skills_while.len()).map(|bits| {
        let at_times = team.skills_while.iter().enumerate();
        let off: Vec<SkillId> =
            at_times.filter(|(place, _)| bits & 1 << place == 0).map(|(_, (skill, _))| *skill).collect();
        team.without(&off)
    })
}

/// By team: whether and how it may ever serve a contact at a place of its course, whichever of its skills count.
pub(super) fn able_at_times(
    scenario: &Scenario,
    contact: &ContactType,
    (lane, node): (&LanePlan, &CourseNode),
) -> Vec<Option<crate::scenario::Able>> {
    let each = scenario.teams.iter().enumerate();
    each.map(|(index, team)| able_at_times_as(scenario, contact, (lane, node), (TeamId::of(index), team))).collect()
}

/// The same of one team.
pub(super) fn able_at_times_as(
    scenario: &Scenario,
    contact: &ContactType,
    (lane, node): (&LanePlan, &CourseNode),
    (id, team): (TeamId, &Team),
) -> Option<crate::scenario::Able> {
    let of = |team: &Team| scenario.able_as(contact, (lane.queue, node), (id, team));
    of(team).or_else(|| if team.skills_while.is_empty() { None } else { variants(team).find_map(|it| of(&it)) })
}

fn concerns(keep: &KeepFree, lane: &LanePlan) -> bool {
    keep.contact.is_some_and(|contact| contact.0 == lane.kind) || keep.queue == Some(lane.queue)
}

/// By profile, then channel: lanes that something may keep the profile from, each with one hold; empty where nothing
/// ever does.
pub(super) fn held_lanes(
    lanes: &[LanePlan],
    needs: &[Need],
    (profiles, channels): (usize, usize),
) -> Vec<Vec<(u32, u32)>> {
    if needs.iter().all(|need| need.holds.is_empty()) {
        return Vec::new();
    }
    let mut held = vec![Vec::new(); profiles * channels];
    for (number, lane) in lanes.iter().enumerate() {
        let need = &needs[lane.need as usize];
        for &(pool, hold) in &need.holds {
            let profile = pool as usize - need.channel as usize * profiles;
            held[profile * channels + need.channel as usize].push((number as u32, hold));
        }
    }
    held
}
