//! Switches: those that nothing asks for, that never turn, and whose thresholds contradict each other.

use super::Ground;
use crate::expression::{Combine, Formula};
use crate::scenario::{Condition, Gauge, Switch};

pub(super) fn check(ground: &mut Ground<'_>) {
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
