//! Steps: those that change nothing, those that no contact ever waits for, and those that can never be taken.

use super::Ground;
use crate::scenario::course::Node;
use crate::scenario::{Queue, Reach, Step, WhenFalse};
use crate::units::{QueueId, Span};

pub(super) fn check(ground: &mut Ground<'_>, reach: &[Reach]) {
    let scenario = ground.scenario;
    for (index, queue) in scenario.queues.iter().enumerate() {
        for (number, step) in queue.steps.iter().enumerate() {
            let place = ground.setting("queues", &queue.name, "steps");
            let name = format!("the step at `{}` of the queue `{}`", step.at, queue.name);
            let most = waits_at_most(ground, queue);
            if most <= step.at {
                let message = format!("{name} is never reached: nobody waits there longer than `{most}`");
                ground.warn(place, message, "let it come earlier, or remove it");
            } else if let Some(why) = never_opens(step) {
                ground.warn(place, format!("{name} is never taken: {why}"), "change the condition, or remove the step");
            } else if changes_nothing(ground, reach, QueueId::of(index), number) {
                let message = format!("{name} changes nothing: the same people may serve its contacts as before");
                ground.warn(place, message, "ask for less, name other teams, or remove it");
            }
        }
        unheeded(ground, queue);
    }
}

/// The longest that a contact can wait in a queue.
fn waits_at_most(ground: &Ground<'_>, queue: &Queue) -> Span {
    let maximum = queue.maximum_wait.filter(|_| queue.wait_check.is_none()).map(|maximum| maximum.after);
    let horizon = ground.scenario.horizon.calendar.length;
    maximum.unwrap_or(Span::NEVER).min(horizon)
}

/// Why a step can never be taken, if its conditions always say so.
fn never_opens(step: &Step) -> Option<&'static str> {
    let always = |condition: &Option<crate::scenario::Condition>, value| {
        condition.as_ref().is_some_and(|condition| condition.constant() == Some(value))
    };
    if always(&step.only_if, false) {
        Some("`only_if` never holds")
    } else if always(&step.skip_if, true) {
        Some("`skip_if` always holds")
    } else {
        None
    }
}

/// Whether a step leaves everything as it was for every contact type that comes to its queue.
fn changes_nothing(ground: &Ground<'_>, reach: &[Reach], queue: QueueId, number: usize) -> bool {
    let (scenario, step) = (ground.scenario, &ground.scenario.queues[queue.index()].steps[number]);
    if step.at == Span::ZERO || !step.change.is_nothing() || step.raise_penalty_to.is_some() {
        return false;
    }
    let here = scenario.contacts.iter().zip(reach).filter(|(_, reach)| reach.has_queue(queue));
    let mut kinds = here.map(|(contact, _)| contact);
    kinds.all(|contact| {
        let (course, able) = (scenario.course(contact, queue), |node| scenario.able(contact, queue, node));
        around(&course, number).into_iter().all(|(before, after)| able(before) == able(after))
    })
}

/// The nodes before and after a step is taken.
fn around(course: &[Node], number: usize) -> Vec<(&Node, &Node)> {
    let turns = course.iter().filter_map(|node| Some((node, node.next_step.filter(|turn| turn.step == number)?)));
    let branching: Vec<_> = turns.map(|(node, turn)| (node, &course[turn.taken])).collect();
    if !branching.is_empty() {
        return branching;
    }
    let first = course.iter().position(|node| node.applied.contains(&number));
    first.filter(|first| *first > 0).map(|first| (&course[first - 1], &course[first])).into_iter().collect()
}

/// Settings of a schedule that have no effect beside the others.
fn unheeded(ground: &mut Ground<'_>, queue: &Queue) {
    let place = ground.setting("queues", &queue.name, "schedule");
    let written = ground.root.get("queues").and_then(|all| all.get(&queue.name)).and_then(|it| it.get("schedule"));
    let Some(written) = written else { return };
    if queue.steps.is_empty() {
        let message = format!("the queue `{}` has a schedule and no steps", queue.name);
        return ground.warn(place, message, "write `steps`, or remove `schedule`");
    }
    let waits = queue.steps.iter().any(|step| step.when_false == WhenFalse::Wait && step.only_if.is_some());
    if queue.schedule.frozen_at_entry && waits {
        let message =
            format!("a step of the queue `{}` waits for a condition that is frozen: it is skipped", queue.name);
        ground.warn(place, message, "remove `frozen_at_entry`, or write `when_false = \"skip\"`");
    }
    if written.get("after_last").is_some() && queue.steps.last().is_some_and(|step| step.lasts.is_none()) {
        let message = format!("`after_last` of the queue `{}` never comes: the last step has no end", queue.name);
        ground.warn(place, message, "say how long the last step lasts with `for`");
    }
}
