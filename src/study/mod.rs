//! The study: one plan played many times, and what all of it adds up to; several plans are compared in `compare`.
//!
//! The number of threads decides how long it takes and nothing else: replications are named by number, sums are whole
//! numbers, and early stopping looks at fixed numbers of replications only. Nothing here prints or reads arguments.

pub mod compare;
mod counted;
mod diagnose;
mod error;
mod evidence;
mod layout;
mod listen;
mod memory;
mod merge;
mod outcome;
mod summary;
#[cfg(test)]
mod tests;
mod watch;
mod worker;

use std::ops::Range;
use std::time::Instant as WallClock;

use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::plan::Plan;
use crate::record::Unwatched;
use crate::scenario::Method;
use crate::stats::until::{Goal, checkpoints};
use crate::stats::{Estimates, Layout, Shape};
use crate::units::Share;

pub use error::StudyError;
pub use evidence::{EVIDENCE, Evidence, Source};
pub use merge::{MergeError, merge};
pub use outcome::{Ended, LimitReached, Outcome};
pub use watch::{Listener, Progress, Watch};
use worker::{Job, Worker};

/// How often a plan is played, with which chance, and how sure the answer is to be.
///
/// ```
/// use std::path::Path;
/// use switchboard::plan::Plan;
/// use switchboard::scenario::Scenario;
/// use switchboard::study::{Study, Watch};
///
/// let text = "
///     contacts.billing = { arrivals = '60/h', talk = { exponential = '3m' } }
///     teams.front = { agents = 5 }
///     horizon = { length = '2h' }
/// ";
/// let (scenario, _warnings) = Scenario::parse(text, "billing.toml", Path::new(""), &[]).unwrap();
/// let plan = Plan::new(scenario);
/// let outcome = Study { replications: 0..10, ..Study::new(&plan) }.run(&Watch::nobody()).unwrap();
/// let summary = outcome.evidence.summary("95%".parse().unwrap());
/// assert_eq!(summary.run.replications, 10);
/// ```
#[derive(Debug, Clone)]
pub struct Study<'plan> {
    /// What is played; shared by all threads.
    pub plan: &'plan Plan,
    /// What was asked for, as the summary will name it.
    pub source: Source,
    /// Numbers of the replications; with batch means, from 0 to the number of batches of the one long run.
    pub replications: Range<u64>,
    /// Names the chance: same seed, same numbers.
    pub seed: u64,
    /// Most threads that play; at least 1.
    pub threads: usize,
    /// Probability that a confidence interval covers; above 0 and below 1.
    pub confidence: Share,
    /// Precision at which to stop early.
    pub until: Option<Goal>,
}

impl<'plan> Study<'plan> {
    /// The study that the scenario itself asks for, on one thread.
    pub fn new(plan: &'plan Plan) -> Self {
        let asked = &plan.scenario.replicate;
        Self {
            plan,
            source: Source::default(),
            replications: 0..asked.count,
            seed: asked.seed,
            threads: 1,
            confidence: asked.confidence,
            until: None,
        }
    }

    /// Plays on as many threads as are asked for, as useful and as memory allows.
    pub fn run(&self, watch: &Watch<'_>) -> Result<Outcome, StudyError> {
        let (layout, shape) = self.check()?;
        let (threads, warnings) = memory::threads(self, &layout, &shape)?;
        let mut outcome = self.play(vec![Unwatched; threads], (&layout, &shape), watch)?;
        outcome.warnings.splice(0..0, warnings);
        Ok(outcome)
    }

    /// Plays one replication after another, so that a listener hears them in order.
    pub fn run_heard<L: Listener>(&self, listener: &mut L, watch: &Watch<'_>) -> Result<Outcome, StudyError> {
        let (layout, shape) = self.check()?;
        memory::threads(&Self { threads: 1, ..self.clone() }, &layout, &shape)?;
        self.play(vec![listener], (&layout, &shape), watch)
    }

    fn batches(&self) -> bool {
        self.plan.scenario.replicate.method == Method::BatchMeans
    }

    /// What will be counted, once nothing stands against it.
    fn check(&self) -> Result<(Layout, Shape), StudyError> {
        if self.replications.is_empty() {
            return Err(StudyError::NothingToPlay);
        }
        if self.batches() && self.replications.start > 0 {
            return Err(StudyError::BatchesFromTheMiddle(self.replications.start));
        }
        let layout =
            if self.batches() { layout::of_batches(self.plan, self.replications.end) } else { layout::of(self.plan) };
        let shape = layout::shape(&layout, self.batches());
        if let Some(goal) = &self.until {
            goal.find(&Estimates::new(shape.clone().totals_only()).totals(self.confidence))?;
        }
        Ok((layout, shape))
    }

    /// Everything after the checks: one worker to each listener, from checkpoint to checkpoint.
    fn play<L: Listener>(
        &self,
        listeners: Vec<L>,
        (layout, shape): (&Layout, &Shape),
        watch: &Watch<'_>,
    ) -> Result<Outcome, StudyError> {
        let began = WallClock::now();
        let pool = ThreadPoolBuilder::new().num_threads(listeners.len()).build()?;
        let mut all = Estimates::new(shape.clone());
        let new = |listener| Worker::new(layout.clone(), shape.clone(), listener);
        let mut workers: Vec<Worker<L>> = listeners.into_iter().map(new).collect();
        let job = Job::new(self, watch);
        let mut ended = Ended::AsAsked;
        for end in self.stages() {
            all = work(&pool, &mut workers, &job, end)?.unwrap_or(all);
            ended = self.look(&all, &job);
            if ended != Ended::AsAsked {
                break;
            }
        }
        outcome::gather(self, layout, outcome::Played { all, ended, workers, job, wall: began.elapsed() })
    }

    /// Ends of the ranges after which the study looks whether it may stop.
    fn stages(&self) -> Vec<u64> {
        let Range { start, end } = self.replications;
        match (&self.until, self.batches()) {
            (_, true) => vec![1],
            (None, false) => vec![end],
            (Some(_), false) => checkpoints(end - start).map(|count| start + count).collect(),
        }
    }

    /// Whether it is over before all is played.
    fn look(&self, all: &Estimates, job: &Job<'_>) -> Ended {
        if job.limit_met() {
            return Ended::LimitMet;
        }
        if job.cancelled() {
            return Ended::Cancelled;
        }
        let Some(goal) = &self.until else { return Ended::AsAsked };
        let met = goal.find(&all.totals(self.confidence)).is_ok_and(|row| goal.is_met(row));
        if met { Ended::Precise } else { Ended::AsAsked }
    }
}

/// Plays up to a number on every worker; the sum of all workers' estimates so far.
fn work<L: Listener>(
    pool: &ThreadPool,
    workers: &mut [Worker<L>],
    job: &Job<'_>,
    end: u64,
) -> Result<Option<Estimates>, StudyError> {
    pool.in_place_scope(|scope| {
        for worker in workers.iter_mut() {
            scope.spawn(move |_| worker.work(job, end));
        }
    });
    let mut all: Option<Estimates> = None;
    for worker in workers {
        match &mut all {
            None => all = Some(worker.estimates.clone()),
            Some(all) => all.merge(&worker.estimates)?,
        }
    }
    Ok(all)
}
