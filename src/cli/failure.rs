//! Failures: why a command did not do what was asked, and the exit code that says so.

use std::fmt::Display;
use std::process::ExitCode;

use super::output::say;
use crate::report::FolderError;
use crate::scenario::Problems;
use crate::study::compare::CompareError;
use crate::study::{MergeError, StudyError};

/// Why a command did not do what was asked.
#[derive(Debug)]
pub(super) enum Failure {
    /// The user asked for what cannot be; exit code 2.
    Mistake(String),
    /// The scenario is wrong; exit code 2.
    Scenario(Problems),
    /// Something else failed; exit code 1.
    Failed(String),
    /// Like `Mistake`, but everything has been said; exit code 2.
    SaidMistake,
    /// Like `Failed`, but everything has been said; exit code 1.
    SaidFailed,
    /// Interrupted, and everything has been said; exit code 130.
    Interrupted,
    /// Nobody reads the output any longer; exit code 0, as for a reader who has seen enough.
    NobodyReads,
}

/// Says what is left to say and gives the exit code.
pub(super) fn code(result: Result<(), Failure>) -> ExitCode {
    let Err(failure) = result else { return ExitCode::SUCCESS };
    match &failure {
        Failure::Mistake(text) | Failure::Failed(text) => say(&format!("error: {text}")),
        Failure::Scenario(problems) => say(problems.render(super::output::colour_on_stderr()).trim_end()),
        _ => {}
    }
    ExitCode::from(match failure {
        Failure::Mistake(_) | Failure::Scenario(_) | Failure::SaidMistake => 2,
        Failure::Failed(_) | Failure::SaidFailed => 1,
        Failure::Interrupted => 130,
        Failure::NobodyReads => 0,
    })
}

impl Failure {
    /// Something that the user can put right by other arguments.
    pub(super) fn mistake(what: impl Display) -> Self {
        Self::Mistake(what.to_string())
    }

    /// Several mistakes, each on lines of its own; at least one.
    pub(super) fn mistakes(what: &[String]) -> Self {
        Self::Mistake(what.join("\nerror: "))
    }
}

impl From<Problems> for Failure {
    fn from(problems: Problems) -> Self {
        Self::Scenario(problems)
    }
}

impl From<StudyError> for Failure {
    fn from(error: StudyError) -> Self {
        match error {
            StudyError::Cancelled => {
                say(&format!("error: {error}"));
                Self::Interrupted
            }
            StudyError::NothingToPlay | StudyError::BatchesFromTheMiddle(_) | StudyError::Goal(_) => {
                Self::mistake(error)
            }
            _ => Self::Failed(error.to_string()),
        }
    }
}

impl From<CompareError> for Failure {
    fn from(error: CompareError) -> Self {
        match error {
            CompareError::Mistakes(mistakes) => Self::mistakes(&mistakes),
            CompareError::Cancelled => {
                say(&format!("error: {error}"));
                Self::Interrupted
            }
            CompareError::Study(error) => error.into(),
            CompareError::Limit { .. } => Self::Failed(error.to_string()),
        }
    }
}

impl From<MergeError> for Failure {
    fn from(error: MergeError) -> Self {
        Self::mistake(error)
    }
}

impl From<FolderError> for Failure {
    fn from(error: FolderError) -> Self {
        match error {
            FolderError::NotAFolder(_) | FolderError::NotOurs(_) => Self::mistake(error),
            _ => Self::Failed(error.to_string()),
        }
    }
}
