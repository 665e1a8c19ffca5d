//! The list of diagnostics: each with its definition in words.

use crate::family::{Entry, Family, Member};
use crate::stats::measure::Unit;

/// One diagnostic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Diagnostic {
    /// Answers by the steps that a contact had passed.
    AnsweredAtStep,
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
    summary: "what `switchboard diagnose` looks for; with `horizon.diagnostics = true` they are measures of every run, \
              named `DIAGNOSTIC:CAUSE` where they have causes",
    bare: None,
    entries: &[
        entry(
            Diagnostic::AnsweredAtStep,
            "answered_at_step",
            "share of answered stays that had passed so many of the queue's steps: `0` is an answer before the first",
        ),
        entry(
            Diagnostic::IdleWhileWaiting,
            "idle_while_waiting",
            "time that contacts waited while somebody was available whose team serves such contacts, now or at another \
             wait, by the rule that kept them apart (`switchboard list rules`); `unexplained` is always zero",
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
             may serve one of those too at that moment, or by `ability`, when not",
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
    /// The diagnostic of this keyword.
    pub fn find(keyword: &str) -> Option<Self> {
        DIAGNOSTICS.entries.iter().find(|entry| entry.member.keyword == keyword).map(|entry| entry.make)
    }

    /// Its keyword.
    pub fn keyword(self) -> &'static str {
        DIAGNOSTICS.entries.iter().find(|entry| entry.make == self).map_or("", |entry| entry.member.keyword)
    }

    /// Unit of its numbers.
    pub const fn unit(self) -> Unit {
        match self {
            Self::IdleWhileWaiting | Self::LongestIdleWhileWaiting => Unit::Seconds,
            Self::Overtakes => Unit::Contacts,
            Self::AnsweredAtStep | Self::Starved => Unit::Share,
            Self::WorkloadSpread => Unit::Ratio,
        }
    }

    /// Whether it is one number a run, and not one number over another.
    pub const fn is_single(self) -> bool {
        !matches!(self, Self::AnsweredAtStep | Self::Starved)
    }

    /// Whether its numbers are told by cause.
    pub const fn has_causes(self) -> bool {
        matches!(self, Self::AnsweredAtStep | Self::IdleWhileWaiting | Self::Overtakes)
    }
}
