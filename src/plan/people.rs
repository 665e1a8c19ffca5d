//! People: teams laid out as individual agents, and grouped where routing cannot tell them apart.

use std::ops::Range;

use super::OfferPlan;
use crate::calendar::Steps;
use crate::scenario::{AtShiftEnd, LateBreak, Scenario, Staffing, Team};
use crate::units::{Share, Span, TeamId};

/// Agents who are alike to every rule.
#[derive(Debug, Clone)]
pub struct Profile {
    /// Their team.
    pub team: TeamId,
    /// Their numbers.
    pub agents: Range<u32>,
}

/// A person.
#[derive(Debug, Clone, Copy)]
pub struct AgentPlan {
    /// The team.
    pub team: TeamId,
    /// The profile.
    pub profile: u32,
    /// Which of the team's shifts, if it has shifts.
    pub shift: u32,
}

/// A team made ready.
#[derive(Debug, Clone)]
pub struct TeamPlan {
    /// Paid people by step, where they are counted rather than named; cut so finely that chance decides anew in
    /// every `TeamPlan::FINE`.
    pub steps: Option<Steps>,
    /// Probability to be away for a whole day.
    pub absence: Share,
    /// Probability to miss a shift: away for the day, or for another reason.
    pub away_for_shift: Share,
    /// The people of the team.
    pub agents: Range<u32>,
    /// How contacts ring; `None` where they are answered at once.
    pub offers: Option<OfferPlan>,
    /// By contact type: how many times as long everything takes; empty when always as long.
    pub time_factors: Vec<f64>,
    /// When a break starts that falls into a contact.
    pub late_break: LateBreak,
    /// What happens to a contact in service when the shift ends.
    pub at_shift_end: AtShiftEnd,
}

/// Everybody.
pub(super) struct People {
    pub(super) profiles: Vec<Profile>,
    pub(super) teams: Vec<TeamPlan>,
    pub(super) agents: Vec<AgentPlan>,
}

impl People {
    pub(super) fn new(scenario: &Scenario) -> Self {
        let mut people = Self { profiles: Vec::new(), teams: Vec::new(), agents: Vec::new() };
        for (number, team) in scenario.teams.iter().enumerate() {
            people.add(TeamId::of(number), team, scenario);
        }
        people
    }

    fn add(&mut self, id: TeamId, team: &Team, scenario: &Scenario) {
        let (first, profile) = (self.agents.len() as u32, self.profiles.len() as u32);
        let person = |shift| AgentPlan { team: id, profile, shift };
        match &team.staffing {
            Staffing::Counts(steps) => {
                self.agents.extend(std::iter::repeat_n(person(0), steps.most().ceil() as usize));
            }
            Staffing::Shifts(shifts) => {
                for (shift, hours) in shifts.iter().enumerate() {
                    self.agents.extend(std::iter::repeat_n(person(shift as u32), hours.people as usize));
                }
            }
        }
        let agents = first..self.agents.len() as u32;
        self.profiles.push(Profile { team: id, agents: agents.clone() });
        self.teams.push(TeamPlan {
            steps: steps(team, scenario),
            absence: team.absence,
            away_for_shift: either(team.absence, team.shrinkage),
            agents,
            offers: team.offers.as_ref().map(OfferPlan::new),
            time_factors: time_factors(team, scenario.contacts.len()),
            late_break: team.late_break,
            at_shift_end: team.at_shift_end,
        });
    }
}

/// Paid people by step; cut finely where chance has a part in how many are there.
fn steps(team: &Team, scenario: &Scenario) -> Option<Steps> {
    let Staffing::Counts(steps) = &team.staffing else { return None };
    let whole = steps.pieces().all(|(_, _, people)| people.fract() == 0.0);
    let certain = whole && team.absence == Share::ZERO && team.shrinkage == Share::ZERO;
    Some(if certain { steps.merged() } else { steps.cut(&scenario.horizon.calendar, TeamPlan::FINE) })
}

impl TeamPlan {
    /// How long a chance of people lasts: fractions and shrinkage turn out anew in every half hour.
    pub const FINE: Span = Span::minutes(30);
}

/// Probability that at least one of two independent things happens.
fn either(one: Share, other: Share) -> Share {
    Share::new(1.0 - one.rest().get() * other.rest().get()).unwrap_or(Share::ONE)
}

fn time_factors(team: &Team, kinds: usize) -> Vec<f64> {
    if team.speed.is_empty() {
        return Vec::new();
    }
    let mut factors = vec![1.0; kinds];
    for speed in &team.speed {
        factors[speed.contact.index()] = speed.time_factor;
    }
    factors
}
