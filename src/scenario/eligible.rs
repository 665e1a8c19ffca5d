//! Eligibility: which teams may serve a contact of a queue at which place of its course, and in which order of pools.
//!
//! Everybody in a team is alike, so a team may serve a contact or none of its people may. What a team can do or does
//! for a queue only at times counts as if it always did.

use super::course::Node;
use super::schedule::AfterLast;
use super::steps::{Mode, Step};
use super::{ContactType, Scenario, Team};
use crate::units::{QueueId, SkillId, Span, TeamId};

/// How a team may serve a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Able {
    /// Level in the skill of the contact type [0 where it names none, or the team lacks it].
    pub level: u16,
    /// Teams of a lower pool are asked first.
    pub pool: u16,
    /// Of those, teams of a lower penalty.
    pub penalty: u16,
}

impl Scenario {
    /// By team: whether and how it may serve a contact at a place of its course.
    pub fn able(&self, contact: &ContactType, queue: QueueId, node: &Node) -> Vec<Option<Able>> {
        let each = self.teams.iter().enumerate();
        each.map(|(index, team)| self.able_as(contact, (queue, node), (TeamId::of(index), team))).collect()
    }

    /// The same for one team, were it like this.
    pub fn able_as(
        &self,
        contact: &ContactType,
        (queue, node): (QueueId, &Node),
        (id, team): (TeamId, &Team),
    ) -> Option<Able> {
        let of = &self.queues[queue.index()];
        let mut penalty = team.membership(queue).map_or(0, |member| member.penalty);
        let mut asked = Asked { contact, penalty, dropped: Vec::new() };
        let mut able = contact.level_of(team).map(|level| Able { level, pool: 0, penalty });
        for &number in &node.applied {
            let step = &of.steps[number];
            let level = asked.level(step, id, team);
            able = step.after(able, level.map(|level| Able { level, pool: number as u16 + 1, penalty }));
            penalty = step.raise_penalty_to.map_or(penalty, |raised| penalty.max(raised));
        }
        if node.ended {
            able = able.or_else(|| {
                let level = match of.schedule.after_last {
                    AfterLast::AnyAgent => Some(contact.level_held(team)),
                    AfterLast::Union => of.steps.iter().find_map(|step| asked.level(step, id, team)),
                    AfterLast::Wait | AfterLast::Leave(_) => None,
                };
                level.map(|level| Able { level, pool: 0, penalty })
            });
        }
        able.filter(|_| team.serves(queue, node.delay)).map(|able| Able { penalty, ..able })
    }

    /// Teams that a step of a queue counts in for a contact type.
    pub fn counted_in(&self, contact: &ContactType, queue: QueueId, step: usize) -> Vec<TeamId> {
        let steps = &self.queues[queue.index()].steps;
        let counted = |(index, team): (usize, &Team)| {
            let penalty = team.membership(queue).map_or(0, |member| member.penalty);
            let dropped = steps[..step].iter().flat_map(|before| before.drop_skills.clone()).collect();
            let id = TeamId::of(index);
            Asked { contact, penalty, dropped }.level(&steps[step], id, team).map(|_| id)
        };
        let serves = |(_, team): &(usize, &Team)| team.queues.is_empty() || team.membership(queue).is_some();
        self.teams.iter().enumerate().filter(serves).filter_map(counted).collect()
    }

    /// Whether people of a team may serve a contact type in some queue that it may come to, however long it waits.
    pub fn may_serve(&self, team: &Team, contact: &ContactType) -> bool {
        if team.queues.is_empty() && self.queues.iter().all(|queue| queue.steps.is_empty()) {
            return contact.level_of(team).is_some();
        }
        let Some(index) = self.teams.iter().position(|other| other.name == team.name) else { return false };
        let in_queue = |queue: QueueId| {
            let able = |node: &Node| self.able_as(contact, (queue, node), (TeamId::of(index), team)).is_some();
            self.course(contact, queue).iter().any(able)
        };
        self.reach(contact).stays.iter().any(|(queue, _)| in_queue(*queue))
    }
}

/// What a contact asks for as the steps of its queue go on.
struct Asked<'a> {
    contact: &'a ContactType,
    /// Penalty of the team in question.
    penalty: u16,
    /// Skills that are not asked for any more.
    dropped: Vec<SkillId>,
}

impl Asked<'_> {
    /// The level of a team that a step counts in; what the step drops is not asked for from now on.
    fn level(&mut self, step: &Step, id: TeamId, team: &Team) -> Option<u16> {
        self.dropped.extend(&step.drop_skills);
        let penalty = step.penalties.is_none_or(|(least, most)| (least..=most).contains(&self.penalty));
        let added = step.add_skills.iter().all(|added| team.level(added.skill) >= added.level);
        if !penalty || !added || !(step.teams.is_empty() || step.teams.contains(&id)) {
            return None;
        }
        let own = step.requires.as_ref().or(self.contact.requires.as_ref());
        let met = own.is_none_or(|requirement| requirement.is_met_without(&self.dropped, team));
        let (held, contact) = (self.contact.level_held(team), self.contact);
        let asks = step.requires.is_none() && contact.skill.is_some_and(|skill| !self.dropped.contains(&skill));
        let least = step.least_level.unwrap_or(contact.least_level);
        let enough = !asks || (held >= least && step.most_level.is_none_or(|most| held <= most));
        (met && enough).then_some(held)
    }
}

impl Step {
    /// How a team may serve a contact after the step, which counts it in like this, from how it could before.
    fn after(&self, before: Option<Able>, counted: Option<Able>) -> Option<Able> {
        let first = |able: Able| Able { pool: 0, ..able };
        match self.mode {
            Mode::Replace => counted.map(first),
            Mode::Add => before.or(counted.map(first)),
            Mode::AddAfter => before.or(counted),
        }
    }
}

impl Team {
    /// Whether it sees contacts of a queue for which delays of this length have passed.
    fn serves(&self, queue: QueueId, delay: Span) -> bool {
        self.queues.is_empty() || self.membership(queue).is_some_and(|member| member.delay <= delay)
    }

    /// Its level in a skill; 0 without it.
    fn level(&self, skill: SkillId) -> u16 {
        self.skills.iter().find(|held| held.skill == skill).map_or(0, |held| held.level)
    }
}
