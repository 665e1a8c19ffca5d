//! Diagnostics: what is wrong or suspect in a scenario, where exactly, and what to do about it.
//!
//! A diagnostic carries the line it points at, so that it can be shown or sent without the file.

use std::fmt;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use serde::Serialize;

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The scenario cannot be played.
    Error,
    /// It can be played, but probably does not mean what its author thinks.
    Warning,
}

/// One mistake or suspicion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong, in one sentence.
    pub message: String,
    /// Where it stands; `None` when it stands nowhere, as in a file that cannot be read.
    pub spot: Option<Spot>,
    /// What is allowed, or why it matters.
    pub notes: Vec<String>,
    /// What to do about it.
    pub help: Option<String>,
}

/// A stretch of one line of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Spot {
    /// The file as the user named it; `--set …` for an override.
    pub file: String,
    /// Line, counted from 1.
    pub line: usize,
    /// First character, counted from 1.
    pub column: usize,
    /// First character after the stretch, counted from 1.
    pub end_column: usize,
    /// The whole line.
    pub text: String,
    /// What is said right under the stretch.
    pub label: String,
}

impl Diagnostic {
    /// The diagnostic as people read it; `colour` is for terminals.
    pub fn render(&self, colour: bool) -> String {
        let level = match self.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let title = level.primary_title(self.message.as_str());
        let mut group = match &self.spot {
            Some(spot) => title.element(spot.snippet()),
            None => annotate_snippets::Group::with_title(title),
        };
        for note in &self.notes {
            group = group.element(Level::NOTE.message(note.as_str()));
        }
        if let Some(help) = &self.help {
            group = group.element(Level::HELP.message(help.as_str()));
        }
        let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
        renderer.term_width(200).render(&[group])
    }
}

impl Spot {
    fn snippet(&self) -> Snippet<'_, annotate_snippets::Annotation<'_>> {
        let stretch = byte_of(&self.text, self.column)..byte_of(&self.text, self.end_column);
        let label = (!self.label.is_empty()).then_some(self.label.as_str());
        Snippet::source(self.text.as_str())
            .path(self.file.as_str())
            .line_start(self.line)
            .annotation(AnnotationKind::Primary.span(stretch).label(label))
    }
}

/// Byte offset of a character counted from 1; the line's end when it has fewer.
fn byte_of(line: &str, column: usize) -> usize {
    line.char_indices().nth(column.saturating_sub(1)).map_or(line.len(), |(byte, _)| byte)
}

/// Everything found wrong with a scenario, errors and warnings, in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problems {
    /// At least one of them is an error.
    pub diagnostics: Vec<Diagnostic>,
}

impl Problems {
    /// All diagnostics as people read them, and how many there are; `colour` is for terminals.
    pub fn render(&self, colour: bool) -> String {
        render(&self.diagnostics, colour)
    }
}

/// Diagnostics as people read them, and how many there are; nothing for none.
pub fn render(diagnostics: &[Diagnostic], colour: bool) -> String {
    let mut parts: Vec<String> = diagnostics.iter().map(|diagnostic| diagnostic.render(colour)).collect();
    parts.extend(tally(diagnostics));
    parts.join("\n\n")
}

/// `2 errors, 1 warning`.
fn tally(diagnostics: &[Diagnostic]) -> Option<String> {
    let count = |severity| diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count();
    let words = [(count(Severity::Error), "error"), (count(Severity::Warning), "warning")];
    let parts: Vec<String> = words
        .iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, word)| format!("{number} {word}{}", if *number == 1 { "" } else { "s" }))
        .collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

impl fmt::Display for Problems {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.render(false))
    }
}

impl std::error::Error for Problems {}
