//! The layout of a tally: what there is to count, known before a run starts.

use std::sync::Arc;

use crate::stats::diagnosis::Centre;
use crate::stats::{BookedIn, ClockStart, ExtraLevel, Scope, ScopeKind, ServiceLevel};
use crate::units::{Instant, Span};

/// What there is to count in a centre.
#[derive(Debug, Clone)]
pub struct Layout {
    /// Contact types: name, keyword of the channel, and whether their customers may come again.
    pub kinds: Vec<KindLayout>,
    /// Queues: name and service levels.
    pub queues: Vec<QueueLayout>,
    /// Teams: name and cost of one person [money per hour].
    pub teams: Vec<(String, f64)>,
    /// Stays by number, as contacts name them: type and queue.
    pub pairs: Vec<(u32, u32)>,
    /// Time at the start that is not counted.
    pub warm_up: Span,
    /// Length of an interval.
    pub interval: Span,
    /// End of the horizon.
    pub end: Instant,
    /// How finely waits are kept for quantiles.
    pub waits: WaitsKept,
    /// What is to be diagnosed, if anything is.
    pub diagnosed: Option<Arc<Centre>>,
}

/// How finely waits are kept for quantiles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WaitsKept {
    /// For the whole horizon after the warm-up; those of one interval are not known.
    Together,
    /// For each interval.
    ByInterval,
}

/// A contact type to be counted.
#[derive(Debug, Clone)]
pub struct KindLayout {
    /// Its name.
    pub name: String,
    /// Keyword of its channel.
    pub channel: &'static str,
    /// Whether its customers may come again.
    pub returns: bool,
}

/// A queue to be counted.
#[derive(Debug, Clone)]
pub struct QueueLayout {
    /// Its name.
    pub name: String,
    /// What counts as good service in it; never empty.
    pub levels: Vec<ServiceLevel>,
}

impl QueueLayout {
    /// Whether the plain grades, counted from the entry to the queue and booked there, serve for its first level.
    pub(super) fn first_is_plain(&self) -> bool {
        let first = &self.levels[0];
        first.clock == ClockStart::Enqueue && first.open.is_none() && first.booked == BookedIn::Arrival
    }

    /// Levels that need grades of their own.
    pub(super) fn viewed(&self) -> impl Iterator<Item = usize> + '_ {
        usize::from(self.first_is_plain())..self.levels.len()
    }
}

impl Layout {
    /// Number of intervals after the warm-up, at least one.
    pub fn intervals(&self) -> usize {
        let counted = self.end.as_ticks().saturating_sub(self.warm_up.as_ticks());
        counted.div_ceil(self.interval.as_ticks().max(1)).max(1) as usize
    }

    /// When an interval starts.
    pub fn starts(&self, interval: usize) -> Instant {
        let after = self.interval.as_ticks().saturating_mul(interval as u64);
        Instant::START + self.warm_up + Span::ticks(after)
    }

    /// Length of an interval; the last may be shorter.
    pub(super) fn length(&self, interval: usize) -> u64 {
        self.starts(interval + 1).min(self.end).since(self.starts(interval)).as_ticks()
    }

    /// Channels in use, in order of first mention.
    pub(super) fn channels(&self) -> Vec<&'static str> {
        let mut channels = Vec::new();
        for kind in &self.kinds {
            if !channels.contains(&kind.channel) {
                channels.push(kind.channel);
            }
        }
        channels
    }

    /// Everything that numbers are about: the centre, queues, contact types, channels, teams.
    pub fn scopes(&self) -> Vec<Scope> {
        let scope = |of, name: &str| Scope { of, name: name.to_owned() };
        let mut scopes = vec![scope(ScopeKind::All, "")];
        scopes.extend(self.queues.iter().map(|queue| scope(ScopeKind::Queue, &queue.name)));
        scopes.extend(self.kinds.iter().map(|kind| scope(ScopeKind::Contacts, &kind.name)));
        scopes.extend(self.channels().iter().map(|channel| scope(ScopeKind::Channel, channel)));
        scopes.extend(self.teams.iter().map(|(team, _)| scope(ScopeKind::Team, team)));
        scopes
    }

    /// Service levels beyond the first of each queue.
    pub fn extra_levels(&self) -> Vec<ExtraLevel> {
        let mut extra = Vec::new();
        for (queue, layout) in self.queues.iter().enumerate() {
            for level in &layout.levels[1..] {
                extra.push(ExtraLevel { scope: 1 + queue, name: level.name.clone() });
            }
        }
        extra
    }

    /// Memory that one replication's counts take [bytes].
    pub fn bytes(&self) -> u64 {
        let rows = self.intervals() as u64 + 1;
        let cells = self.pairs.len() * size_of::<super::cells::StayCell>()
            + self.kinds.len() * (size_of::<super::cells::KindCell>() + size_of::<super::cells::FlowCell>())
            + self.teams.len() * size_of::<super::cells::TeamCell>();
        let waits = (self.pairs.len() * super::WaitHistogram::BYTES) as u64;
        rows.saturating_mul(cells as u64).saturating_add(waits.saturating_mul(self.last_row_of_waits() as u64 + 1))
    }

    /// The last row of waits; row 0 holds the warm-up.
    pub(super) fn last_row_of_waits(&self) -> usize {
        match self.waits {
            WaitsKept::Together => 1,
            WaitsKept::ByInterval => self.intervals(),
        }
    }
}
