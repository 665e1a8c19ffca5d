//! Preferred agents: those whom no contact ever goes to.

use super::Ground;
use super::service::can_serve;

pub(super) fn check(ground: &mut Ground<'_>) {
    let scenario = ground.scenario;
    for contact in &scenario.contacts {
        let Some(of) = contact.preferred_agent else { continue };
        let place = ground.setting("contacts", &contact.name, "preferred_agent");
        match of.team.map(|team| &scenario.teams[team.index()]) {
            None if contact.reconnect.is_none() => {
                let message =
                    format!("nobody has served customers of `contacts.{}` before: they come only once", contact.name);
                ground.warn(place, message, "write `reconnect`, or name a `team` in `preferred_agent`");
            }
            Some(team) if !can_serve(scenario, team, contact) => {
                let message = format!(
                    "people of the team `{}` cannot serve `contacts.{}`: it goes to nobody first",
                    team.name, contact.name
                );
                ground.warn(place, message, "name a team that can, or give it what the contact type asks for");
            }
            _ => {}
        }
    }
}
