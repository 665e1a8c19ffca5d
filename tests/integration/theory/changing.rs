//! Arrivals and agents that change: Kolmogorov's equations, interval by interval.

use switchboard::stats::Field;
use switchboard::theory::{StaffedInterval, TimeVarying};
use switchboard::units::TICKS_PER_SECOND;

use super::{Observed, agree, check, observe};

const RATES: [f64; 4] = [100.0, 180.0, 150.0, 60.0];
const AGENTS: [u64; 4] = [9, 12, 8, 5];

/// A number of one interval in each replication.
fn per_run(interval: usize, reading: impl Fn(&Observed, usize) -> f64) -> impl Fn(&Observed) -> (f64, f64) {
    move |observed| (reading(observed, interval), 1.0)
}

fn seconds(field: Field) -> impl Fn(&Observed, usize) -> f64 {
    move |observed, interval| observed.intervals[interval].get(field) as f64 / TICKS_PER_SECOND as f64
}

#[test]
fn a_day_with_changing_arrivals_and_agents() {
    let interval =
        |(rate, &agents): (&f64, &u64)| StaffedInterval { duration: 1_800.0, arrival_rate: rate / 3_600.0, agents };
    let model = TimeVarying {
        service_rate: 1.0 / 240.0,
        abandonment_rate: 1.0 / 180.0,
        initial_contacts: 0,
        intervals: RATES.iter().zip(&AGENTS).map(interval).collect(),
    };
    let exact = model.solve().expect("a model");
    let centre = format!(
        "[horizon]\nlength = '2h'\ninterval = '30m'\nat_end = 'cut'\n[contacts.c]\narrivals = {{ poisson = {{ rate = {RATES:?} }} \
         }}\ntalk = {{ exponential = '4m' }}\npatience = {{ exponential = '3m' }}\n[teams.t]\nagents = {AGENTS:?}\n"
    );
    let mut checks = Vec::new();
    for (number, one) in exact.intervals.iter().enumerate() {
        let waited = |observed: &Observed, interval: usize| {
            let counts = &observed.intervals[interval];
            (counts.get(Field::ArrivedFirst) - counts.get(Field::AnsweredAtOnce)) as f64
        };
        let answered =
            |observed: &Observed, interval: usize| observed.intervals[interval].get(Field::AgentAnswered) as f64;
        let name = |what: &str| format!("{what} in interval {number}");
        checks.push(check(name("must wait"), one.must_wait, per_run(number, waited)));
        checks.push(check(name("answered"), one.answered, per_run(number, answered)));
        checks.push(check(name("waiting"), one.waiting_time, per_run(number, seconds(Field::QueueArea))));
        checks.push(check(name("busy"), one.busy_time, per_run(number, seconds(Field::AgentTalking))));
    }
    agree(&observe(&centre, 13_500), &checks);
}
