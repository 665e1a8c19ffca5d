//! The models of research on skills, named after the letters they look like: V, N, W, M and X, with few waiting places,
//! under the usual rules, against exact chains.
//!
//! One description makes both the chain and the scenario: types of contacts, pools of agents, who serves whom how fast,
//! whom a contact asks first and whom an agent takes first.

use std::fmt::Write;

use switchboard::record::Outcome;
use switchboard::stats::Field;
use switchboard::theory::Chain;

use super::{Check, Observed, agree, check, observe};

/// Most types, and most pools.
const MOST: usize = 3;
/// Waiting places of each queue.
const PLACES: u8 = 4;
/// Names of types and skills, in the order of their classes.
const TYPES: [&str; MOST] = ["a", "b", "c"];

/// Who serves whom, how fast, and whom one keeps free.
struct Model {
    /// Contacts by the hour, and contacts that a normal agent serves in an hour of talking, of each type.
    types: &'static [(u32, u32)],
    /// People, and for each type how many times as long they take; 0 where they cannot serve it.
    pools: &'static [(u8, &'static [f64])],
    /// Pool, type, and how many others of the pool must stay free for it to be taken.
    kept: &'static [(usize, usize, u8)],
}

/// In service, by pool and type; waiting, by type.
type State = ([[u8; MOST]; MOST], [u8; MOST]);

/// Who goes first, as a number: the lowest, and of equals the first.
struct Rule {
    /// What the scenario says.
    routing: &'static str,
    /// Of the pools that a contact may take, by the model and the type.
    pool: fn(&Model, usize, usize) -> f64,
    /// Of the types that an agent may take, by those waiting.
    kind: fn(&[u8; MOST], usize) -> f64,
}

/// Classes in the order of the types; contacts ask pools in the order of the file.
const STATIC: Rule = Rule { routing: "agent_order = 'fixed-order'", pool: |_, _, _| 0.0, kind: |_, kind| kind as f64 };
/// The longest queue first; contacts ask pools in the order of the file.
const LONGEST_QUEUE: Rule = Rule {
    routing: "agent_order = 'fixed-order'\nqueue_order = 'longest-queue'",
    pool: |_, _, _| 0.0,
    kind: |waiting, kind| -f64::from(waiting[kind]),
};
/// Whoever is fastest with a contact; classes in the order of the types.
const FASTEST: Rule = Rule {
    routing: "agent_order = ['fastest', 'fixed-order']",
    pool: |model, kind, pool| model.pools[pool].1[kind],
    kind: |_, kind| kind as f64,
};
/// Whoever is slowest with a contact; classes in the order of the types.
const SLOWEST: Rule = Rule {
    routing: "agent_order = ['slowest', 'fixed-order']",
    pool: |model, kind, pool| -model.pools[pool].1[kind],
    kind: |_, kind| kind as f64,
};

impl Model {
    fn free(&self, (busy, _): &State, pool: usize) -> u8 {
        self.pools[pool].0 - busy[pool].iter().sum::<u8>()
    }

    /// Whether a type may take somebody of a pool of whom so many are free.
    fn may_take(&self, kind: usize, pool: usize, free: u8) -> bool {
        let kept = self.kept.iter().find(|kept| (kept.0, kept.1) == (pool, kind)).map_or(0, |kept| kept.2);
        self.pools[pool].1[kind] > 0.0 && free > kept
    }

    /// The pool that a contact takes which comes now.
    fn taken_by(&self, rule: &Rule, state: &State, kind: usize) -> Option<usize> {
        let open = (0..self.pools.len()).filter(|&pool| self.may_take(kind, pool, self.free(state, pool)));
        open.min_by(|&one, &other| (rule.pool)(self, kind, one).total_cmp(&(rule.pool)(self, kind, other)))
    }

    /// The type that somebody takes who becomes free.
    fn next(&self, rule: &Rule, state: &State, pool: usize) -> Option<usize> {
        let free = self.free(state, pool);
        let waiting = &state.1;
        let able = (0..self.types.len()).filter(|&kind| waiting[kind] > 0 && self.may_take(kind, pool, free));
        able.min_by(|&one, &other| (rule.kind)(waiting, one).total_cmp(&(rule.kind)(waiting, other)))
    }

    /// What follows a state, at which rate an hour.
    fn after(&self, rule: &Rule, state: &State) -> Vec<(State, f64)> {
        let mut next = Vec::new();
        for (kind, (arrive, _)) in self.types.iter().enumerate() {
            let (mut busy, mut waiting) = *state;
            match self.taken_by(rule, state, kind) {
                Some(pool) => busy[pool][kind] += 1,
                None if waiting[kind] < PLACES => waiting[kind] += 1,
                None => continue,
            }
            next.push(((busy, waiting), f64::from(*arrive)));
        }
        for (pool, (_, factors)) in self.pools.iter().enumerate() {
            for kind in (0..self.types.len()).filter(|&kind| state.0[pool][kind] > 0) {
                let rate = f64::from(state.0[pool][kind]) * f64::from(self.types[kind].1) / factors[kind];
                let mut after = *state;
                after.0[pool][kind] -= 1;
                if let Some(taken) = self.next(rule, &after, pool) {
                    after.0[pool][taken] += 1;
                    after.1[taken] -= 1;
                }
                next.push((after, rate));
            }
        }
        next
    }

    /// The scenario that says the same.
    fn centre(&self, rule: &Rule) -> String {
        let mut text =
            format!("[horizon]\nlength = '1000h'\nwarm_up = '10h'\ninterval = '1000h'\n[routing]\n{}\n", rule.routing);
        let mut add = |line: std::fmt::Arguments<'_>| text.write_fmt(line).expect("text takes everything");
        for (name, (arrive, serve)) in TYPES.iter().zip(self.types) {
            let class = name.as_bytes()[0] - b'a' + 1;
            add(format_args!(
                "[contacts.{name}]\narrivals = '{arrive}/h'\ntalk = {{ exponential = '{}s' }}\nskill = '{name}'\npriority = \
                 {class}\n[queues.{name}]\ncapacity = {PLACES}\n",
                3_600 / serve
            ));
        }
        for (pool, (people, factors)) in self.pools.iter().enumerate() {
            let able: Vec<usize> = (0..factors.len()).filter(|&kind| factors[kind] > 0.0).collect();
            let each = |value: &dyn Fn(usize) -> String| {
                able.iter().map(|&kind| format!("{} = {}", TYPES[kind], value(kind))).collect::<Vec<_>>().join(", ")
            };
            let kept = self.kept.iter().filter(|kept| kept.0 == pool);
            let kept: Vec<String> = kept.map(|(_, kind, others)| format!("{} = {others}", TYPES[*kind])).collect();
            add(format_args!(
                "[teams.pool-{pool}]\nagents = {people}\nskills = {{ {} }}\ntime_factor = {{ {} }}\nkeep_free = {{ {} }}\n",
                each(&|_| "1".to_owned()),
                each(&|kind| factors[kind].to_string()),
                kept.join(", ")
            ));
        }
        text
    }

    /// Simulated and exact: the queue and the blocked of each type, and the busy people of each pool.
    fn agrees(&self, name: &str, rule: &Rule, replications: u64) {
        let chain = Chain::explore(State::default(), 50_000, |state| self.after(rule, state)).expect("a small chain");
        let shares = chain.stationary(1e-12).expect("it settles").probabilities;
        let types = self.types.len();
        let mut checks: Vec<Check> = Vec::new();
        for kind in 0..types {
            let queue = chain.mean(&shares, |(_, waiting)| f64::from(waiting[kind]));
            let full = |state: &State| state.1[kind] == PLACES && self.taken_by(rule, state, kind).is_none();
            let blocked = chain.mean(&shares, |state| f64::from(u8::from(full(state))));
            checks.push(check(format!("{name}: queue of {}", TYPES[kind]), queue, mean(1 + kind, Field::QueueArea)));
            checks.push(check(format!("{name}: blocked of {}", TYPES[kind]), blocked, blocked_of(1 + types + kind)));
        }
        for pool in 0..self.pools.len() {
            let busy = chain.mean(&shares, |(busy, _)| f64::from(busy[pool].iter().sum::<u8>()));
            // Scopes: the centre, its queues, its types, their channel, then the teams.
            let scope = 2 + 2 * types + pool;
            checks.push(check(format!("{name}: busy in pool {pool}"), busy, mean(scope, Field::AgentTalking)));
        }
        agree(&observe(&self.centre(rule), replications), &checks);
    }
}

/// A sum over one scope by the length of the run: a mean number in the long run.
fn mean(scope: usize, field: Field) -> impl Fn(&Observed) -> (f64, f64) {
    move |observed| (observed.totals[scope].get(field) as f64, observed.totals[0].get(Field::Elapsed) as f64)
}

/// Contacts of a type that found no place, out of all.
fn blocked_of(scope: usize) -> impl Fn(&Observed) -> (f64, f64) {
    move |observed| {
        let total = &observed.totals[scope];
        (total.outcome(Outcome::Blocked) as f64, total.get(Field::ArrivedFirst) as f64)
    }
}

/// Two types, one pool that serves both.
const V: Model = Model { types: &[(32, 30), (26, 20)], pools: &[(2, &[1.0, 1.0])], kept: &[] };
/// Two types; one pool serves the second alone, the other both.
const N: Model = Model { types: &[(26, 20), (40, 30)], pools: &[(1, &[0.0, 1.0]), (2, &[1.0, 1.25])], kept: &[] };
/// Three types, two pools; both serve the second type, the second pool faster.
const W: Model =
    Model { types: &[(30, 20), (40, 30), (30, 20)], pools: &[(2, &[1.0, 1.5, 0.0]), (2, &[0.0, 1.0, 1.0])], kept: &[] };
/// Two types, a pool for each, and a pool for both.
const M: Model =
    Model { types: &[(30, 20), (30, 20)], pools: &[(1, &[1.0, 0.0]), (1, &[0.0, 1.0]), (1, &[1.25, 0.8])], kept: &[] };
/// Two types, two pools, both for both; each is better at one of them.
const X: Model = Model { types: &[(32, 20), (45, 30)], pools: &[(2, &[1.0, 1.6]), (1, &[1.4, 1.0])], kept: &[] };

#[test]
fn the_v_model() {
    V.agrees("V, static priority", &STATIC, 30);
    V.agrees("V, longest queue", &LONGEST_QUEUE, 30);
    Model { kept: &[(0, 1, 1)], ..V }.agrees("V, one kept free from b", &STATIC, 80);
}

#[test]
fn the_n_model() {
    N.agrees("N, static priority", &STATIC, 30);
    N.agrees("N, longest queue", &LONGEST_QUEUE, 30);
    Model { kept: &[(1, 1, 1)], ..N }.agrees("N, one kept free from b", &STATIC, 80);
    N.agrees("N, slowest first", &SLOWEST, 30);
}

#[test]
fn the_w_model() {
    W.agrees("W, static priority", &STATIC, 30);
    W.agrees("W, longest queue", &LONGEST_QUEUE, 30);
    W.agrees("W, fastest first", &FASTEST, 30);
    Model { kept: &[(0, 1, 1), (1, 1, 1)], ..W }.agrees("W, one kept free from b in each", &STATIC, 30);
}

#[test]
fn the_m_model() {
    M.agrees("M, static priority", &STATIC, 30);
    M.agrees("M, longest queue", &LONGEST_QUEUE, 30);
    M.agrees("M, fastest first", &FASTEST, 30);
    M.agrees("M, slowest first", &SLOWEST, 30);
}

#[test]
fn the_x_model() {
    X.agrees("X, static priority", &STATIC, 30);
    X.agrees("X, longest queue", &LONGEST_QUEUE, 30);
    X.agrees("X, fastest first", &FASTEST, 30);
    X.agrees("X, slowest first", &SLOWEST, 30);
    Model { kept: &[(0, 1, 1)], ..X }.agrees("X, one kept free from b", &FASTEST, 30);
}

/// Two agents of different speed, the faster first, and room for everybody: with arrivals a, rates f > s and r = a / (f +
/// s), the mean number of contacts present is 1 / (A (1 - r)^2) where A = f s (1 + 2 r) / (a (a + s)) + 1 / (1 - r).
///
/// V. P. Singh, "Two-server Markovian queues with balking: heterogeneous vs. homogeneous servers", Operations Research 18
/// (1970); K. S. Trivedi, "Probability and Statistics with Reliability, Queuing and Computer Science Applications",
/// chapter 8. DIFFERENCE: the copy at numerade.com/student-profile/gregory-bryant-1710 lacks the square.
#[test]
fn published_the_number_present_with_two_agents_of_different_speed() {
    for (arrive, slow_down) in [(24.0_f64, 2.0_f64), (36.0, 2.0), (30.0, 4.0)] {
        let (fast, slow) = (40.0, 40.0 / slow_down);
        let load = arrive / (fast + slow);
        let a = fast * slow * (1.0 + 2.0 * load) / (arrive * (arrive + slow)) + 1.0 / (1.0 - load);
        let present = 1.0 / (a * (1.0 - load).powi(2));
        let centre = format!(
            "[horizon]\nlength = '1000h'\nwarm_up = '50h'\ninterval = '1000h'\n[routing]\nagent_order = 'fastest'\n\
             [contacts.c]\narrivals = '{arrive}/h'\ntalk = {{ exponential = '90s' }}\n[teams.slow]\nagents = \
             1\ntime_factor = {{ c = {slow_down} }}\n[teams.fast]\nagents = 1\n"
        );
        let seen = |observed: &Observed| {
            let total = &observed.totals[0];
            let area = total.get(Field::QueueArea) + total.get(Field::AgentTalking);
            (area as f64, total.get(Field::Elapsed) as f64)
        };
        agree(&observe(&centre, 30), &[check(format!("{arrive} and {slow_down}"), present, seen)]);
    }
}
