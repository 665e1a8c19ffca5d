//! Conversations by turns against an exact chain: one agent, three chats at once, two types.
//!
//! Work on a turn and in all is exponential, so that the turn at hand is the last one, or not, whatever came before. What
//! is left to know is whose turns are open, in which order, and how many customers of each type have to write.

use std::fmt::Write;

use switchboard::record::Outcome;
use switchboard::stats::Field;
use switchboard::theory::Chain;

use super::{Check, LONG, agree, check, ended, mean, observe, seconds};

/// A type of chats: arrivals, work on a turn, last turns, customers' turns [by the minute]; share who leave then.
struct Kind {
    comes: f64,
    replies: f64,
    ends: f64,
    writes: f64,
    leaves: f64,
}

/// Short and long ones.
const KINDS: [Kind; 2] = [
    Kind { comes: 0.3, replies: 3.0, ends: 1.0, writes: 0.5, leaves: 0.0 },
    Kind { comes: 0.2, replies: 1.0, ends: 0.25, writes: 1.0, leaves: 0.25 },
];
const AT_ONCE: usize = 3;

/// Types of the open turns in the order in which customers wrote, and customers of each type who have to write.
type Chats = (Vec<usize>, [usize; 2]);

/// How many open turns of each type are worked on, weighted by the share of the agent.
fn effort(open: &[usize], shared: bool) -> Vec<(usize, f64)> {
    let part = 1.0 / open.len() as f64;
    match open {
        [] => Vec::new(),
        open if shared => (0..open.len()).map(|place| (place, part)).collect(),
        _ => vec![(0, 1.0)],
    }
}

fn after((open, writing): &Chats, shared: bool) -> Vec<(Chats, f64)> {
    let mut next = Vec::new();
    let with = |kind: usize| [&open[..], &[kind]].concat();
    for (kind, of) in KINDS.iter().enumerate() {
        if open.len() + writing.iter().sum::<usize>() < AT_ONCE {
            next.push(((with(kind), *writing), of.comes));
        }
        let mut fewer = *writing;
        if fewer[kind] > 0 {
            fewer[kind] -= 1;
            let rate = of.writes * writing[kind] as f64;
            next.push(((with(kind), fewer), rate * (1.0 - of.leaves)));
            next.push(((open.clone(), fewer), rate * of.leaves));
        }
    }
    for (place, part) in effort(open, shared) {
        let (mut left, mut more) = (open.clone(), *writing);
        let kind = left.remove(place);
        more[kind] += 1;
        next.push(((left.clone(), *writing), KINDS[kind].ends * part));
        next.push(((left, more), KINDS[kind].replies * part));
    }
    next
}

fn checks(shared: bool) -> Vec<Check> {
    let chain = Chain::explore((Vec::new(), [0, 0]), 1_000, |state| after(state, shared)).expect("a small chain");
    let shares = chain.stationary(1e-12).expect("it settles").probabilities;
    let long_run = |of: &dyn Fn(&Chats) -> f64| chain.mean(&shares, |state| of(state));
    let open = |kind: usize| move |state: &Chats| state.0.iter().filter(|other| **other == kind).count() as f64;
    let in_hand = |state: &Chats| (state.0.len() + state.1[0] + state.1[1]) as f64;
    // Little: open turns over replies by the minute.
    let replies = |kind: usize| {
        let of = &KINDS[kind];
        let part = |state: &Chats| -> f64 {
            let parts = effort(&state.0, shared).into_iter();
            parts.filter(|(place, _)| state.0[*place] == kind).map(|(_, part)| part).sum()
        };
        long_run(&part) * (of.replies + of.ends)
    };
    let response = |kind: usize| 60.0 * long_run(&open(kind)) / replies(kind);
    let busy = long_run(&|state: &Chats| f64::from(u8::from(in_hand(state) > 0.0)));
    let refused = long_run(&|state: &Chats| f64::from(u8::from(in_hand(state) == AT_ONCE as f64)));
    let left = long_run(&|state: &Chats| state.1[1] as f64) * KINDS[1].writes * KINDS[1].leaves;
    let comes: f64 = KINDS.iter().map(|kind| kind.comes).sum();
    // Scopes: the centre, its queue, two types.
    vec![
        check("agent busy", busy, mean(0, Field::AgentTalking)),
        check("chats at once", long_run(&in_hand) / busy, |seen| {
            let all = &seen.totals[0];
            (all.get(Field::Talk) as f64, all.get(Field::AgentTalking) as f64)
        }),
        check("response of the short", response(0), seconds(2, &[Field::ReplyTime], &[Field::Replies])),
        check("response of the long", response(1), seconds(3, &[Field::ReplyTime], &[Field::Replies])),
        check("refused", refused, ended(Outcome::Blocked)),
        check("left", left / comes, ended(Outcome::LeftOpenly)),
        check("replies of the short", replies(0) / 60.0, |seen| {
            let elapsed = seen.totals[0].get(Field::Elapsed) as f64 / 1e6;
            (seen.totals[2].get(Field::Replies) as f64, elapsed)
        }),
    ]
}

fn centre(open_turns: &str) -> String {
    let mut text = LONG.to_owned();
    for (number, Kind { comes, replies, ends, writes, leaves }) in KINDS.iter().enumerate() {
        let (work, turn) = (60.0 / ends, 60.0 / replies);
        let _ = write!(
            text,
            "[contacts.kind{number}]\nchannel = 'chat'\nqueue = 'chats'\narrivals = '{}/h'\ntalk = {{ exponential = '{work}s' \
             }}\nturns = {{ agent = {{ exponential = '{turn}s' }}, customer = {{ exponential = '{}s' }}, leaves = {leaves} }}\n",
            comes * 60.0,
            60.0 / writes,
        );
    }
    text.push_str("[queues.chats]\ncapacity = 0\n[teams.desk]\nagents = 1\n");
    let _ = writeln!(text, "open_turns = '{open_turns}'");
    text
}

#[test]
fn open_turns_in_the_order_in_which_customers_wrote() {
    agree(&observe(&centre("first-come"), 60), &checks(false));
}

#[test]
fn open_turns_that_share_their_agent() {
    agree(&observe(&centre("shared"), 60), &checks(true));
}
