//! Watching a study: who hears how far it is, who may end it, who hears every contact.

use std::sync::atomic::{AtomicBool, Ordering};

use crate::record::{Observer, Unwatched};

/// How far a study is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Replications that are finished.
    pub finished: u64,
    /// Replications that are asked for.
    pub total: u64,
    /// Contacts that arrived in the finished ones.
    pub contacts: u64,
}

/// Ties of a study to whoever started it.
#[derive(Clone, Copy)]
pub struct Watch<'a> {
    /// Set by others to end the study after the replications that are being played.
    pub cancel: &'a AtomicBool,
    /// Told after every replication, on the thread that played it.
    pub progress: &'a (dyn Fn(Progress) + Sync),
}

impl std::fmt::Debug for Watch<'_> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Watch").field("cancel", &self.cancel.load(Ordering::Relaxed)).finish_non_exhaustive()
    }
}

impl Watch<'static> {
    /// Nobody watches and nobody can end it.
    pub fn nobody() -> Self {
        static NEVER: AtomicBool = AtomicBool::new(false);
        Self { cancel: &NEVER, progress: &|_| {} }
    }
}

/// An observer that is told which replication it hears.
pub trait Listener: Observer + Send {
    /// What follows belongs to this replication.
    fn begin(&mut self, replication: u64);
}

impl Listener for Unwatched {
    fn begin(&mut self, _replication: u64) {}
}

impl<L: Listener> Listener for &mut L {
    fn begin(&mut self, replication: u64) {
        (**self).begin(replication);
    }
}
