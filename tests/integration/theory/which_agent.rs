//! Which agent in the long run: two agents of different speed, and people kept free, against exact chains.

use switchboard::record::Outcome;
use switchboard::stats::Field;
use switchboard::theory::Chain;

use super::{Check, LONG, agree, check, ended, mean, observe};

/// Arrivals, and what the fast and the slow agent serve [a minute].
const RATES: (f64, f64, f64) = (0.4, 0.5, 0.2);
/// Waiting places.
const PLACES: u32 = 4;

/// Whom a contact takes that finds both agents free.
#[derive(Debug, Clone, Copy)]
enum Rule {
    /// The fast one with this probability.
    Fast(f64),
    /// Who has been free for longer.
    LongerFree,
    /// Who did not take the last contact.
    InTurn,
}

/// Fast agent busy, slow agent busy, contacts waiting, and which agent the rule remembers: the fast one, if true.
type Pair = (bool, bool, u32, bool);

fn after((fast, slow, waiting, memory): Pair, rule: Rule) -> Vec<(Pair, f64)> {
    let (arrival, first, second) = RATES;
    // Who took the last contact is remembered in turn; who has been free for longer is known when the second one ends.
    let taken = |by_fast: bool| if matches!(rule, Rule::InTurn) { by_fast } else { memory };
    let freed = |fast_stays: bool| if matches!(rule, Rule::LongerFree) { fast_stays } else { memory };
    let mut next = Vec::new();
    match (fast, slow) {
        (false, false) => {
            let share = match rule {
                Rule::Fast(share) => share,
                Rule::LongerFree => f64::from(u8::from(memory)),
                Rule::InTurn => f64::from(u8::from(!memory)),
            };
            next.push(((true, false, 0, taken(true)), arrival * share));
            next.push(((false, true, 0, taken(false)), arrival * (1.0 - share)));
        }
        (false, true) => next.push(((true, true, 0, taken(true)), arrival)),
        (true, false) => next.push(((true, true, 0, taken(false)), arrival)),
        (true, true) if waiting < PLACES => next.push(((true, true, waiting + 1, memory), arrival)),
        (true, true) => {}
    }
    if waiting > 0 {
        next.push(((true, true, waiting - 1, taken(true)), first));
        next.push(((true, true, waiting - 1, taken(false)), second));
    } else {
        if fast {
            next.push(((false, slow, 0, if slow { memory } else { freed(false) }), first));
        }
        if slow {
            next.push(((fast, false, 0, if fast { memory } else { freed(true) }), second));
        }
    }
    next
}

/// Means in the long run: the fast one busy, the slow one busy, contacts waiting.
fn exact(rule: Rule) -> [f64; 3] {
    let chain = Chain::explore((false, false, 0, true), 100, |&state| after(state, rule)).expect("a small chain");
    // Some rules never come back to what is remembered at the start; such states have no share in the long run.
    let shares = chain.stationary(1e-12).expect("it settles").probabilities;
    [
        chain.mean(&shares, |state| f64::from(u8::from(state.0))),
        chain.mean(&shares, |state| f64::from(u8::from(state.1))),
        chain.mean(&shares, |state| f64::from(state.2)),
    ]
}

fn agrees(order: &str, rule: Rule) {
    let centre = format!(
        "{LONG}[contacts.c]\narrivals = '24/h'\ntalk = {{ exponential = '2m' }}\n[queues.c]\ncapacity = \
         {PLACES}\nagent_order = [{order}]\n[teams.fast]\nagents = 1\nattributes = {{ weight = 1 }}\n[teams.slow]\n\
         agents = 1\ntime_factor = {{ c = 2.5 }}\nattributes = {{ weight = 3 }}\n"
    );
    // Scopes: the centre, its queue, its type, its channel, then the two teams.
    let [fast, slow, waiting] = exact(rule);
    agree(
        &observe(&centre, 100),
        &[
            check(format!("{order}: fast"), fast, mean(4, Field::AgentTalking)),
            check(format!("{order}: slow"), slow, mean(5, Field::AgentTalking)),
            check(format!("{order}: waiting"), waiting, mean(0, Field::QueueArea)),
        ],
    );
}

#[test]
fn two_agents_of_different_speed() {
    agrees("'fastest'", Rule::Fast(1.0));
    agrees("'slowest'", Rule::Fast(0.0));
    agrees("'random'", Rule::Fast(0.5));
    agrees("{ weighted-random = 'weight' }", Rule::Fast(0.25));
    agrees("'longest-idle'", Rule::LongerFree);
    agrees("'circular'", Rule::InTurn);
}

/// Busy in front, busy at the back, loans waiting, news waiting.
type Reserved = (u32, u32, u32, u32);

/// Loans are for three people in front alone; news go to two at the back, and to the front if one more stays free there.
fn after_reserve((front, back, loans, news): Reserved) -> Vec<(Reserved, f64)> {
    let free = 3 - front;
    let mut next = Vec::new();
    let (loan, item) = (0.7, 0.9);
    match (free, loans) {
        (1.., _) => next.push(((front + 1, back, loans, news), loan)),
        (0, 0..5) => next.push(((front, back, loans + 1, news), loan)),
        _ => {}
    }
    match (back, free, news) {
        (0..2, ..) => next.push(((front, back + 1, loans, news), item)),
        (_, 2.., _) => next.push(((front + 1, back, loans, news), item)),
        (_, _, 0..5) => next.push(((front, back, loans, news + 1), item)),
        _ => {}
    }
    let (ends_in_front, ends_at_back) = (f64::from(front) / 3.0, f64::from(back) / 3.0);
    match (loans, news, free) {
        (1.., ..) => next.push(((front, back, loans - 1, news), ends_in_front)),
        (0, 1.., 1..) => next.push(((front, back, 0, news - 1), ends_in_front)),
        _ if front > 0 => next.push(((front - 1, back, loans, news), ends_in_front)),
        _ => {}
    }
    match (news, back) {
        (1.., _) => next.push(((front, back, loans, news - 1), ends_at_back)),
        (0, 1..) => next.push(((front, back - 1, loans, 0), ends_at_back)),
        _ => {}
    }
    next
}

#[test]
fn people_kept_free_in_an_n_shaped_centre() {
    let chain = Chain::explore((0, 0, 0, 0), 1_000, |&state| after_reserve(state)).expect("a small chain");
    let shares = chain.stationary(1e-12).expect("it settles").probabilities;
    let expected = |of: fn(&Reserved) -> u32| chain.mean(&shares, |state| f64::from(of(state)));
    let full = expected(|state| u32::from(state.0 == 3 && state.2 == 5)) * 0.7;
    let refused = expected(|state| u32::from(state.0 >= 2 && state.1 == 2 && state.3 == 5)) * 0.9;
    let centre = format!(
        "{LONG}[contacts.loans]\narrivals = '42/h'\ntalk = {{ exponential = '3m' }}\nskill = 'loans'\npriority = \
         1\n[contacts.news]\narrivals = '54/h'\ntalk = {{ exponential = '3m' }}\npriority = 2\n[queues.loans]\ncapacity \
         = 5\n[queues.news]\ncapacity = 5\nagent_order = ['fixed-order']\n[teams.back]\nagents = 2\n[teams.front]\nagents \
         = 3\nskills = ['loans']\nkeep_free = {{ news = 1 }}\n"
    );
    // Scopes: the centre, two queues, two types, their channel, then the two teams.
    let checks: [Check; 5] = [
        check("front", expected(|state| state.0), mean(7, Field::AgentTalking)),
        check("back", expected(|state| state.1), mean(6, Field::AgentTalking)),
        check("loans waiting", expected(|state| state.2), mean(1, Field::QueueArea)),
        check("news waiting", expected(|state| state.3), mean(2, Field::QueueArea)),
        check("blocked", (full + refused) / 1.6, ended(Outcome::Blocked)),
    ];
    agree(&observe(&centre, 40), &checks);
}
