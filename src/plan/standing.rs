//! Standings: how each team stands to the contacts of each lane, for those who tell why somebody was not chosen.

use super::hold::able_at_times_as;
use super::{LanePlan, Plan};
use crate::record::rule::{DELAY, STEP, STEP_NOT_TAKEN, STEP_OUT};
use crate::record::{Amount, Exclusion};
use crate::scenario::{CourseNode, Team};
use crate::units::{Span, TeamId};

/// How the people of a team stand to the contacts of a lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// They may serve them.
    Able,
    /// They may after this wait, at which the delay of the team ends.
    AfterDelay(Span),
    /// They may after this wait, at which a step of the queue counts them in.
    AfterStep(Span),
    /// They might until this wait, at which a step of the queue counted them out.
    OutSince(Span),
    /// The steps that were taken do not count them in, where more than the wait decides which are.
    NotCountedIn,
    /// They never may.
    Never(Exclusion),
}

impl Standing {
    /// Why they cannot take a contact that has waited so long.
    pub fn exclusion(self, waited: Span) -> Option<Exclusion> {
        let after = |rule: crate::record::Rule, at| rule.with_both(Amount::Span(at), Amount::Span(waited));
        match self {
            Self::Able => None,
            Self::AfterDelay(at) => Some(Exclusion::Rule(after(DELAY, at))),
            Self::AfterStep(at) => Some(Exclusion::Rule(after(STEP, at))),
            Self::OutSince(at) => Some(Exclusion::Rule(STEP_OUT.with(Amount::Span(at)))),
            Self::NotCountedIn => Some(Exclusion::Rule(STEP_NOT_TAKEN)),
            Self::Never(why) => Some(why),
        }
    }
}

impl Plan {
    /// How the people of a team stand to the contacts of a lane.
    pub fn standing(&self, lane: u32, team: TeamId) -> Standing {
        let all = self.standings.get_or_init(|| {
            let teams = (0..self.teams.len()).map(TeamId::of);
            self.lanes.iter().flat_map(|lane| teams.clone().map(|team| self.standing_to(lane, team))).collect()
        });
        all[lane as usize * self.teams.len() + team.index()]
    }

    fn standing_to(&self, lane: &LanePlan, id: TeamId) -> Standing {
        let (scenario, contact) = (&self.scenario, &self.scenario.contacts[lane.kind as usize]);
        let team = &scenario.teams[id.index()];
        let member = team.membership(lane.queue);
        if member.is_none() && !team.queues.is_empty() {
            return Standing::Never(Exclusion::OtherQueues);
        }
        let course = self.rules.courses.of(lane.kind, lane.queue);
        let able = |node: &CourseNode| able_at_times_as(scenario, contact, (lane, node), (id, team)).is_some();
        let (here, delay) = (&course[lane.stage as usize], member.map_or(Span::ZERO, |member| member.delay));
        if able(here) {
            return Standing::Able;
        }
        if !course.iter().any(able)
            && let Some(why) = why_never(contact, team)
        {
            return Standing::Never(why);
        }
        if lane.own_course {
            let delayed = delay > here.delay && able(&CourseNode { delay, ..here.clone() });
            return if delayed { Standing::AfterDelay(delay) } else { Standing::NotCountedIn };
        }
        let (past, future) = course.split_at(lane.stage as usize);
        match (future.iter().find(|node| able(node)), past.iter().rposition(able)) {
            (Some(node), _) if node.from == delay => Standing::AfterDelay(delay),
            (Some(node), _) => Standing::AfterStep(node.from),
            (None, last) => Standing::OutSince(last.map_or(here.from, |last| course[last + 1].from)),
        }
    }
}

/// What the people of a team lack to serve a contact type by itself.
fn why_never(contact: &crate::scenario::ContactType, team: &Team) -> Option<Exclusion> {
    if let Some(skill) = contact.skill {
        let held = team.skills.iter().find(|held| held.skill == skill);
        match held.map(|held| held.level) {
            None => return Some(Exclusion::NoSkill(skill)),
            Some(has) if has < contact.least_level => {
                return Some(Exclusion::LevelTooLow { skill, has, needs: contact.least_level });
            }
            Some(_) => {}
        }
    }
    let unmet = contact.requires.as_ref().is_some_and(|requirement| !requirement.is_met_by(team));
    unmet.then_some(Exclusion::RequirementNotMet)
}
