//! A worker: one thread's tally and estimates, used again for every replication it plays.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use super::counted::play_counted;
use super::{LimitReached, Listener, Progress, Study, Watch};
use crate::plan::Plan;
use crate::random::Streams;
use crate::stats::{Estimates, Layout, Shape, Tally};

/// What all workers share: the next number to play, and whether to go on.
pub(super) struct Job<'a> {
    plan: &'a Plan,
    seed: u64,
    batches: bool,
    total: u64,
    watch: &'a Watch<'a>,
    next: AtomicU64,
    limit_met: AtomicBool,
    finished: AtomicU64,
    contacts: AtomicU64,
}

/// What one thread needs.
pub(super) struct Worker<L> {
    tally: Tally,
    listener: L,
    /// Everything this thread has played.
    pub(super) estimates: Estimates,
    /// Contacts that arrived in it.
    pub(super) contacts: u64,
    /// Events handled in it.
    pub(super) events: u64,
    /// Replications that met a limit, which are not counted.
    pub(super) limits: Vec<LimitReached>,
}

impl<'a> Job<'a> {
    pub(super) fn new(study: &'a Study<'_>, watch: &'a Watch<'a>) -> Self {
        let batches = study.batches();
        let total = if batches { 1 } else { study.replications.end - study.replications.start };
        let next = AtomicU64::new(study.replications.start);
        let (finished, contacts) = (AtomicU64::new(0), AtomicU64::new(0));
        let limit_met = AtomicBool::new(false);
        Self { plan: study.plan, seed: study.seed, batches, total, watch, next, limit_met, finished, contacts }
    }

    /// One past the last number that was taken.
    pub(super) fn taken(&self) -> u64 {
        self.next.load(Ordering::Acquire)
    }

    pub(super) fn limit_met(&self) -> bool {
        self.limit_met.load(Ordering::Acquire)
    }

    pub(super) fn cancelled(&self) -> bool {
        self.watch.cancel.load(Ordering::Relaxed)
    }

    /// The next number below `end`. Numbers are taken in order, and whoever takes one finishes it.
    fn take(&self, end: u64) -> Option<u64> {
        let go_on = |next: u64| (next < end && !self.cancelled() && !self.limit_met()).then(|| next + 1);
        self.next.fetch_update(Ordering::AcqRel, Ordering::Acquire, go_on).ok()
    }

    fn tell(&self, contacts: u64) {
        let finished = self.finished.fetch_add(1, Ordering::Relaxed) + 1;
        let contacts = self.contacts.fetch_add(contacts, Ordering::Relaxed) + contacts;
        (self.watch.progress)(Progress { finished, total: self.total, contacts });
    }
}

impl<L: Listener> Worker<L> {
    pub(super) fn new(layout: Layout, shape: Shape, listener: L) -> Self {
        let (tally, estimates) = (Tally::new(layout), Estimates::new(shape));
        Self { tally, listener, estimates, contacts: 0, events: 0, limits: Vec::new() }
    }

    /// Plays what nobody else has taken.
    pub(super) fn work(&mut self, job: &Job<'_>, end: u64) {
        while let Some(replication) = job.take(end) {
            self.play(replication, job);
        }
    }

    fn play(&mut self, replication: u64, job: &Job<'_>) {
        self.tally.clear();
        self.listener.begin(replication);
        let streams = Streams::new(job.seed, replication);
        let ending = play_counted(job.plan, streams, &mut self.tally, &mut self.listener);
        if let Some(limit) = ending.limit {
            self.limits.push(LimitReached { replication, at: ending.at, limit });
            job.limit_met.store(true, Ordering::Release);
            return;
        }
        if job.batches {
            self.estimates.absorb_batches(&self.tally);
        } else {
            self.estimates.absorb(&self.tally);
        }
        self.contacts += ending.contacts;
        self.events += ending.events;
        job.tell(ending.contacts);
    }
}
