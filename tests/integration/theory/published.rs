//! Numbers from guides, papers and textbooks, whose parameters are given in full.

use super::{
    ANSWERED, LONG, OFFERED, Observed, STAFFED, WAITED, agree, check, ended, mean, observe, printed, seconds, share,
};
use switchboard::record::Outcome;
use switchboard::stats::Field;

/// Shrinkage, after wewfm.com, "capacity planning", part 2: 100 people at work at 30 % take 100 / (1 - 0.3) = 142.86 on
/// the list, which is 143, and not 130.
#[test]
fn golden_y12_shrinkage() {
    for (people, at_work) in [(143.0, 100.1), (130.0, 91.0)] {
        let centre = format!(
            "{LONG}[contacts.c]\narrivals = '1/h'\ntalk = '1m'\n[teams.t]\nagents = {people}\nshrinkage = '30%'\n"
        );
        let checks = [check(format!("{people} people"), at_work, share(4, STAFFED, &[Field::Elapsed]))];
        agree(&observe(&centre, 20), &checks);
    }
}

/// 50 agents who get 48 calls a minute of a minute each, from customers with a patience of two minutes: O. Garnett, A.
/// Mandelbaum and M. Reiman, "Designing a call center with impatient customers", Manufacturing and Service Operations
/// Management 4 (2002), table 1.
#[test]
fn published_fifty_agents_with_impatient_customers() {
    let centre = "[horizon]\nlength = '21h'\nwarm_up = '1h'\ninterval = '21h'\n[contacts.c]\narrivals = '48/m'\ntalk = { \
                  exponential = '1m' }\npatience = { exponential = '2m' }\n[teams.t]\nagents = 50\n";
    let checks = [
        printed("abandoned", (0.031, 3), ended(Outcome::Abandoned)),
        printed("mean wait", (3.7, 1), seconds(0, WAITED, OFFERED)),
        printed("queue", (3.0, 0), mean(0, Field::QueueArea)),
        printed("occupancy", (0.93, 2), share(0, &[Field::AgentTalking], STAFFED)),
    ];
    agree(&observe(centre, 70), &checks);
}

/// Calls of one agent whose points grow at different rates from nothing: L. Kleinrock, "A delay dependent queue
/// discipline", Naval Research Logistics Quarterly 11 (1964), 329 to 341; Queueing Systems, volume 2, section 3.7. Mean
/// waits go by the ratios of the rates alone.
#[test]
fn published_priority_that_grows_with_the_wait() {
    // Arrivals an hour, talk [s], points a minute, slowest first.
    for types in [
        [(80.0, 15.0, 1.0), (60.0, 10.0, 3.0), (50.0, 12.0, 9.0)],
        [(60.0, 20.0, 2.0), (90.0, 8.0, 3.0), (40.0, 12.0, 3.0)],
    ] {
        let waits = waits_by_growth(&types);
        let kind = |(number, (arrive, talk, growth)): (usize, &(f64, f64, f64))| {
            format!(
                "[contacts.k{number}]\narrivals = '{arrive}/h'\ntalk = {{ exponential = '{talk}s' }}\nscore = {{ per_minute = \
                 {growth} }}\n"
            )
        };
        let kinds: String = types.iter().enumerate().map(kind).collect();
        let centre = format!("{LONG}[routing]\ncontact_order = 'score'\n[teams.t]\nagents = 1\n{kinds}");
        // Scopes: the centre, three queues, three types.
        let wait = |kind: usize| move |observed: &Observed| seconds(4 + kind, WAITED, ANSWERED)(observed);
        let checks = [0, 1, 2].map(|number| check(format!("type {number}"), waits[number], wait(number)));
        agree(&observe(&centre, 60), &checks);
    }
}

/// Kleinrock's mean waits, of types in the order of their rates of growth [s].
fn waits_by_growth(types: &[(f64, f64, f64); 3]) -> [f64; 3] {
    let load = |(arrive, talk, _): &(f64, f64, f64)| arrive / 3_600.0 * talk;
    let residual: f64 = types.iter().map(|one| load(one) * one.1).sum();
    let all: f64 = types.iter().map(load).sum();
    let mut waits = [0.0; 3];
    for (number, one) in types.iter().enumerate() {
        let slower: f64 =
            (0..number).map(|other| load(&types[other]) * waits[other] * (1.0 - types[other].2 / one.2)).sum();
        let faster: f64 = types[number + 1..].iter().map(|other| load(other) * (1.0 - one.2 / other.2)).sum();
        waits[number] = (residual / (1.0 - all) - slower) / (1.0 - faster);
    }
    waits
}
