//! Rules that look at the centre, against exact chains: overflow with loss, and people who help a queue from one length on
//! until another.

use switchboard::record::Outcome;
use switchboard::stats::Field;
use switchboard::theory::Chain;

use super::{Observed, agree, check, ended, observe};

const LONG: &str = "[horizon]\nlength = '210h'\nwarm_up = '10h'\ninterval = '210h'\n";

/// A sum over one scope by the length of the run: a mean number in the long run.
fn mean(scope: usize, field: Field) -> impl Fn(&Observed) -> (f64, f64) {
    move |observed| (observed.totals[scope].get(field) as f64, observed.totals[0].get(Field::Elapsed) as f64)
}

/// Contacts near and far, waiting ones among them.
type Pair = (u32, u32);

/// Two near agents and two places to wait; who comes beyond goes to one far agent with one place, or is lost.
fn after_overflow((near, far): Pair) -> Vec<(Pair, f64)> {
    let (arrival, others, service) = (0.8, 0.2, 1.0 / 3.0);
    let to_far = if far < 2 { (near, far + 1) } else { (near, far) };
    let mut next = vec![(to_far, others), (if near < 4 { (near + 1, far) } else { to_far }, arrival)];
    if near > 0 {
        next.push(((near - 1, far), f64::from(near.min(2)) * service));
    }
    if far > 0 {
        next.push(((near, far - 1), service));
    }
    next.retain(|(state, _)| *state != (near, far));
    next
}

#[test]
fn overflow_with_loss() {
    let chain = Chain::explore((0, 0), 100, |&state| after_overflow(state)).expect("a small chain");
    let shares = chain.stationary(1e-12).expect("it settles").probabilities;
    let expected = |of: fn(&Pair) -> u32| chain.mean(&shares, |state| f64::from(of(state)));
    let lost = 0.2 * expected(|state| u32::from(state.1 == 2)) + 0.8 * expected(|state| u32::from(*state == (4, 2)));
    let centre = format!(
        "{LONG}[contacts.calls]\narrivals = '48/h'\ntalk = {{ exponential = '3m' }}\nqueue = 'near'\n[contacts.others]\n\
         arrivals = '12/h'\ntalk = {{ exponential = '3m' }}\nqueue = 'far'\n[queues.near]\noverflow = [{{ when = 'queue.length \
         >= 2', action = {{ queue = 'far' }} }}]\n[queues.far]\ncapacity = 1\n[teams.near]\nagents = 2\nqueues = {{ near = {{}} \
         }}\n[teams.far]\nagents = 1\nqueues = {{ far = {{}} }}\n"
    );
    // Scopes: the centre, two queues, two types, their channel, then the two teams.
    let checks = [
        check("near busy", expected(|state| state.0.min(2)), mean(6, Field::AgentTalking)),
        check("far busy", expected(|state| state.1.min(1)), mean(7, Field::AgentTalking)),
        check("waiting near", expected(|state| state.0.saturating_sub(2)), mean(1, Field::QueueArea)),
        check("waiting far", expected(|state| state.1.saturating_sub(1)), mean(2, Field::QueueArea)),
        check("lost", lost, ended(Outcome::Blocked)),
    ];
    agree(&observe(&centre, 40), &checks);
}

/// Front busy, back busy, waiting, and whether the back helps.
type Helped = (u32, u32, u32, bool);

/// People in front, at the back, and places to wait.
const FRONT: u32 = 3;
const BACK: u32 = 2;
const PLACES: u32 = 6;

/// What the switch makes of a state: it goes on with more than four waiting and off with fewer than two; while it is on,
/// the back takes who waits, and the switch looks again.
fn settled((front, mut back, mut waiting, mut on): Helped) -> Helped {
    loop {
        on = if on { waiting >= 2 } else { waiting > 4 };
        if !on || back == BACK || waiting == 0 {
            return (front, back, waiting, on);
        }
        (back, waiting) = (back + 1, waiting - 1);
    }
}

fn after_help((front, back, waiting, on): Helped) -> Vec<(Helped, f64)> {
    let (arrival, service) = (1.6, 1.0 / 3.0);
    let mut next = Vec::new();
    if front < FRONT {
        next.push((settled((front + 1, back, waiting, on)), arrival));
    } else if on && back < BACK {
        next.push((settled((front, back + 1, waiting, on)), arrival));
    } else if waiting < PLACES {
        next.push((settled((front, back, waiting + 1, on)), arrival));
    }
    if front > 0 {
        let after = if waiting > 0 { (front, back, waiting - 1, on) } else { (front - 1, back, 0, on) };
        next.push((settled(after), f64::from(front) * service));
    }
    if back > 0 {
        let after = if on && waiting > 0 { (front, back, waiting - 1, on) } else { (front, back - 1, waiting, on) };
        next.push((settled(after), f64::from(back) * service));
    }
    next
}

#[test]
fn people_who_help_from_one_length_of_the_queue_on_until_another() {
    let chain = Chain::explore((0, 0, 0, false), 1_000, |&state| after_help(state)).expect("a small chain");
    let shares = chain.stationary(1e-12).expect("it settles").probabilities;
    let expected = |of: fn(&Helped) -> u32| chain.mean(&shares, |state| f64::from(of(state)));
    let lost = expected(|state| u32::from(state.0 == FRONT && state.2 == PLACES && !(state.3 && state.1 < BACK)));
    let centre = format!(
        "{LONG}[contacts.calls]\narrivals = '96/h'\ntalk = {{ exponential = '3m' }}\n[queues.calls]\ncapacity = {PLACES}\n\
         agent_order = ['fixed-order']\n[switches.rush]\non = 'queue.calls.length > 4'\noff = 'queue.calls.length < 2'\n\
         [teams.front]\nagents = {FRONT}\n[teams.back]\nagents = {BACK}\nqueues = {{ calls = {{ while = 'switch.rush' }} }}\n"
    );
    // Scopes: the centre, its queue, its type, its channel, then the two teams.
    let checks = [
        check("front", expected(|state| state.0), mean(4, Field::AgentTalking)),
        check("back", expected(|state| state.1), mean(5, Field::AgentTalking)),
        check("waiting", expected(|state| state.2), mean(0, Field::QueueArea)),
        check("lost", lost, ended(Outcome::Blocked)),
    ];
    agree(&observe(&centre, 40), &checks);
}
