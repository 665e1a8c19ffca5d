//! People: more of them than any centre has are refused before room is made for each.

use super::Ground;
use crate::scenario::read::Finding;
use crate::scenario::{Staffing, Team};

/// Most people that all teams together may have; each takes some 100 bytes on every thread.
const MOST: f64 = 5_000_000.0;

/// Refuses the team with which the centre has more people than that.
pub(super) fn check(ground: &mut Ground<'_>) {
    let mut total = 0.0;
    for team in &ground.scenario.teams {
        total += people(team);
        if total > MOST {
            let text = format!("the team `{}` brings the centre to {total} people, expected at most {MOST}", team.name);
            let setting = if matches!(team.staffing, Staffing::Counts(_)) { "agents" } else { "shifts" };
            let place = ground.setting("teams", &team.name, setting);
            ground
                .findings
                .add(Finding::error(place, text).help("people are counted one by one, not in minutes".to_owned()));
            return;
        }
    }
}

/// How many people a team is made of.
fn people(team: &Team) -> f64 {
    match &team.staffing {
        Staffing::Counts(steps) => steps.most().ceil(),
        Staffing::Shifts(shifts) => shifts.iter().map(|shift| f64::from(shift.people)).sum(),
    }
}
