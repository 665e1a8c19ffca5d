//! The player: replications of configurations, read measure by measure and kept in the order of their numbers.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};
use rayon::{ThreadPool, ThreadPoolBuilder};

use super::check::Ready;
use super::{Compare, CompareError};
use crate::plan::Plan;
use crate::random::Streams;
use crate::record::Unwatched;
use crate::stats::Tally;
use crate::stats::compare::{Probe, Sums};
use crate::study::counted::play_counted;
use crate::study::{LimitReached, Progress, Watch};

/// Replications of everybody that are played before the next ones, so that an interruption leaves all with as many.
pub(super) const BLOCK: u64 = 16;

/// What was read of one configuration.
#[derive(Debug, Clone, Default)]
pub(super) struct Played {
    /// By measure, then replication; empty sums where there is no such measure.
    pub(super) sums: Vec<Vec<Sums>>,
    /// Replications played.
    pub(super) count: u64,
    /// Contacts that arrived in them.
    pub(super) contacts: u64,
    /// Events handled in them.
    pub(super) events: u64,
}

/// What was read of everybody so far.
pub(super) struct Player<'a> {
    compare: &'a Compare<'a>,
    ready: &'a Ready,
    watch: &'a Watch<'a>,
    pool: ThreadPool,
    /// By configuration.
    pub(super) played: Vec<Played>,
    finished: AtomicU64,
    contacts: AtomicU64,
    limit_met: AtomicBool,
}

/// One replication to play: configuration and number from the first.
type Task = (usize, u64);

/// What one replication gives.
struct Read {
    sums: Vec<Sums>,
    contacts: u64,
    events: u64,
}

impl<'a> Player<'a> {
    pub(super) fn new(compare: &'a Compare<'a>, ready: &'a Ready, watch: &'a Watch<'a>) -> Result<Self, CompareError> {
        let pool = ThreadPoolBuilder::new().num_threads(ready.threads).build()?;
        let none = Played { sums: vec![Vec::new(); compare.subjects().len()], ..Played::default() };
        Ok(Self {
            compare,
            ready,
            watch,
            pool,
            played: vec![none; compare.configurations.len()],
            finished: AtomicU64::new(0),
            contacts: AtomicU64::new(0),
            limit_met: AtomicBool::new(false),
        })
    }

    /// Replications that everybody has played.
    pub(super) fn common(&self) -> u64 {
        self.played.iter().map(|played| played.count).min().unwrap_or(0)
    }

    /// Where a configuration counts a measure.
    pub(super) fn probe_of(&self, who: usize, row: usize) -> Option<&'a Probe> {
        self.ready.probes[who][row].as_ref()
    }

    /// Where the first configuration that has a measure counts it.
    pub(super) fn probe(&self, row: usize) -> Option<&'a Probe> {
        self.ready.probes.iter().find_map(|probes| probes[row].as_ref())
    }

    /// Whether somebody ended it.
    pub(super) fn cancelled(&self) -> bool {
        self.watch.cancel.load(Ordering::Relaxed)
    }

    /// Plays these configurations until each has so many replications, or until somebody ends it.
    pub(super) fn play(&mut self, who: &[usize], count: u64) -> Result<(), CompareError> {
        let mut end = who.iter().map(|&who| self.played[who].count).min().unwrap_or(count);
        while end < count && !self.cancelled() {
            end = end.saturating_add(BLOCK).min(count);
            let missing = |&who: &usize| (self.played[who].count..end).map(move |number| (who, number));
            self.play_all(&who.iter().flat_map(missing).collect::<Vec<_>>())?;
        }
        Ok(())
    }

    /// Plays a block and keeps it, unless somebody ended it in between.
    fn play_all(&mut self, tasks: &[Task]) -> Result<(), CompareError> {
        // Each thread keeps the tally of the configuration it played last.
        let one = |kept: &mut Option<(usize, Tally)>, task: &Task| self.play_one(kept, *task);
        let read: Vec<_> = self.pool.install(|| tasks.par_iter().map_init(|| None, one).collect());
        let limit = read.iter().zip(tasks).find_map(|(read, task)| Some((task.0, *read.as_ref()?.as_ref().err()?)));
        if let Some((who, limit)) = limit {
            let configuration = &self.compare.configurations[who];
            let words = limit.words(configuration.plan);
            return Err(CompareError::Limit { configuration: configuration.name.clone(), words });
        }
        let read: Option<Vec<Read>> = read.into_iter().map(|read| read.and_then(Result::ok)).collect();
        for ((who, _), read) in tasks.iter().zip(read.into_iter().flatten()) {
            self.played[*who].keep(read);
        }
        Ok(())
    }

    /// One replication; `None` when it is not played because somebody ended it.
    fn play_one(&self, kept: &mut Option<(usize, Tally)>, (who, number): Task) -> Option<Result<Read, LimitReached>> {
        if self.cancelled() || self.limit_met.load(Ordering::Relaxed) {
            return None;
        }
        if kept.as_ref().is_none_or(|(other, _)| *other != who) {
            *kept = Some((who, Tally::new(self.ready.layouts[who].clone())));
        }
        let (_, tally) = kept.as_mut()?;
        let read = self.read(tally, self.compare.configurations[who].plan, (who, number));
        match &read {
            Ok(read) => self.tell(read.contacts),
            Err(_) => self.limit_met.store(true, Ordering::Relaxed),
        }
        Some(read)
    }

    fn read(&self, tally: &mut Tally, plan: &Plan, (who, number): Task) -> Result<Read, LimitReached> {
        let replication = self.compare.replications.start.saturating_add(number);
        tally.clear();
        let ending = play_counted(plan, Streams::new(self.compare.seed, replication), tally, Unwatched);
        if let Some(limit) = ending.limit {
            return Err(LimitReached { replication, at: ending.at, limit });
        }
        let probes = self.ready.probes[who].iter();
        let sums = probes.map(|probe| probe.as_ref().map_or_else(Sums::default, |probe| probe.read(tally)));
        Ok(Read { sums: sums.collect(), contacts: ending.contacts, events: ending.events })
    }

    fn tell(&self, contacts: u64) {
        let finished = self.finished.fetch_add(1, Ordering::Relaxed) + 1;
        let contacts = self.contacts.fetch_add(contacts, Ordering::Relaxed) + contacts;
        let total = self.compare.count().saturating_mul(self.compare.configurations.len() as u64).max(finished);
        (self.watch.progress)(Progress { finished, total, contacts });
    }
}

impl Played {
    fn keep(&mut self, read: Read) {
        self.sums.iter_mut().zip(read.sums).for_each(|(all, sums)| all.push(sums));
        self.count += 1;
        self.contacts += read.contacts;
        self.events += read.events;
    }
}
