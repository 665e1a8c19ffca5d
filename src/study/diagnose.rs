//! A study's diagnosis: every replication heard by a listener that asks for decisions, on all threads.

use rayon::ThreadPoolBuilder;
use rayon::iter::{IntoParallelIterator, ParallelIterator};

use super::{LimitReached, Study, StudyError};
use crate::plan::Plan;
use crate::scenario::{AboveTarget, Membership, Scan, Team};
use crate::stats::diagnosis::{Centre, Diagnoses, Diagnosis};

/// A queue's contacts count as starved after so many times the threshold of its first service level.
const STARVED_AFTER: u64 = 10;

impl Study<'_> {
    /// What there is to diagnose in its plan.
    pub fn centre(&self) -> Centre {
        let scenario = &self.plan.scenario;
        let patience = |queue: &crate::scenario::Queue| {
            let threshold = queue.service_levels.first().map_or(0, |level| level.threshold.as_ticks());
            (queue.name.clone(), crate::units::Span::ticks(threshold.saturating_mul(STARVED_AFTER)))
        };
        Centre {
            queues: scenario.queues.iter().map(patience).collect(),
            teams: scenario.teams.iter().map(|team| team.name.clone()).collect(),
            serves: (0..scenario.contacts.len()).map(|kind| serves(self.plan, kind)).collect(),
            warm_up: scenario.horizon.warm_up,
        }
    }

    /// Plays every replication again and diagnoses it; the numbers are the same on any number of threads.
    pub fn diagnose(&self, centre: &Centre) -> Result<Diagnoses, StudyError> {
        let replications = if self.batches() { 0..1 } else { self.replications.clone() };
        let pool = ThreadPoolBuilder::new().num_threads(self.threads.max(1)).build()?;
        pool.install(|| {
            let one = |replication| self.diagnose_one(replication, centre);
            replications.into_par_iter().map(one).try_reduce(Diagnoses::default, |mut all, other| {
                all.merge(&other);
                Ok(all)
            })
        })
    }

    fn diagnose_one(&self, replication: u64, centre: &Centre) -> Result<Diagnoses, StudyError> {
        let mut diagnosis = Diagnosis::new(centre);
        let ending = self.listen(replication, &mut diagnosis)?;
        if let Some(limit) = ending.limit {
            let reached = LimitReached { replication, at: ending.at, limit };
            return Err(StudyError::Limit(reached, reached.words(self.plan)));
        }
        let mut all = Diagnoses::default();
        all.absorb(diagnosis, ending.at);
        Ok(all)
    }
}

/// By team: whether it may always serve a contact type, wherever and however long that waits; teams that steps, ranks,
/// people kept free, conditions, guards or heads alone hold back are none of these.
fn serves(plan: &Plan, kind: usize) -> Vec<bool> {
    let (scenario, contact) = (&plan.scenario, &plan.scenario.contacts[kind]);
    let at_times = |team: &Team| {
        let limited = |member: &Membership| member.above_target == AboveTarget::StayIdle || member.while_.is_some();
        team.queues.iter().any(limited) || !team.skills_while.is_empty() || !team.keep_free.is_empty()
    };
    let always =
        |team: &Team| contact.level_of(team).is_some() && !at_times(team) && scenario.routing.guards.is_empty();
    let mut serves: Vec<bool> = scenario.teams.iter().map(always).collect();
    for (queue, _) in scenario.reach(contact).stays {
        for node in scenario.course(contact, queue) {
            for (serves, able) in serves.iter_mut().zip(scenario.able(contact, queue, &node)) {
                *serves &= able.is_some() && scenario.queues[queue.index()].scan == Scan::LookPast;
            }
        }
    }
    serves
}
