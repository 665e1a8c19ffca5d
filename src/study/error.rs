//! Why a study gives no answer at all.

use std::fmt;

use rayon::ThreadPoolBuildError;

use super::{LimitReached, memory};
use crate::stats::Unlike;
use crate::stats::until::GoalError;

/// Why there is nothing to show for a study.
#[derive(Debug)]
pub enum StudyError {
    /// The range of replications is empty.
    NothingToPlay,
    /// Batch means were asked to begin at a later batch.
    BatchesFromTheMiddle(u64),
    /// The goal is about something that is not there.
    Goal(GoalError),
    /// Counting and reporting would take more memory than the scenario allows.
    Memory {
        /// What one thread needs [bytes].
        needed: u64,
        /// `limits.memory` [bytes].
        limit: u64,
    },
    /// The first replications met a limit, and none was finished.
    Limit(LimitReached, String),
    /// It was ended before a replication was finished.
    Cancelled,
    /// The system gave no threads.
    Threads(ThreadPoolBuildError),
    /// Estimates of one study do not fit together.
    Unlike(Unlike),
}

impl fmt::Display for StudyError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NothingToPlay => {
                out.write_str("found an empty range of replications, expected at least one, such as `20` or `0..20`")
            }
            Self::BatchesFromTheMiddle(first) => write!(
                out,
                "found replications from `{first}`, expected a number of batches such as `30`: `method = \"batch-means\"` \
                 plays one long run, which cannot be divided"
            ),
            Self::Goal(error) => write!(out, "the goal of precision cannot be met: {error}"),
            Self::Memory { needed, limit } => write!(
                out,
                "counting and reporting take {} on one thread, and `limits.memory` is {}: choose a longer `horizon.interval`, or \
                 raise the limit with `--set 'limits.memory=\"{} MiB\"'`",
                memory::size(*needed),
                memory::size(*limit),
                needed / 1_048_576 + 1
            ),
            Self::Limit(_, words) => write!(out, "{words}; no replication was finished"),
            Self::Cancelled => out.write_str("interrupted before a replication was finished; there is nothing to show"),
            Self::Threads(error) => write!(out, "the system gives no threads: {error}; ask for fewer with `--threads`"),
            Self::Unlike(error) => error.fmt(out),
        }
    }
}

impl std::error::Error for StudyError {}

impl From<GoalError> for StudyError {
    fn from(error: GoalError) -> Self {
        Self::Goal(error)
    }
}

impl From<ThreadPoolBuildError> for StudyError {
    fn from(error: ThreadPoolBuildError) -> Self {
        Self::Threads(error)
    }
}

impl From<Unlike> for StudyError {
    fn from(error: Unlike) -> Self {
        Self::Unlike(error)
    }
}
