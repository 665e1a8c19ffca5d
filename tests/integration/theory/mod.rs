//! Theory: simulated centres agree with closed forms and exact chains.
//!
//! Every check compares a ratio of sums over independent replications with its exact value. The allowed distance is a
//! quantile of Student's t times the standard error of the ratio (delta method), at a level that lets all checks
//! together raise a false alarm once in a thousand choices of the seed (Bonferroni).

mod blending;
mod callbacks;
mod changing;
mod estimates;
mod models;
mod offers;
mod one_queue;
mod ordering;
mod published;
mod self_service;
mod several;
mod state;
mod transfers;
mod turns;
mod which_agent;

use statrs::distribution::{ContinuousCDF, StudentsT};

use crate::stage;
use switchboard::record::Outcome;
use switchboard::stats::{Counts, Field, Tallied, Tally};
use switchboard::units::TICKS_PER_SECOND;

/// All checks of this module, rounded up.
const CHECKS: f64 = 490.0;
/// Probability of a false alarm in any of them.
const FALSE_ALARM: f64 = 0.001;
/// Widest interval that still says something [share of the exact value].
const WIDEST: f64 = 0.06;

/// What one replication has counted.
struct Observed {
    /// By scope, over the whole horizon after the warm-up.
    totals: Vec<Counts>,
    /// The whole centre by interval.
    intervals: Vec<Counts>,
    /// Service levels beyond the first: above and below the line.
    levels: Vec<(u64, u64)>,
}

/// A number whose exact value is known: how it is read from a replication, as numerator and denominator.
struct Check {
    name: String,
    exact: f64,
    /// Half of the last digit, where the number was printed.
    rounding: f64,
    reading: Box<Reading>,
}

/// Reads a numerator and a denominator from a replication.
type Reading = dyn Fn(&Observed) -> (f64, f64);

fn check(name: impl Into<String>, exact: f64, reading: impl Fn(&Observed) -> (f64, f64) + 'static) -> Check {
    Check { name: name.into(), exact, rounding: 0.0, reading: Box::new(reading) }
}

/// The same for a number that was printed with so many digits behind the point.
fn printed(
    name: impl Into<String>,
    (number, digits): (f64, i32),
    reading: impl Fn(&Observed) -> (f64, f64) + 'static,
) -> Check {
    Check { rounding: 0.5 * 10_f64.powi(-digits), ..check(name, number, reading) }
}

/// Plays so many replications of a scenario.
fn observe(text: &str, replications: u64) -> Vec<Observed> {
    let plan = stage::plan(text);
    let mut tally = Tally::new(stage::layout(&plan));
    let one = |replication| {
        tally.clear();
        stage::watch(&plan, stage::SEED, replication, &mut tally);
        tally.close();
        let level = |level| {
            let parts = (0..tally.intervals()).map(|interval| tally.extra(level, interval));
            parts.fold((0, 0), |sum, part| (sum.0 + part.0, sum.1 + part.1))
        };
        Observed {
            totals: (0..tally.scopes().len()).map(|scope| tally.total(scope)).collect(),
            intervals: (0..tally.intervals()).map(|interval| tally.counts(0, interval)).collect(),
            levels: (0..tally.extra_levels().len()).map(level).collect(),
        }
    };
    (0..replications).map(one).collect()
}

/// Fails with every number that is too far from its exact value, or not known well enough to say.
fn agree(observed: &[Observed], checks: &[Check]) {
    let verdicts: Vec<String> = checks.iter().filter_map(|check| verdict(observed, check)).collect();
    assert!(verdicts.is_empty(), "\n{}", verdicts.join("\n"));
}

fn verdict(observed: &[Observed], check: &Check) -> Option<String> {
    let pairs: Vec<(f64, f64)> = observed.iter().map(|it| (check.reading)(it)).collect();
    let runs = pairs.len() as f64;
    let (above, below) = pairs.iter().fold((0.0, 0.0), |sum, pair| (sum.0 + pair.0, sum.1 + pair.1));
    let ratio = above / below;
    let squares: f64 = pairs.iter().map(|pair| (pair.0 - ratio * pair.1).powi(2)).sum();
    let error = (squares / (runs - 1.0) / runs).sqrt() / (below / runs);
    let student = StudentsT::new(0.0, 1.0, runs - 1.0).expect("more than one replication");
    let allowed = error * student.inverse_cdf(1.0 - FALSE_ALARM / CHECKS / 2.0);
    let Check { name, exact, rounding, .. } = check;
    let told = format!("{name}: {ratio:.6} should be {exact:.6}, give or take {allowed:.6}");
    let fine = (ratio - exact).abs() <= allowed + rounding && allowed <= WIDEST * exact.abs();
    (!fine).then_some(told)
}

/// A number of one thing over a number of the same thing.
fn share(scope: usize, above: &'static [Field], below: &'static [Field]) -> impl Fn(&Observed) -> (f64, f64) {
    let sum = |counts: &Counts, fields: &[Field]| fields.iter().map(|&field| counts.get(field)).sum::<u64>() as f64;
    move |observed| (sum(&observed.totals[scope], above), sum(&observed.totals[scope], below))
}

/// A time of one thing [seconds] over a number of the same thing.
fn seconds(scope: usize, time: &'static [Field], below: &'static [Field]) -> impl Fn(&Observed) -> (f64, f64) {
    let share = share(scope, time, below);
    move |observed| {
        let (time, number) = share(observed);
        (time / TICKS_PER_SECOND as f64, number)
    }
}

/// A long run, of which the start is left out.
const LONG: &str = "[horizon]\nlength = '210h'\nwarm_up = '10h'\ninterval = '210h'\n";

/// A sum over one scope by the length of the run: a mean number in the long run.
fn mean(scope: usize, field: Field) -> impl Fn(&Observed) -> (f64, f64) {
    move |observed| (observed.totals[scope].get(field) as f64, observed.totals[0].get(Field::Elapsed) as f64)
}

/// Contacts that had to wait, out of those who were offered, answered or not.
fn must_wait(observed: &Observed) -> (f64, f64) {
    let all = OFFERED.iter().map(|&field| observed.totals[0].get(field)).sum::<u64>() as f64;
    (all - observed.totals[0].get(Field::AnsweredAtOnce) as f64, all)
}

/// Contacts that arrived and ended in this way, out of all.
fn ended(outcome: Outcome) -> impl Fn(&Observed) -> (f64, f64) {
    move |observed| {
        let total = &observed.totals[0];
        (total.outcome(outcome) as f64, ARRIVED.iter().map(|&field| total.get(field)).sum::<u64>() as f64)
    }
}

const ARRIVED: &[Field] = &[Field::ArrivedFirst, Field::ArrivedRedial];
const ELAPSED: &[Field] = &[Field::Elapsed];
const TALKING: &[Field] = &[Field::AgentTalking];
const QUEUE: &[Field] = &[Field::QueueArea];
const STAFFED: &[Field] = &[Field::AgentTalking, Field::AgentAvailable];
const ANSWERED: &[Field] = &[Field::GradeAnsweredInTime, Field::GradeAnsweredLate];
const GAVE_UP: &[Field] = &[Field::GradeAbandonedShort, Field::GradeAbandonedInTime, Field::GradeAbandonedLate];
/// Answered or gave up: everybody who got in.
const OFFERED: &[Field] = &[
    Field::GradeAnsweredInTime,
    Field::GradeAnsweredLate,
    Field::GradeAbandonedShort,
    Field::GradeAbandonedInTime,
    Field::GradeAbandonedLate,
];
const WAITED: &[Field] = &[Field::WaitAnswered, Field::WaitAbandoned];
