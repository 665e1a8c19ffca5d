//! The outcome: what a study gives back, and why it ended where it did.

use std::ops::Range;
use std::time::Duration;

use super::worker::{Job, Worker};
use super::{Evidence, Listener, Study, StudyError};
use crate::engine::LimitMet;
use crate::plan::Plan;
use crate::stats::{Estimates, Layout};
use crate::units::{Instant, Span};

/// What a study gives back.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// Everything that was counted, ready to be summarised, saved or merged.
    pub evidence: Evidence,
    /// Why it ended.
    pub ended: Ended,
    /// The first replication that met a limit.
    pub limit: Option<LimitReached>,
    /// What its owner should know about how it was played.
    pub warnings: Vec<String>,
}

/// Why a study ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// Everything asked for was played.
    AsAsked,
    /// The goal of precision was reached.
    Precise,
    /// Somebody ended it.
    Cancelled,
    /// A replication met a limit of the scenario.
    LimitMet,
}

/// A replication that met a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LimitReached {
    /// Its number.
    pub replication: u64,
    /// Simulated time at which it ended.
    pub at: Instant,
    /// Which limit, and how high it is.
    pub limit: LimitMet,
}

/// Everything that workers leave behind.
pub(super) struct Played<'a, L> {
    pub(super) all: Estimates,
    pub(super) ended: Ended,
    pub(super) workers: Vec<Worker<L>>,
    pub(super) job: Job<'a>,
    pub(super) wall: Duration,
}

/// Puts together what workers leave behind.
pub(super) fn gather<L: Listener>(
    study: &Study<'_>,
    layout: &Layout,
    played: Played<'_, L>,
) -> Result<Outcome, StudyError> {
    let Played { all, ended, workers, job, wall } = played;
    let mut limits: Vec<LimitReached> = workers.iter().flat_map(|worker| worker.limits.iter().copied()).collect();
    limits.sort_by_key(|limit| limit.replication);
    if all.observations() == 0 {
        return Err(match limits.first() {
            Some(limit) => StudyError::Limit(*limit, limit.words(study.plan)),
            None => StudyError::Cancelled,
        });
    }
    let taken = if study.batches() { study.replications.clone() } else { study.replications.start..job.taken() };
    let mut evidence = Evidence::of(study, layout, all);
    evidence.played = without(&taken, &limits);
    evidence.threads = workers.len();
    evidence.contacts = workers.iter().map(|worker| worker.contacts).sum();
    evidence.events = workers.iter().map(|worker| worker.events).sum();
    evidence.wall_seconds = wall.as_secs_f64();
    evidence.note = note(study, &evidence, ended, limits.first());
    Ok(Outcome { evidence, ended, limit: limits.first().copied(), warnings: Vec::new() })
}

/// A range in pieces, without the replications that met limits.
pub(super) fn without(taken: &Range<u64>, limits: &[LimitReached]) -> Vec<Range<u64>> {
    let mut start = taken.start;
    let mut pieces = Vec::new();
    for end in limits.iter().map(|limit| limit.replication).chain([taken.end]) {
        if start < end {
            pieces.push(start..end);
        }
        start = end.saturating_add(1);
    }
    pieces
}

/// Why fewer replications were played than asked for, in words.
fn note(study: &Study<'_>, evidence: &Evidence, ended: Ended, limit: Option<&LimitReached>) -> Option<String> {
    let asked = study.replications.end - study.replications.start;
    let so_many = format!("{} of {asked} replications", evidence.estimates.observations());
    let goal = study.until.as_ref().map(ToString::to_string);
    match (ended, limit, goal) {
        (Ended::LimitMet, Some(limit), _) => Some(format!("{}; {so_many} were finished", limit.words(study.plan))),
        (Ended::Cancelled, ..) => Some(format!("interrupted after {so_many}")),
        (Ended::Precise, _, Some(goal)) => Some(format!("stopped after {so_many}, with {goal} reached")),
        (Ended::AsAsked, _, Some(goal)) if study.batches() => {
            Some(format!("{goal} was not looked at, because batch means play one run of fixed length"))
        }
        (Ended::AsAsked, _, Some(goal)) => {
            Some(format!("{goal} was not reached in {asked} replications; ask for more with `--replications`"))
        }
        _ => None,
    }
}

impl LimitReached {
    /// Which limit was met, where, and how to raise it.
    pub fn words(&self, plan: &Plan) -> String {
        let (name, bound) = match self.limit {
            LimitMet::Events(bound) => ("events", bound),
            LimitMet::ContactsPresent(bound) => ("contacts_present", bound),
        };
        let at = plan.scenario.horizon.calendar.date_time_at(self.at);
        let into = Span::ticks(self.at.as_ticks());
        let advice = match self.limit {
            LimitMet::ContactsPresent(_) => "is there a queue that nobody can serve, or more work than agents?",
            LimitMet::Events(_) => "is the horizon longer than meant?",
        };
        format!(
            "replication {} met `limits.{name}` of {bound} at {at:.0}, {into} after the start: {advice} Raise it with \
             `--set limits.{name}={}`",
            self.replication,
            bound.saturating_mul(10)
        )
    }
}
