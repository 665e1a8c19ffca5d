//! The list of diagnostics: each with its definition in words.

use crate::family::{Entry, Family, Member};

/// One diagnostic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Diagnostic {
    /// Time that contacts wait beside a free agent.
    IdleWhileWaiting,
    /// Longest of these times.
    LongestIdleWhileWaiting,
    /// Contacts answered before an older one.
    Overtakes,
    /// Stays with a very long wait.
    Starved,
    /// How unevenly work is spread.
    WorkloadSpread,
}

/// Every diagnostic, sorted by keyword.
pub static DIAGNOSTICS: Family<Diagnostic> = Family {
    name: "diagnostics",
    summary: "what `switchboard diagnose` looks for",
    bare: None,
    entries: &[
        entry(
            Diagnostic::IdleWhileWaiting,
            "idle_while_waiting",
            "time that contacts waited while somebody was available who may serve them, by the rule that kept them apart; \
             `unexplained` is zero but for rounds, several queues and tried agents",
        ),
        entry(
            Diagnostic::LongestIdleWhileWaiting,
            "longest_idle_while_waiting",
            "the longest such time of one stay in a run, averaged over the runs",
        ),
        entry(
            Diagnostic::Overtakes,
            "overtakes",
            "contacts answered while one that had entered the same queue before them waited: by `order`, when the agent \
             may serve one of those too, or by `ability`, when not",
        ),
        entry(
            Diagnostic::Starved,
            "starved",
            "share of the stays in a queue that waited for more than ten times the threshold of its first service level",
        ),
        entry(
            Diagnostic::WorkloadSpread,
            "workload_spread",
            "standard deviation of people's occupancies over their mean, in a run, averaged over the runs; 0 is even",
        ),
    ],
};

const fn entry(make: Diagnostic, keyword: &'static str, summary: &'static str) -> Entry<Diagnostic> {
    Entry { member: Member { keyword, summary, main: None, settings: &[], example: keyword }, make }
}

impl Diagnostic {
    /// Its keyword.
    pub fn keyword(self) -> &'static str {
        DIAGNOSTICS.entries.iter().find(|entry| entry.make == self).map_or("", |entry| entry.member.keyword)
    }

    /// Unit of its numbers.
    pub const fn unit(self) -> &'static str {
        match self {
            Self::IdleWhileWaiting | Self::LongestIdleWhileWaiting => "s",
            Self::Overtakes => "contacts",
            Self::Starved => "share",
            Self::WorkloadSpread => "ratio",
        }
    }

    /// How many of what is counted make one of its unit: ticks, and millionths of a ratio.
    pub(super) const fn size(self) -> f64 {
        match self {
            Self::IdleWhileWaiting | Self::LongestIdleWhileWaiting | Self::WorkloadSpread => 1e6,
            Self::Overtakes | Self::Starved => 1.0,
        }
    }

    /// Kind of thing it is about.
    pub const fn of(self) -> &'static str {
        match self {
            Self::WorkloadSpread => "team",
            _ => "queue",
        }
    }
}
