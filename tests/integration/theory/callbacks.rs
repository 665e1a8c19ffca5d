//! Callbacks beside customers who hold, against an exact chain.

use switchboard::record::Outcome;
use switchboard::stats::Field;
use switchboard::theory::Chain;

use super::{LONG, OFFERED, agree, check, ended, mean, observe, share};

/// Talking, calling, holding, and waiting to be called.
type State = (u32, u32, u32, u32);

/// People, places to hold, and callbacks that may be open.
const PEOPLE: u32 = 2;
const PLACES: u32 = 2;
const OPEN: u32 = 4;
/// By minute: arrivals, ends of a talk, answers to a call, and patience of who holds.
const ARRIVAL: f64 = 0.9;
const TALK: f64 = 0.5;
const CALL: f64 = 2.0;
const PATIENCE: f64 = 0.5;

/// Half of those who are offered a callback accept; who holds is served first.
fn after((talking, calling, holding, waiting): State) -> Vec<(State, f64)> {
    let mut next = Vec::new();
    if talking + calling < PEOPLE {
        next.push(((talking + 1, calling, holding, waiting), ARRIVAL));
    } else if holding < PLACES {
        let accepts = if waiting + calling < OPEN { 0.5 } else { 0.0 };
        next.push(((talking, calling, holding, waiting + 1), ARRIVAL * accepts));
        next.push(((talking, calling, holding + 1, waiting), ARRIVAL * (1.0 - accepts)));
    }
    let freed = if holding > 0 {
        (talking, calling, holding - 1, waiting)
    } else if waiting > 0 {
        (talking.wrapping_sub(1), calling + 1, 0, waiting - 1)
    } else {
        (talking.wrapping_sub(1), calling, 0, 0)
    };
    if talking > 0 {
        next.push((freed, f64::from(talking) * TALK));
    }
    if calling > 0 {
        next.push(((talking + 1, calling - 1, holding, waiting), f64::from(calling) * CALL));
    }
    if holding > 0 {
        next.push(((talking, calling, holding - 1, waiting), f64::from(holding) * PATIENCE));
    }
    next.retain(|(_, rate)| *rate > 0.0);
    next
}

#[test]
fn half_accept_a_callback_and_are_called_after_those_who_hold() {
    let chain = Chain::explore((0, 0, 0, 0), 1_000, |&state| after(state)).expect("a small chain");
    let shares = chain.stationary(1e-12).expect("it settles").probabilities;
    let expected = |of: fn(&State) -> f64| chain.mean(&shares, of);
    let open = expected(|state| f64::from(state.1 + state.3));
    let called = expected(|state| CALL * f64::from(state.1));
    let blocked = expected(|state| f64::from(u32::from(state.0 + state.1 == PEOPLE && state.2 == PLACES)));
    let gave_up = expected(|state| PATIENCE * f64::from(state.2)) / ARRIVAL;
    let centre = format!(
        "{LONG}[contacts.calls]\narrivals = '54/h'\ntalk = {{ exponential = '2m' }}\npatience = {{ exponential = '2m' }}\n\
         [queues.calls]\ncapacity = {PLACES}\ncallback = {{ offer_at = '0s', accept = '50%', most = {OPEN}, queue = 'later', \
         answer_after = {{ exponential = '30s' }} }}\n[queues.later]\n[teams.front]\nagents = {PEOPLE}\nqueues = {{ calls = {{ \
         rank = 1 }}, later = {{ rank = 2 }} }}\n"
    );
    // Scopes: the centre, two queues, the type, its channel, then the team.
    let checks = [
        check("talking", expected(|state| f64::from(state.0)), mean(5, Field::AgentTalking)),
        check("calling", expected(|state| f64::from(state.1)), mean(5, Field::AgentRinging)),
        check("holding", expected(|state| f64::from(state.2)), mean(1, Field::QueueArea)),
        check("open callbacks", open, mean(2, Field::QueueArea)),
        check("blocked", blocked, ended(Outcome::Blocked)),
        check("gave up", gave_up, ended(Outcome::Abandoned)),
        // By Little's law, in minutes.
        check("wait for a callback", open / called, |observed| {
            let total = &observed.totals[2];
            (total.get(Field::CallbackWait) as f64 / 6e7, total.get(Field::CallbackConnected) as f64)
        }),
        check("reached", 1.0, share(2, &[Field::CallbackConnected], OFFERED)),
    ];
    agree(&observe(&centre, 80), &checks);
}
