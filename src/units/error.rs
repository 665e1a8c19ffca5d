//! The refusal of a written quantity: what was found, what is expected, how to write it.

use std::fmt;

/// Why a text is not the quantity it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitError {
    /// What was written.
    pub found: String,
    /// What is expected, in words with an example.
    pub expected: &'static str,
}

impl UnitError {
    pub(crate) fn new(found: &str, expected: &'static str) -> Self {
        Self { found: found.to_owned(), expected }
    }
}

impl fmt::Display for UnitError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "found `{}`, expected {}", self.found, self.expected)
    }
}

impl std::error::Error for UnitError {}
