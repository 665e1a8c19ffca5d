//! Idle parts: tables that are written and never used.

use super::Ground;
use super::service::can_serve;
use crate::family::Place;
use crate::scenario::{Reach, Requirement, Scenario};
use crate::units::{FlowId, QueueId, SkillId};

pub(super) fn check(ground: &mut Ground<'_>, reach: &[Reach]) {
    let scenario = ground.scenario;
    for (index, queue) in scenario.queues.iter().enumerate() {
        if !reach.iter().any(|reach| reach.has_queue(QueueId::of(index))) {
            let message = format!("no contact ever comes to the queue `{}`", queue.name);
            ground.warn(
                ground.named("queues", &queue.name),
                message,
                "name it in a contact type or a flow, or remove it",
            );
        }
    }
    for (index, flow) in scenario.flows.iter().enumerate() {
        if !reach.iter().any(|reach| reach.flows.contains(&FlowId::of(index))) {
            let message = format!("no contact ever enters the flow `{}`", flow.name);
            ground.warn(ground.named("flows", &flow.name), message, "name it in a contact type, or remove it");
        }
    }
    for (index, lines) in scenario.lines.iter().enumerate() {
        if !scenario.contacts.iter().any(|contact| contact.lines.is_some_and(|it| it.index() == index)) {
            let message = format!("no contact type uses the lines `{}`", lines.name);
            ground.warn(ground.named("lines", &lines.name), message, "name them in a contact type, or remove them");
        }
    }
    skills(ground);
    attributes(ground);
    teams(ground);
    settings(ground);
}

/// Every requirement of a contact type or of a step.
fn requirements(scenario: &Scenario) -> impl Iterator<Item = &Requirement> {
    let steps = scenario.queues.iter().flat_map(|queue| &queue.steps);
    let of_steps = steps.filter_map(|step| step.requires.as_ref());
    scenario.contacts.iter().filter_map(|contact| contact.requires.as_ref()).chain(of_steps)
}

fn skills(ground: &mut Ground<'_>) {
    let scenario = ground.scenario;
    for (index, skill) in scenario.skills.iter().enumerate() {
        let named = scenario.contacts.iter().any(|contact| contact.skill.is_some_and(|it| it.index() == index));
        if named || requirements(scenario).any(|requirement| requirement.asks_for(SkillId::of(index))) {
            continue;
        }
        let team = scenario.teams.iter().find(|team| team.skills.iter().any(|it| it.skill.index() == index));
        let place = team.map_or(ground.root.place, |team| ground.setting("teams", &team.name, "skills"));
        let message = format!("no contact type asks for the skill `{skill}`");
        ground.warn(place, message, &format!("write `skill = \"{skill}\"` in a contact type, or remove it"));
    }
}

fn attributes(ground: &mut Ground<'_>) {
    let scenario = ground.scenario;
    for (index, attribute) in scenario.attributes.iter().enumerate() {
        let position = scenario.skills.len() + index;
        if requirements(scenario).any(|requirement| requirement.looks_at(position)) {
            continue;
        }
        let has = |place: &Place| *place != ground.root.place;
        let places = scenario.teams.iter().map(|team| ground.attribute(&team.name, attribute));
        let place = places.into_iter().find(has).unwrap_or(ground.root.place);
        let message = format!("no contact type asks for the attribute `{attribute}`");
        ground.warn(place, message, "name it in `requires` of a contact type, or remove it");
    }
}

fn teams(ground: &mut Ground<'_>) {
    for team in &ground.scenario.teams {
        if !ground.scenario.contacts.iter().any(|contact| can_serve(ground.scenario, team, contact)) {
            let message = format!("the team `{}` can serve nobody", team.name);
            ground.warn(ground.named("teams", &team.name), message, "give it a skill that a contact type asks for");
        }
    }
}

/// Settings of contact types that have no effect beside the others.
fn settings(ground: &mut Ground<'_>) {
    for contact in &ground.scenario.contacts {
        let table = ground.root.get("contacts").and_then(|contacts| contacts.get(&contact.name));
        let Some(table) = table else { continue };
        if let Some(level) = table.get("least_level").filter(|_| contact.skill.is_none()) {
            let message = format!("`least_level` means nothing without a `skill` in `contacts.{}`", contact.name);
            ground.warn(level.place, message, "name the skill, or remove the level");
        }
        if let Some(requirement) = contact.requires.as_ref().filter(|it| it.is_constant()) {
            let message =
                format!("`{}` is the same for every team: it names no skill and no attribute", requirement.text);
            let place = ground.setting("contacts", &contact.name, "requires");
            ground.warn(place, message, "name what an agent must be able to do, or remove it");
        }
        if let Some(patience) = table.get("patience").filter(|_| !contact.channel.live) {
            let message =
                format!("nobody waits on the line in the channel `{}`: patience means nothing", contact.channel.name);
            ground.warn(patience.place, message, "remove it, or choose a live channel such as phone");
        }
    }
}
