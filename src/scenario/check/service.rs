//! Service: contact types that nobody can serve, and service levels that nobody can miss or meet.

use super::Ground;
use crate::scenario::{ContactType, Reach, Scenario, Staffing, Team};
use crate::units::{QueueId, Span};

/// A threshold below this is not meant for deferred work.
const DEFERRED: Span = Span::minutes(1);

pub(super) fn check(ground: &mut Ground<'_>, reach: &[Reach]) {
    nobody(ground);
    kept_free(ground);
    levels(ground, reach);
}

fn nobody(ground: &mut Ground<'_>) {
    let scenario = ground.scenario;
    if scenario.teams.is_empty() {
        let place = ground.root.place;
        return ground.warn(
            place,
            "there are no teams: nobody serves anybody",
            "write `[teams.NAME]` with `agents = 10`",
        );
    }
    for contact in &scenario.contacts {
        if scenario.teams.iter().any(|team| present(team) && can_serve(scenario, team, contact)) {
            continue;
        }
        let skill = contact.skill.map(|skill| &scenario.skills[skill.index()]);
        let wanted = skill.map_or(String::new(), |skill| {
            format!(" with the skill `{skill}` at level {} or more", contact.least_level)
        });
        let joined = if skill.is_some() { " and" } else { "" };
        let required = contact.requires.as_ref();
        let met = required.map_or(String::new(), |requirement| format!("{joined} that meets `{}`", requirement.text));
        let message = format!("nobody can serve `contacts.{}`: no team{wanted}{met} has anybody at work", contact.name);
        let (setting, help) = match required {
            Some(_) => ("requires", "staff a team that meets it, or ask for less"),
            None => ("skill", "staff a team, or give one the skill at that level"),
        };
        let place = ground.setting("contacts", &contact.name, setting);
        ground.warn(place, message, help);
    }
}

/// Reserves that no team is large enough for.
fn kept_free(ground: &mut Ground<'_>) {
    for team in &ground.scenario.teams {
        let most = most_people(team);
        for keep in
            team.keep_free.iter().filter(|keep| keep.others.fewest() > 0 && most <= f64::from(keep.others.fewest()))
        {
            let contact = keep.contact.map(|contact| &ground.scenario.contacts[contact.index()].name);
            let name = contact.or_else(|| keep.queue.map(|queue| &ground.scenario.queues[queue.index()].name));
            let Some(name) = name else { continue };
            let message = format!(
                "the team `{}` never takes contacts of `{name}`: it has at most {most} people, and {} others must stay \
                 free",
                team.name,
                keep.others.fewest()
            );
            ground.warn(ground.setting("teams", &team.name, "keep_free"), message, "keep fewer people free");
        }
    }
}

/// Most people of a team who can be there at once.
pub(super) fn most_people(team: &Team) -> f64 {
    match &team.staffing {
        Staffing::Counts(steps) => steps.most().ceil(),
        Staffing::Shifts(shifts) => shifts.iter().map(|shift| f64::from(shift.people)).sum(),
    }
}

/// Whether people of a team may serve a contact type.
pub(super) fn can_serve(scenario: &Scenario, team: &Team, contact: &ContactType) -> bool {
    scenario.may_serve(team, contact)
}

/// Whether anybody is ever there.
pub(super) fn present(team: &Team) -> bool {
    match &team.staffing {
        Staffing::Counts(steps) => steps.most() > 0.0,
        Staffing::Shifts(shifts) => shifts.iter().any(|shift| shift.people > 0 && !shift.days.is_empty()),
    }
}

fn levels(ground: &mut Ground<'_>, reach: &[Reach]) {
    let scenario = ground.scenario;
    for (index, queue) in scenario.queues.iter().enumerate() {
        let here = scenario.contacts.iter().zip(reach).filter(|(_, reach)| reach.has_queue(QueueId::of(index)));
        let here: Vec<&ContactType> = here.map(|(contact, _)| contact).collect();
        let place = ground.setting("queues", &queue.name, "service_level");
        for level in queue.service_levels.iter().filter(|_| !here.is_empty()) {
            let threshold = level.threshold;
            if here.iter().all(|contact| contact.channel.live && gone_by(contact, threshold)) {
                let message = format!(
                    "in the queue `{}` every customer has hung up by the threshold of `{threshold}`",
                    queue.name
                );
                ground.warn(place, message, "make the threshold shorter than the patience");
            } else if here.iter().all(|contact| !contact.channel.live) && threshold < DEFERRED {
                let message = format!(
                    "a threshold of `{threshold}` for the queue `{}`, where only deferred work waits",
                    queue.name
                );
                ground.warn(place, message, "write a threshold that suits it, such as `service_level = \"4h\"`");
            }
        }
    }
}

/// Whether no customer is more patient than this.
fn gone_by(contact: &ContactType, threshold: Span) -> bool {
    !contact.patience.is_never() && contact.patience.law().quantile(1.0) <= threshold.as_seconds()
}
