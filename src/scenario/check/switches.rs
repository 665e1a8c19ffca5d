//! Switches: those that nothing asks for, that never turn, whose thresholds contradict each other, and rules that leave
//! the first contacts of a queue to nobody.

use super::Ground;
use crate::expression::{Combine, Formula};
use crate::scenario::{Condition, Gauge, Reach, Scenario, Switch};
use crate::units::QueueId;

pub(super) fn check(ground: &mut Ground<'_>, reach: &[Reach]) {
    let scenario = ground.scenario;
    let asked: Vec<Gauge> = scenario.conditions().into_iter().flat_map(Condition::reads).collect();
    for (number, switch) in scenario.switches.iter().enumerate() {
        let name = &switch.name;
        if !asked.contains(&Gauge::Switch(number)) {
            let message = format!("nothing asks for the switch `{name}`");
            let place = ground.named("switches", name);
            ground.warn(place, message, &format!("name it in a condition as `switch.{name}`, or remove it"));
        }
        if let Some(message) = never_on(switch) {
            let by_time = switch.times.as_ref().is_some_and(Vec::is_empty);
            let place = ground.setting("switches", name, if by_time { "at" } else { "on" });
            ground.warn(place, message, "change what turns it on");
        } else if let Some((on, off)) = contradiction(switch) {
            let message = format!(
                "`off` of the switch `{name}` holds while `on` does: with values up to {off} it stays off, although it \
                 should go on from {on}"
            );
            let place = ground.setting("switches", name, "off");
            ground.warn(place, message, "let it go off where it would not go on");
        }
    }
    starved(ground, reach);
}

fn never_on(switch: &Switch) -> Option<String> {
    let never = |condition: &Option<Condition>, value| {
        condition.as_ref().is_some_and(|condition| condition.constant() == Some(value))
    };
    let why = if switch.times.as_ref().is_some_and(Vec::is_empty) {
        "none of the times in `at` falls into the run"
    } else if never(&switch.on, false) {
        "`on` never holds"
    } else if never(&switch.off, true) {
        "`off` always holds"
    } else {
        return None;
    };
    Some(format!("the switch `{}` is never on: {why}", switch.name))
}

/// Thresholds of one number where it goes off above the one from which it goes on, or below for falling ones.
fn contradiction(switch: &Switch) -> Option<(f64, f64)> {
    let (on, off) = (threshold(&switch.on.as_ref()?.formula)?, threshold(&switch.off.as_ref()?.formula)?);
    let opposed = on.of == off.of && on.above != off.above;
    let overlap = if on.above { off.value > on.value } else { off.value < on.value };
    (opposed && overlap).then_some((on.value, off.value))
}

/// A number that must be above or below another.
struct Threshold<'a> {
    of: &'a Formula,
    above: bool,
    value: f64,
}

fn threshold(formula: &Formula) -> Option<Threshold<'_>> {
    let Formula::Combined(combine, of) = formula else { return None };
    let above = match combine {
        Combine::More | Combine::AtLeast => true,
        Combine::Less | Combine::AtMost => false,
        _ => return None,
    };
    match &**of {
        [of, Formula::Constant(value)] => Some(Threshold { of, above, value: *value }),
        [Formula::Constant(value), of] => Some(Threshold { of, above: !above, value: *value }),
        _ => None,
    }
}

/// Queues that every team serves only while enough wait there already.
fn starved(ground: &mut Ground<'_>, reach: &[Reach]) {
    let scenario = ground.scenario;
    for (index, queue) in scenario.queues.iter().enumerate() {
        let id = QueueId::of(index);
        let serving: Vec<_> = scenario.teams.iter().filter(|team| serves(scenario, team, id, reach)).collect();
        let helps = |team: &&crate::scenario::Team| {
            let condition = team.membership(id).and_then(|member| member.while_.as_ref());
            condition.is_some_and(|condition| waits_for_queue(scenario, condition, id))
        };
        if !serving.is_empty() && serving.iter().all(helps) {
            let message = format!(
                "every team that serves the queue `{}` does so only while enough contacts wait there or have waited for \
                 long enough: the first ones are left to nobody",
                queue.name
            );
            ground.warn(ground.named("queues", &queue.name), message, "let one team serve it always");
        }
    }
}

/// Whether a team may serve some contact type in a queue.
fn serves(scenario: &Scenario, team: &crate::scenario::Team, queue: QueueId, reach: &[Reach]) -> bool {
    let member = team.queues.is_empty() || team.membership(queue).is_some();
    let mut here = scenario.contacts.iter().zip(reach).filter(|(_, reach)| reach.has_queue(queue));
    member && here.any(|(contact, _)| scenario.may_serve(team, contact))
}

/// Whether a condition reads how many wait in a queue or how long, itself or by a switch.
fn waits_for_queue(scenario: &Scenario, condition: &Condition, queue: QueueId) -> bool {
    condition.reads().into_iter().any(|gauge| match gauge {
        Gauge::Length(of) | Gauge::OldestWait(of) | Gauge::ExpectedWait(of) => of == queue,
        Gauge::Switch(number) => {
            let on = scenario.switches[number].on.iter().flat_map(Condition::reads);
            on.into_iter().any(|gauge| matches!(gauge, Gauge::Length(of) | Gauge::OldestWait(of) if of == queue))
        }
        _ => false,
    })
}
