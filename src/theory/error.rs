//! Why a model has no answer: a number out of range, a load nobody can carry, a goal nobody can meet.

use std::fmt;

use super::staffing::Goal;

/// Why a closed form has no answer.
#[derive(Debug, Clone, PartialEq)]
pub enum ModelError {
    /// A parameter lies outside its range.
    OutOfRange {
        /// The parameter's name.
        name: &'static str,
        /// What was given.
        found: f64,
        /// What is allowed, in words.
        expected: &'static str,
    },
    /// More work arrives than the agents can do, and nobody gives up, so the queue grows for ever.
    Overloaded {
        /// Work that arrives [erlangs].
        offered_load: f64,
        /// Agents present [agents].
        agents: u64,
    },
    /// Fewer lines than agents.
    TooFewLines {
        /// Contacts that fit in at once [contacts].
        lines: u64,
        /// Agents present [agents].
        agents: u64,
    },
    /// No number of agents reaches the goal.
    Unreachable {
        /// The goal that cannot be met.
        goal: Goal,
    },
    /// The model has more states than can be enumerated.
    TooManyStates {
        /// The most that are enumerated [states].
        most: usize,
    },
    /// There is no way back to the chain's first state, so there may be more than one long-run answer.
    Reducible {
        /// Position of a state without a way back.
        state: usize,
    },
    /// Transitions lead to a state that the chain does not have.
    UnknownState {
        /// Position of the state they start from.
        from: usize,
    },
    /// An iteration stopped before its residual was small enough.
    Unsettled {
        /// What is left of the balance equations, relative to the flow through them.
        residual: f64,
        /// What was asked for.
        wanted: f64,
    },
}

impl fmt::Display for ModelError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OutOfRange { name, found, expected } => {
                write!(out, "{name} is `{found}`: expected {expected}")
            }
            Self::Overloaded { offered_load, agents } => write!(
                out,
                "an offered load of `{offered_load}` erlangs grows without end with `{agents}` agents: \
                 add agents, or let contacts abandon"
            ),
            Self::TooFewLines { lines, agents } => {
                write!(out, "`{lines}` lines for `{agents}` agents: expected at least one line per agent")
            }
            Self::Unreachable { goal } => {
                write!(out, "no number of agents reaches {goal}: expected a weaker goal")
            }
            Self::TooManyStates { most } => write!(
                out,
                "the model has more than `{most}` states that matter: expected a lower load, fewer lines or less patience"
            ),
            Self::Reducible { state } => write!(
                out,
                "there is no way from state `{state}` back to the first one: expected a chain that always returns"
            ),
            Self::UnknownState { from } => write!(
                out,
                "a transition leaves state `{from}` for a state that is not in the chain: expected the states found when the chain was explored"
            ),
            Self::Unsettled { residual, wanted } => write!(
                out,
                "the iteration stopped at a residual of `{residual:e}`: expected `{wanted:e}`, ask for less or shrink the model"
            ),
        }
    }
}

impl std::error::Error for ModelError {}

/// Rejects what is not a finite number above zero.
pub(super) fn positive(name: &'static str, found: f64) -> Result<(), ModelError> {
    within(name, found, "a finite number above 0", found > 0.0 && found.is_finite())
}

/// Rejects what is not a finite number of zero or more.
pub(super) fn not_negative(name: &'static str, found: f64) -> Result<(), ModelError> {
    within(name, found, "a finite number of 0 or more", found >= 0.0 && found.is_finite())
}

/// Rejects numbers so large that sums over them, which take their root in steps, would not end.
pub(super) fn countable(name: &'static str, found: u64) -> Result<(), ModelError> {
    within(name, found as f64, "a number below 2^44", found < 1 << 44)
}

/// Rejects what is not a share from zero to one.
pub(super) fn share(name: &'static str, found: f64) -> Result<(), ModelError> {
    within(name, found, "a share from 0 to 1", (0.0..=1.0).contains(&found))
}

/// Rejects what is not a share strictly between zero and one.
pub(super) fn inner_share(name: &'static str, found: f64) -> Result<(), ModelError> {
    within(name, found, "a share above 0 and below 1", found > 0.0 && found < 1.0)
}

fn within(name: &'static str, found: f64, expected: &'static str, holds: bool) -> Result<(), ModelError> {
    if holds { Ok(()) } else { Err(ModelError::OutOfRange { name, found, expected }) }
}
