//! What one run has counted, as the estimates read it: whole numbers by thing and interval.
//!
//! It never changes while it is read, and it knows no means, no ratios and no confidence.

use serde::{Deserialize, Serialize};

use super::{Counts, WaitHistogram};

/// What kind of thing a number is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[repr(u8)]
pub enum ScopeKind {
    /// The whole centre.
    All,
    /// One queue.
    Queue,
    /// One contact type.
    Contacts,
    /// One channel.
    Channel,
    /// One team.
    Team,
}

impl ScopeKind {
    /// Every kind, in the order of their numbers.
    pub const ALL: [Self; 5] = [Self::All, Self::Queue, Self::Contacts, Self::Channel, Self::Team];

    /// The word in reports and goals.
    pub const fn word(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Queue => "queue",
            Self::Contacts => "contacts",
            Self::Channel => "channel",
            Self::Team => "team",
        }
    }
}

/// One thing that numbers are about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scope {
    /// What kind of thing.
    pub of: ScopeKind,
    /// Its name in the scenario; empty for the whole centre.
    pub name: String,
}

/// A further service-level definition that is counted beside the first one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExtraLevel {
    /// Row of the thing in `Tallied::scopes`.
    pub scope: usize,
    /// Name of the definition.
    pub name: String,
}

/// Everything one run has counted.
pub trait Tallied {
    /// The things that were counted, in the order of the scenario.
    fn scopes(&self) -> &[Scope];

    /// Number of reporting intervals after the warm-up.
    fn intervals(&self) -> usize;

    /// Adds everything counted about one thing in one interval.
    fn add_to(&self, scope: usize, interval: usize, counts: &mut Counts);

    /// Everything counted about one thing in one interval.
    fn counts(&self, scope: usize, interval: usize) -> Counts {
        let mut counts = Counts::default();
        self.add_to(scope, interval, &mut counts);
        counts
    }

    /// Adds the waits of stays that ended in an answer, of one thing in one interval; asked for only where they are kept
    /// by interval.
    fn waits(&self, scope: usize, interval: usize, into: &mut WaitHistogram);

    /// The further service-level definitions.
    fn extra_levels(&self) -> &[ExtraLevel];

    /// Stays above and below the line of one further definition in one interval [millionths of a stay].
    fn extra(&self, level: usize, interval: usize) -> (u64, u64);

    /// What was diagnosed, above and below the line, for one row of the shape; a number of its own stands over 1, and over
    /// 0 where there is none.
    fn diagnosed(&self, _row: usize) -> (u64, u64) {
        (0, 0)
    }

    /// Everything counted about one thing over all intervals.
    fn total(&self, scope: usize) -> Counts {
        let mut total = Counts::default();
        (0..self.intervals()).for_each(|interval| total.absorb(&self.counts(scope, interval)));
        total
    }

    /// Adds the waits of one thing over all intervals; worth writing anew for those who keep them already summed.
    fn all_waits(&self, scope: usize, into: &mut WaitHistogram) {
        (0..self.intervals()).for_each(|interval| self.waits(scope, interval, into));
    }
}
