//! Findings: problems while they are collected, still pointing by place.

use crate::family::{Complaint, Place, Settings};
use crate::scenario::diagnostic::Severity;

/// One problem, not yet located in lines.
#[derive(Debug, Clone)]
pub(in crate::scenario) struct Finding {
    /// How bad it is.
    pub severity: Severity,
    /// Where; `None` for what stands nowhere.
    pub place: Option<Place>,
    /// What is wrong.
    pub message: String,
    /// What to say under the place.
    pub label: String,
    /// What is allowed, or why it matters.
    pub notes: Vec<String>,
    /// What to do.
    pub help: Option<String>,
}

impl Finding {
    /// An error at a place.
    pub(in crate::scenario) fn error(place: Place, message: impl Into<String>) -> Self {
        let message = message.into();
        let severity = Severity::Error;
        Self { severity, place: Some(place), message, label: String::new(), notes: Vec::new(), help: None }
    }

    /// A warning at a place.
    pub(in crate::scenario) fn warning(place: Place, message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(place, message) }
    }

    /// The same with words under the place.
    pub(in crate::scenario) fn label(self, label: impl Into<String>) -> Self {
        Self { label: label.into(), ..self }
    }

    /// The same with one more note.
    pub(in crate::scenario) fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    /// The same with advice, if there is any.
    pub(in crate::scenario) fn help(self, help: impl Into<Option<String>>) -> Self {
        Self { help: help.into(), ..self }
    }
}

/// Every problem found so far.
#[derive(Debug, Default)]
pub(in crate::scenario) struct Findings {
    /// In the order they were found.
    pub all: Vec<Finding>,
}

impl Findings {
    /// One more.
    pub(in crate::scenario) fn add(&mut self, finding: Finding) {
        self.all.push(finding);
    }

    /// What could be made of some settings, or the complaint about them.
    pub(in crate::scenario) fn made<T>(&mut self, settings: &Settings, result: Result<T, Complaint>) -> Option<T> {
        result.map_err(|complaint| self.complain(settings, complaint)).ok()
    }

    /// A family's complaint, pointed at the setting it is about.
    pub(in crate::scenario) fn complain(&mut self, settings: &Settings, complaint: Complaint) {
        let place = complaint.setting.map_or(settings.place, |name| settings.place_of(name));
        self.add(Finding::error(place, complaint.text).help(complaint.help));
    }

    /// Whether any of them is an error.
    pub(in crate::scenario) fn any_error(&self) -> bool {
        self.all.iter().any(|finding| finding.severity == Severity::Error)
    }
}
