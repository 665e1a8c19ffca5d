//! Steps: those that change nothing, and those that no contact ever waits for.

use super::Ground;
use crate::scenario::{Queue, Reach};
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
            } else if changes_nothing(ground, reach, QueueId::of(index), number) {
                let message = format!("{name} changes nothing: the same people may serve its contacts as before");
                ground.warn(place, message, "ask for less, name other teams, or remove it");
            }
        }
    }
}

/// The longest that a contact can wait in a queue.
fn waits_at_most(ground: &Ground<'_>, queue: &Queue) -> Span {
    let maximum = queue.maximum_wait.map(|maximum| maximum.after);
    let horizon = ground.scenario.horizon.calendar.length;
    maximum.unwrap_or(Span::NEVER).min(horizon)
}

/// Whether a step leaves everything as it was for every contact type that comes to its queue.
fn changes_nothing(ground: &Ground<'_>, reach: &[Reach], queue: QueueId, number: usize) -> bool {
    let (scenario, steps) = (ground.scenario, &ground.scenario.queues[queue.index()].steps);
    let at = steps[number].at;
    if at == Span::ZERO || steps[number].priority.is_some() {
        return false;
    }
    let before = Span::ticks(at.as_ticks() - 1);
    let here = scenario.contacts.iter().zip(reach).filter(|(_, reach)| reach.has_queue(queue));
    let mut kinds = here.map(|(contact, _)| contact);
    kinds.all(|contact| scenario.able(contact, queue, before) == scenario.able(contact, queue, at))
}
