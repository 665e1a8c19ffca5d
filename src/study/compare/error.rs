//! Why a comparison gives no answer at all.

use std::fmt;

use rayon::ThreadPoolBuildError;

use crate::study::StudyError;

/// Why there is nothing to show for a comparison.
#[derive(Debug)]
pub enum CompareError {
    /// It was asked for what cannot be; one sentence for each mistake, at least one.
    Mistakes(Vec<String>),
    /// A replication of a configuration met a limit.
    Limit {
        /// Name of the configuration.
        configuration: String,
        /// Which limit, where, and what to do.
        words: String,
    },
    /// It was ended before two replications of everybody were finished.
    Cancelled,
    /// What stands against any study.
    Study(StudyError),
}

impl fmt::Display for CompareError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Mistakes(mistakes) => out.write_str(&mistakes.join("\n")),
            Self::Limit { configuration, words } => write!(out, "in `{configuration}`, {words}"),
            Self::Cancelled => out.write_str(
                "interrupted before two replications of every configuration were finished; there is nothing to show",
            ),
            Self::Study(error) => error.fmt(out),
        }
    }
}

impl std::error::Error for CompareError {}

impl From<StudyError> for CompareError {
    fn from(error: StudyError) -> Self {
        Self::Study(error)
    }
}

impl From<ThreadPoolBuildError> for CompareError {
    fn from(error: ThreadPoolBuildError) -> Self {
        Self::Study(error.into())
    }
}
