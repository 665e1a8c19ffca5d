//! Steps: those that change nothing or count in nobody, that no contact ever waits for, and that can never be taken.

use super::Ground;
use super::service::present;
use crate::scenario::{Clock, ContactType, CourseNode, Mode, OnTransfer, Queue, Reach, Scenario, Step, WhenFalse};
use crate::units::{QueueId, Span};

pub(super) fn check(ground: &mut Ground<'_>, reach: &[Reach]) {
    let scenario = ground.scenario;
    for (index, queue) in scenario.queues.iter().enumerate() {
        let most = waits_at_most(scenario, reach, index);
        for (number, step) in queue.steps.iter().enumerate() {
            let place = ground.setting("queues", &queue.name, "steps");
            let name = format!("the step at `{}` of the queue `{}`", step.at, queue.name);
            if most <= step.at && counts_the_wait(queue) {
                let message = format!("{name} is never reached: nobody waits there longer than `{most}`");
                ground.warn(place, message, "let it come earlier, or remove it");
            } else if let Some(why) = never_opens(step) {
                ground.warn(place, format!("{name} is never taken: {why}"), "change the condition, or remove the step");
            } else if counts_in_nobody(scenario, reach, QueueId::of(index), number) {
                let message = format!("{name} counts in nobody: no team at work meets what it asks for");
                ground.warn(place, message, "ask for less, or name other teams");
            } else if lets_all_in(scenario, reach, QueueId::of(index), number) {
                let message = format!("{name} changes nothing: whoever could serve its contacts before still may");
                ground.warn(place, message, "write `mode = \"replace\"` to leave the others out, or remove it");
            } else if changes_nothing(scenario, reach, QueueId::of(index), number) {
                let message = format!("{name} changes nothing: the same people may serve its contacts as before");
                ground.warn(place, message, "ask for less, name other teams, or remove it");
            }
        }
        unheeded(ground, queue);
    }
}

/// The longest that a contact can wait in a queue.
pub(super) fn waits_at_most(scenario: &Scenario, reach: &[Reach], queue: usize) -> Span {
    let (of, id) = (&scenario.queues[queue], QueueId::of(queue));
    let maximum = of.maximum_wait.filter(|_| of.wait_check.is_none()).map_or(Span::NEVER, |maximum| maximum.after);
    let length = scenario.horizon.calendar.length;
    let mut here = scenario.contacts.iter().zip(reach).filter(|(_, reach)| reach.has_queue(id)).peekable();
    let called_back = scenario.queues.iter().any(|from| from.callback.as_ref().is_some_and(|to| to.queue == id));
    let patience = if called_back || here.peek().is_none() {
        Span::NEVER
    } else {
        here.map(|(contact, _)| longest_patience(contact)).max().unwrap_or(Span::NEVER)
    };
    maximum.min(patience).min(length)
}

/// The longest that any customer of a type waits in one queue.
fn longest_patience(contact: &ContactType) -> Span {
    if !contact.channel.live || contact.patience.is_never() || contact.pauses.is_some() {
        return Span::NEVER;
    }
    let most = contact.patience.law().quantile(1.0);
    if most.is_finite() { Span::seconds(most) } else { Span::NEVER }
}

/// Whether steps go by the wait in their queue.
fn counts_the_wait(queue: &Queue) -> bool {
    matches!(queue.schedule.clock, Clock::SinceEnqueue | Clock::SinceStepStart)
        && queue.schedule.on_transfer == OnTransfer::Restart
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

/// Contact types that come to a queue.
fn comers<'a>(scenario: &'a Scenario, reach: &'a [Reach], queue: QueueId) -> impl Iterator<Item = &'a ContactType> {
    scenario.contacts.iter().zip(reach).filter(move |(_, reach)| reach.has_queue(queue)).map(|(contact, _)| contact)
}

/// Whether nobody at work is counted in, of whatever type the contact is, and that is what the step is for.
fn counts_in_nobody(scenario: &Scenario, reach: &[Reach], queue: QueueId, number: usize) -> bool {
    let step = &scenario.queues[queue.index()].steps[number];
    let mut here = comers(scenario, reach, queue).peekable();
    let counts_in = |contact: &ContactType| {
        scenario.counted_in(contact, queue, number).into_iter().any(|team| present(&scenario.teams[team.index()]))
    };
    let is_about_people = step.mode == Mode::Replace || step.change.is_nothing() && names_people(step);
    is_about_people && scenario.teams.iter().any(present) && here.peek().is_some() && !here.any(counts_in)
}

/// Whether a step says who is counted in.
fn names_people(step: &Step) -> bool {
    let levels = step.least_level.is_some() || step.most_level.is_some() || !step.add_skills.is_empty();
    levels || step.requires.is_some() || !step.teams.is_empty() || step.penalties.is_some()
}

/// Whether a step at the entrance names people who are no more than those who may serve anyway.
fn lets_all_in(scenario: &Scenario, reach: &[Reach], queue: QueueId, number: usize) -> bool {
    let step = &scenario.queues[queue.index()].steps[number];
    let is_other = step.mode == Mode::Replace || !names_people(step) || !step.drop_skills.is_empty();
    if number > 0 || step.at > Span::ZERO || is_other || !step.change.is_nothing() || step.raise_penalty_to.is_some() {
        return false;
    }
    comers(scenario, reach, queue).all(|contact| {
        let course = scenario.course(contact, queue);
        let [before, after] =
            [vec![], vec![0]].map(|applied| CourseNode { applied, ended: false, ..course[0].clone() });
        scenario.able(contact, queue, &before) == scenario.able(contact, queue, &after)
    })
}

/// Whether a step leaves everything as it was for every contact type that comes to its queue.
fn changes_nothing(scenario: &Scenario, reach: &[Reach], queue: QueueId, number: usize) -> bool {
    let step = &scenario.queues[queue.index()].steps[number];
    if step.at == Span::ZERO || !step.change.is_nothing() || step.raise_penalty_to.is_some() {
        return false;
    }
    comers(scenario, reach, queue).all(|contact| {
        let (course, able) = (scenario.course(contact, queue), |node| scenario.able(contact, queue, node));
        around(&course, number).into_iter().all(|(before, after)| able(before) == able(after))
    })
}

/// The nodes before and after a step is taken.
fn around(course: &[CourseNode], number: usize) -> Vec<(&CourseNode, &CourseNode)> {
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
