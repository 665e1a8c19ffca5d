//! Blending: agents who answer calls and make calls whenever more than so many of them are free, against exact chains.
//!
//! The model is that of S. Bhulai and G. Koole, A queueing model for call blending in call centers, IEEE Transactions on
//! Automatic Control 48 (2003): calls come, there is always somebody else to call, and a threshold says how many agents
//! are kept for the calls that come.

use switchboard::stats::Field;
use switchboard::theory::Chain;

use super::{Check, ELAPSED, LONG, Observed, QUEUE, agree, check, mean, observe, share};

/// Agents.
const AGENTS: u32 = 5;
/// Calls waiting beyond which the chain looks no further; that happens less than once in 10^9 moments.
const FAR: u32 = 120;
/// Calls that come by the minute.
const ARRIVALS: f64 = 1.0;

/// Calls that have come and are not over, and calls that were made.
type State = (u32, u32);

/// Who is free beyond those kept calls somebody.
fn settled((came, mut made): State, kept: u32) -> State {
    while came + made + kept < AGENTS {
        made += 1;
    }
    (came, made)
}

/// What follows a state; talks of calls that came and that were made end at these rates.
fn after((came, made): State, kept: u32, [inbound, outbound]: [f64; 2]) -> Vec<(State, f64)> {
    let mut next = Vec::new();
    if came < FAR {
        next.push(((came + 1, made), ARRIVALS));
    }
    if came > 0 {
        next.push((settled((came - 1, made), kept), f64::from(came.min(AGENTS - made)) * inbound));
    }
    if made > 0 {
        next.push((settled((came, made - 1), kept), f64::from(made) * outbound));
    }
    next.retain(|(state, _)| *state != (came, made));
    next
}

/// The same as a scenario; talks in minutes.
fn centre(kept: u32, [inbound, outbound]: [f64; 2]) -> String {
    format!(
        "{LONG}[contacts.inbound]\narrivals = '60/h'\ntalk = {{ exponential = '{inbound}m' \
         }}\n[contacts.outbound]\narrivals = '0/h'\ntalk = {{ exponential = '{outbound}m' \
         }}\n[campaigns.backlog]\ncontacts = 'outbound'\nrecords = 1000000\nlive = {{ share = 1, after = '0s' \
         }}\n[teams.all]\nagents = {AGENTS}\nkeep_free = {{ outbound = {kept} }}\n"
    )
}

/// Scopes: the centre, the queues of calls that come and that are made, the two types.
const INBOUND_QUEUE: usize = 1;
const INBOUND: usize = 3;
const OUTBOUND: usize = 4;

/// Calls that came and found nobody free, out of all that came.
fn found_nobody(observed: &Observed) -> (f64, f64) {
    let came = observed.totals[INBOUND].get(Field::ArrivedFirst) as f64;
    (came - observed.totals[INBOUND].get(Field::AnsweredAtOnce) as f64, came)
}

fn checks(kept: u32, talks: [f64; 2]) -> Vec<Check> {
    let rates = talks.map(|minutes| 1.0 / minutes);
    let chain =
        Chain::explore(settled((0, 0), kept), 10_000, |&state| after(state, kept, rates)).expect("a small chain");
    let shares = chain.stationary(1e-13).expect("it settles").probabilities;
    let made = chain.mean(&shares, |state| f64::from(state.1));
    let busy = chain.mean(&shares, |(came, made)| f64::from((came + made).min(AGENTS)));
    let all_busy = chain.mean(&shares, |(came, made)| f64::from(u8::from(came + made >= AGENTS)));
    let waiting = chain.mean(&shares, |(came, made)| f64::from((came + made).saturating_sub(AGENTS)));
    let by_tick = made * rates[1] / 60e6;
    vec![
        check("calls waiting", waiting, share(INBOUND_QUEUE, QUEUE, ELAPSED)),
        check("agents talking", busy, mean(0, Field::AgentTalking)),
        check("found nobody free", all_busy, found_nobody),
        check("calls made", by_tick, mean(OUTBOUND, Field::LiveAnswered)),
    ]
}

#[test]
fn calls_are_made_whenever_more_than_so_many_agents_are_free() {
    for (kept, talks) in [(1, [3.0, 5.0]), (2, [3.0, 1.5])] {
        agree(&observe(&centre(kept, talks), 120), &checks(kept, talks));
    }
}

/// Where both sorts of talk last as long, the number of busy agents is a birth-and-death chain that never falls below
/// those not kept: the second witness of the chain.
#[test]
fn with_equal_talks_the_chain_is_the_erlang_c_queue_cut_off_below() {
    let (kept, rate) = (2, 1.0 / 3.0);
    let chain =
        Chain::explore(settled((0, 0), kept), 10_000, |&state| after(state, kept, [rate; 2])).expect("a small chain");
    let shares = chain.stationary(1e-13).expect("it settles").probabilities;
    let (load, floor) = (ARRIVALS / rate, AGENTS - kept);
    // Weights from the floor on: times the load over the number busy, at most all agents.
    let weights = (floor + 1..=floor + FAR).scan(1.0, |weight, number| {
        *weight *= load / f64::from(number.min(AGENTS));
        Some((number, *weight))
    });
    let weights: Vec<(u32, f64)> = std::iter::once((floor, 1.0)).chain(weights).collect();
    let total: f64 = weights.iter().map(|(_, weight)| weight).sum();
    let all_busy: f64 = weights.iter().filter(|(number, _)| *number >= AGENTS).map(|(_, weight)| weight / total).sum();
    let by_chain = chain.mean(&shares, |(came, made)| f64::from(u8::from(came + made >= AGENTS)));
    assert!((all_busy - by_chain).abs() < 1e-9, "{all_busy} is not {by_chain}");
}
