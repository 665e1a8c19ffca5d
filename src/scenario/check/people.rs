//! People: more of them than any centre has are refused before room is made for each.

use super::Ground;
use crate::scenario::read::Finding;
use crate::scenario::{Staffing, Team};
use crate::units::{Instant, bits_beside, last_moment};

/// Most people that all teams together may have; each takes some 100 bytes on every thread.
const MOST: u64 = 5_000_000;

/// Refuses the team with which the centre has more people than that.
pub(super) fn check(ground: &mut Ground<'_>) {
    let length = ground.scenario.horizon.calendar.length;
    let told_apart = 1 << bits_beside(last_moment(Instant::START + length));
    let (most, mut total) = (MOST.min(told_apart), 0.0);
    for team in &ground.scenario.teams {
        total += people(team);
        if total > most as f64 {
            let text = format!("the team `{}` brings the centre to {total} people, expected at most {most}", team.name);
            let setting = if matches!(team.staffing, Staffing::Counts(_)) { "agents" } else { "shifts" };
            let place = ground.setting("teams", &team.name, setting);
            let help = match most {
                MOST => "people are counted one by one, not in minutes".to_owned(),
                _ => format!("a horizon of {length} leaves room for so many; a shorter one leaves more"),
            };
            ground.findings.add(Finding::error(place, text).help(help));
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
