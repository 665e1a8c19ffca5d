//! Ranking: settings of types and queues that no key looks at, and scores that fall while contacts wait.

use super::Ground;
use crate::expression::{Course, Slope};
use crate::routing::{ContactKey, Guard, QueueKey};

pub(super) fn check(ground: &mut Ground<'_>) {
    unread(ground);
    falling(ground);
    equal_weights(ground);
}

/// Settings that only keys read, none of which is in use.
fn unread(ground: &mut Ground<'_>) {
    let routing = &ground.scenario.routing;
    let has = |wanted: &[ContactKey]| routing.contact_order.iter().any(|key| wanted.contains(key));
    let read_by_formula = |name: &str| routing.contact_order.iter().any(|key| key.reads_field(name));
    let weighed = [QueueKey::MaxWeight, QueueKey::QueueRatio, QueueKey::QueueWeight];
    let objective = has(&[ContactKey::Deadline, ContactKey::WaitToObjective])
        || read_by_formula("objective")
        || read_by_formula("deadline");
    let settings = [
        ("score", has(&[ContactKey::Score]), "`contact_order = [\"score\"]`"),
        ("objective", objective, "`contact_order = [\"deadline\"]` or `[\"wait-to-objective\"]`"),
        ("waiting_cost", has(&[ContactKey::Cmu, ContactKey::GeneralisedCmu]), "`contact_order = [\"cmu\"]`"),
        ("value", read_by_formula("value"), "an expression that names it in `contact_order`"),
        (
            "weight",
            routing.queue_order.iter().any(|key| weighed.contains(key)) || !routing.guards.is_empty(),
            "`queue_order = [\"max-weight\"]`",
        ),
    ];
    for (setting, _, reader) in settings.into_iter().filter(|(_, read, _)| !read) {
        for section in ["contacts", "queues"] {
            let tables = ground.root.get(section).map_or(&[][..], |tables| tables.entries());
            let written = tables.iter().filter_map(|table| Some((&table.key, table.node.get(setting)?.place)));
            for (name, place) in written.collect::<Vec<_>>() {
                let message =
                    format!("`{setting}` in `{section}.{name}` has no effect: no key of `[routing]` reads it");
                ground.warn(place, message, &format!("write {reader} in `[routing]`, or remove it"));
            }
        }
    }
}

/// Expressions that are larger for those who came later, which is not seen within a type, queue and class.
fn falling(ground: &mut Ground<'_>) {
    let formulas = ground.scenario.routing.contact_order.iter().filter_map(|key| match key {
        ContactKey::Expression(formula) => Some(Course::of(formula)),
        _ => None,
    });
    let falls = |course: Course| matches!(course, Course::Straight(Slope::Common(slope)) if slope < 0.0);
    if formulas.into_iter().any(falls) {
        let routing = ground.root.get("routing");
        let written = routing.and_then(|routing| routing.get("contact_order")).map(|order| order.place);
        let message = "an expression falls while a contact waits, but of one type, queue and class only the contact \
                       that has waited longest is looked at";
        let help = "for the newest first write the key \"newest-first\"";
        ground.warn(written.unwrap_or(ground.root.place), message, help);
    }
}

/// Guards for heavier queues where no queue is heavier than another.
fn equal_weights(ground: &mut Ground<'_>) {
    let scenario = ground.scenario;
    let by_weight = |guard: &&Guard| matches!(guard, Guard::HeavierQueue | Guard::HeavierQueueAnyMember);
    let Some(guard) = scenario.routing.guards.iter().find(by_weight) else { return };
    if scenario.queues.windows(2).all(|pair| pair[0].weight == pair[1].weight) {
        let routing = ground.root.get("routing").and_then(|routing| routing.get("guards"));
        let place = routing.map_or(ground.root.place, |guards| guards.place);
        let message = format!("the guard `{}` has no effect: all queues have the same weight", guard.keyword());
        ground.warn(place, message, "give a queue a larger `weight`, or remove the guard");
    }
}
