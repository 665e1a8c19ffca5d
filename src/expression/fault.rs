//! Faults: what is wrong in an expression, where in its text, and what to do about it.

/// A part of an expression's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stretch {
    /// First byte.
    pub start: usize,
    /// First byte after it.
    pub end: usize,
}

impl Stretch {
    /// From the first byte of one part to the last of another.
    #[must_use]
    pub fn to(self, last: Self) -> Self {
        Self { start: self.start, end: last.end }
    }
}

/// One mistake in an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where it stands.
    pub place: Stretch,
    /// What is wrong: found and expected.
    pub text: String,
    /// What is allowed.
    pub note: Option<String>,
    /// What to do about it.
    pub help: Option<String>,
}

impl Fault {
    /// A fault at a place.
    pub(super) fn at(place: Stretch, text: impl Into<String>) -> Self {
        Self { place, text: text.into(), note: None, help: None }
    }

    /// The same with what is allowed.
    pub(super) fn note(self, note: impl Into<String>) -> Self {
        Self { note: Some(note.into()), ..self }
    }

    /// The same with advice, if there is any.
    pub(super) fn help(self, help: impl Into<Option<String>>) -> Self {
        Self { help: help.into(), ..self }
    }
}
