//! Contact ordering in the long run: small centres with few waiting places, against their exact chains.

use switchboard::stats::Field;
use switchboard::theory::{Chain, ErlangC};

use super::{ANSWERED, Check, Observed, QUEUE, WAITED, agree, check, observe};

/// Waiting places of each queue.
const PLACES: u32 = 5;
/// Contacts by the hour, of each type.
const ARRIVE: [f64; 2] = [12.0, 18.0];
/// Contacts that an agent serves in an hour of talking, of each type.
const SERVED: [f64; 2] = [20.0, 40.0];

/// One agent and two queues: the type in service, if any, and who waits.
type OneAgent = (Option<usize>, [u32; 2]);

/// The probability that the first type is served next, where so many of each wait.
type FirstNext = fn([u32; 2]) -> f64;

/// Mean queue lengths and shares of blocked contacts under a rule.
fn one_agent(first_next: FirstNext) -> [f64; 4] {
    let chain = Chain::explore((None, [0, 0]), 1_000, |&(serving, waiting): &OneAgent| {
        let Some(served) = serving else {
            return (0..2).map(|kind| ((Some(kind), waiting), ARRIVE[kind])).collect();
        };
        let room = (0..2).filter(|&kind| waiting[kind] < PLACES);
        let mut moves: Vec<(OneAgent, f64)> =
            room.map(|kind| ((serving, with(waiting, kind, 1)), ARRIVE[kind])).collect();
        let first = match waiting {
            [0, 0] => return [moves, vec![((None, waiting), SERVED[served])]].concat(),
            [_, 0] => 1.0,
            [0, _] => 0.0,
            _ => first_next(waiting),
        };
        for (kind, share) in [(0, first), (1, 1.0 - first)].into_iter().filter(|(_, share)| *share > 0.0) {
            moves.push(((Some(kind), with(waiting, kind, -1)), SERVED[served] * share));
        }
        moves
    })
    .expect("a small chain");
    let shares = chain.stationary(1e-12).expect("it settles").probabilities;
    let length = |kind: usize| chain.mean(&shares, |(_, waiting)| f64::from(waiting[kind]));
    let full = |kind: usize| {
        chain.mean(&shares, |(serving, waiting)| f64::from(u8::from(serving.is_some() && waiting[kind] == PLACES)))
    };
    [length(0), length(1), full(0), full(1)]
}

fn with(waiting: [u32; 2], kind: usize, more: i32) -> [u32; 2] {
    let mut waiting = waiting;
    waiting[kind] = waiting[kind].saturating_add_signed(more);
    waiting
}

/// Contacts waiting in a scope, over time.
fn length(scope: usize) -> impl Fn(&Observed) -> (f64, f64) {
    let area = |observed: &Observed, scope: usize| observed.totals[scope].get(QUEUE[0]) as f64;
    move |observed| (area(observed, scope), observed.totals[0].get(Field::Elapsed) as f64)
}

/// Contacts of a type that found no place, out of all.
fn blocked(scope: usize) -> impl Fn(&Observed) -> (f64, f64) {
    move |observed| {
        let total = &observed.totals[scope];
        let arrived = total.get(Field::ArrivedFirst) as f64;
        (total.outcome(switchboard::record::Outcome::Blocked) as f64, arrived)
    }
}

/// Scopes: the centre, two queues, two types.
fn checks([first, second, first_full, second_full]: [f64; 4]) -> [Check; 4] {
    [
        check("queue of the first", first, length(1)),
        check("queue of the second", second, length(2)),
        check("blocked of the first", first_full, blocked(3)),
        check("blocked of the second", second_full, blocked(4)),
    ]
}

/// Plays the centre of one agent under a rule, with weights of the queues.
fn plays(routing: &str, [first, second]: [u32; 2], exact: [f64; 4]) {
    let centre = format!(
        "[horizon]\nlength = '1000h'\nwarm_up = '10h'\ninterval = '1000h'\n[routing]\n{routing}\n[contacts.first]\n\
         arrivals = '12/h'\ntalk = {{ exponential = '3m' }}\nwaiting_cost = 3\n[contacts.second]\narrivals = '18/h'\n\
         talk = {{ exponential = '90s' }}\n[queues.first]\ncapacity = 5\nweight = {first}\n[queues.second]\ncapacity = \
         5\nweight = {second}\n[teams.t]\nagents = 1\n"
    );
    agree(&observe(&centre, 100), &checks(exact));
}

#[test]
fn the_c_mu_rule() {
    // 3 x 20 against 1 x 40: the first type always.
    plays("contact_order = 'cmu'", [1, 1], one_agent(|_| 1.0));
}

#[test]
fn the_longest_queue_first() {
    plays("queue_order = 'longest-queue'", [1, 1], one_agent(|[first, second]| f64::from(u8::from(first >= second))));
}

#[test]
fn the_max_weight_rule() {
    let rule: FirstNext = |[first, second]| f64::from(u8::from(first >= 3 * second));
    plays("queue_order = 'max-weight'", [1, 3], one_agent(rule));
}

#[test]
fn the_queue_ratio_rule() {
    // A quarter and three quarters: first - all / 4 against second - 3 all / 4.
    let rule: FirstNext = |[first, second]| f64::from(u8::from(3 * first >= second));
    plays("queue_order = 'queue-ratio'", [1, 3], one_agent(rule));
}

#[test]
fn any_waiting_contact_at_random() {
    let rule: FirstNext = |[first, second]| f64::from(first) / f64::from(first + second);
    plays("contact_order = 'random'", [1, 1], one_agent(rule));
}

/// Agents who serve both types and are busy, whether the one of the second type is, and who waits.
type Flexible = (u32, bool, [u32; 2]);

#[test]
fn the_n_model_with_static_priority() {
    // 24 and 30 contacts by the hour; two agents for both types, one for the second alone, 20 an hour each. The second
    // type asks the one who serves it alone first; the two take the first type first.
    let chain = Chain::explore((0, false, [0, 0]), 1_000, |&(both, own, waiting): &Flexible| {
        let mut moves: Vec<(Flexible, f64)> = Vec::new();
        let joins = |kind: usize| (waiting[kind] < PLACES).then(|| (both, own, with(waiting, kind, 1)));
        let first = if both < 2 { Some((both + 1, own, waiting)) } else { joins(0) };
        let second = match (own, both) {
            (false, _) => Some((both, true, waiting)),
            (true, 0 | 1) => Some((both + 1, own, waiting)),
            _ => joins(1),
        };
        moves.extend(first.map(|state| (state, 24.0)));
        moves.extend(second.map(|state| (state, 30.0)));
        let next = match waiting {
            [0, 0] => (both.saturating_sub(1), own, waiting),
            [0, _] => (both, own, with(waiting, 1, -1)),
            _ => (both, own, with(waiting, 0, -1)),
        };
        moves.push((next, 20.0 * f64::from(both)));
        if own {
            let next = if waiting[1] > 0 { (both, own, with(waiting, 1, -1)) } else { (both, false, waiting) };
            moves.push((next, 20.0));
        }
        moves
    })
    .expect("a small chain");
    let shares = chain.stationary(1e-12).expect("it settles").probabilities;
    let length = |kind: usize| chain.mean(&shares, |(_, _, waiting)| f64::from(waiting[kind]));
    let full = |kind: usize| {
        let full = |(both, own, waiting): &Flexible| waiting[kind] == PLACES && *both == 2 && (kind == 0 || *own);
        chain.mean(&shares, |state| f64::from(u8::from(full(state))))
    };
    let centre = "[horizon]\nlength = '1000h'\nwarm_up = '10h'\ninterval = '1000h'\n[routing]\nagent_order = \
                  'fixed-order'\n[contacts.first]\narrivals = '24/h'\ntalk = { exponential = '3m' }\nskill = 'a'\n\
                  priority = 1\n[contacts.second]\narrivals = '30/h'\ntalk = { exponential = '3m' }\nskill = 'b'\n\
                  priority = 2\n[queues.first]\ncapacity = 5\n[queues.second]\ncapacity = 5\n[teams.own]\nagents = 1\n\
                  skills = 'b'\n[teams.both]\nagents = 2\nskills = ['a', 'b']\n";
    agree(&observe(centre, 60), &checks([length(0), length(1), full(0), full(1)]));
}

/// The mean wait of whoever comes, in whatever order that looks at no talk (L. Kleinrock's conservation law), is that of
/// Erlang C; and by the rule the mean waits of the types are as their objectives, 20, 30 and 40 s.
#[test]
fn mean_waits_in_proportion_to_objectives() {
    const OBJECTIVES: [(f64, f64); 3] = [(10.0, 20.0), (14.0, 30.0), (12.0, 40.0)];
    let all: f64 = OBJECTIVES.iter().map(|(arrive, _)| arrive).sum();
    let queue = ErlangC { arrival_rate: all / 3_600.0, service_rate: 1.0 / 160.0, agents: 2 };
    let mean = queue.solve().expect("below full load").mean_wait;
    let unit = mean * all / OBJECTIVES.iter().map(|(arrive, objective)| arrive * objective).sum::<f64>();
    let kind = |(number, (arrive, objective)): (usize, &(f64, f64))| {
        let talk = "talk = { exponential = '160s' }";
        format!("[contacts.k{number}]\narrivals = '{arrive}/h'\n{talk}\nobjective = '{objective}s'\n")
    };
    let kinds: String = OBJECTIVES.iter().enumerate().map(kind).collect();
    let centre = format!(
        "[horizon]\nlength = '1000h'\nwarm_up = '10h'\ninterval = '1000h'\n[routing]\ncontact_order = \
         'mean-wait-to-objective'\n[teams.t]\nagents = 2\n{kinds}"
    );
    // Scopes: the centre, three queues, three types.
    let wait = |scope: usize| move |observed: &Observed| super::seconds(scope, WAITED, ANSWERED)(observed);
    let checks = [0, 1, 2].map(|kind| check(format!("type {kind}"), unit * OBJECTIVES[kind].1, wait(4 + kind)));
    agree(&observe(&centre, 60), &checks);
}
