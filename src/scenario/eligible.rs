//! Eligibility: which teams may serve a contact of a queue at which wait, and in which order of pools.
//!
//! Everybody in a team is alike, so a team may serve a contact or none of its people may.

use super::steps::{Mode, Step};
use super::{ContactType, Scenario, Team};
use crate::units::{QueueId, Span, TeamId};

/// How a team may serve a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Able {
    /// Level in the skill of the contact type [0 where it names none, or the team lacks it].
    pub level: u16,
    /// Teams of a lower pool are asked first.
    pub pool: u16,
}

impl Scenario {
    /// Waits in a queue at which something changes for a contact of a type, the first of them zero.
    pub fn stages(&self, contact: &ContactType, queue: QueueId) -> Vec<Span> {
        let changes = self.changes(contact, queue).into_iter().map(|change| change.from);
        let steps = self.queues[queue.index()].steps.iter().map(|step| step.at);
        let delays = self.teams.iter().filter_map(|team| team.membership(queue)).map(|member| member.delay);
        let mut stages: Vec<Span> = std::iter::once(Span::ZERO).chain(steps).chain(changes).chain(delays).collect();
        stages.sort_unstable();
        stages.dedup();
        stages
    }

    /// By team: whether and how it may serve a contact that has waited so long in a queue.
    pub fn able(&self, contact: &ContactType, queue: QueueId, wait: Span) -> Vec<Option<Able>> {
        let own = |team: &Team| contact.level_of(team).map(|level| Able { level, pool: 0 });
        let mut able: Vec<Option<Able>> = self.teams.iter().map(own).collect();
        for (number, step) in self.queues[queue.index()].steps.iter().enumerate().filter(|(_, step)| step.at <= wait) {
            for (index, team) in self.teams.iter().enumerate() {
                let level = step.level_of(TeamId::of(index), team, contact);
                able[index] = step.after(able[index], level, number as u16 + 1);
            }
        }
        for (team, able) in self.teams.iter().zip(&mut able) {
            *able = able.filter(|_| team.serves(queue, wait));
        }
        able
    }

    /// Whether people of a team may serve a contact type in some queue that it may come to, however long it waits.
    pub fn may_serve(&self, team: &Team, contact: &ContactType) -> bool {
        if team.queues.is_empty() && self.queues.iter().all(|queue| queue.steps.is_empty()) {
            return contact.level_of(team).is_some();
        }
        let index = self.teams.iter().position(|other| other.name == team.name);
        let in_queue = |queue: QueueId| {
            let mut stages = self.stages(contact, queue).into_iter();
            stages.any(|wait| index.is_some_and(|index| self.able(contact, queue, wait)[index].is_some()))
        };
        self.reach(contact).stays.iter().any(|(queue, _)| in_queue(*queue))
    }
}

impl Step {
    /// The level of a team that the step counts in.
    fn level_of(&self, id: TeamId, team: &Team, contact: &ContactType) -> Option<u16> {
        if !self.teams.is_empty() && !self.teams.contains(&id) {
            return None;
        }
        match &self.requires {
            Some(requirement) => requirement.is_met_by(team).then(|| contact.level_held(team)),
            None => contact.level_from(team, self.least_level.unwrap_or(contact.least_level)),
        }
    }

    /// How a team may serve a contact after the step, of which it has this level, from how it could before.
    fn after(&self, before: Option<Able>, level: Option<u16>, number: u16) -> Option<Able> {
        match self.mode {
            Mode::Replace => level.map(|level| Able { level, pool: 0 }),
            Mode::Add => before.or(level.map(|level| Able { level, pool: 0 })),
            Mode::AddAfter => before.or(level.map(|level| Able { level, pool: number })),
        }
    }
}

impl Team {
    /// Whether it sees contacts that have waited so long in a queue.
    fn serves(&self, queue: QueueId, wait: Span) -> bool {
        self.queues.is_empty() || self.membership(queue).is_some_and(|member| member.delay <= wait)
    }
}
