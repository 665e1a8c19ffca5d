//! What there is to diagnose in a centre, and under which names it is told.

use serde::{Deserialize, Serialize};

use super::Diagnostic;
use crate::stats::ScopeKind;
use crate::units::Span;

/// Where no rule is stated.
pub const UNEXPLAINED: &str = "unexplained";

/// What there is to diagnose.
#[derive(Debug, Clone, Default)]
pub struct Centre {
    /// By queue: its name, and the wait beyond which a contact counts as starved.
    pub queues: Vec<(String, Span)>,
    /// Names of teams.
    pub teams: Vec<String>,
    /// Stays by number, as contacts name them.
    pub stays: Vec<Stay>,
    /// Time at the start that does not count.
    pub warm_up: Span,
    /// Every number that is told, in order.
    pub rows: Vec<DiagnosedRow>,
}

/// Contacts of one type in one queue.
#[derive(Debug, Clone, Default)]
pub struct Stay {
    /// The queue.
    pub queue: usize,
    /// Waits at which something changes, the first of them zero; empty where more than the wait decides.
    pub stages: Vec<Span>,
    /// By stage, which is a place of the course of the queue, then team: how they stand to each other.
    pub teams: Vec<Vec<Apart>>,
    /// By stage: steps of the queue that have been passed there; empty where it has none.
    pub passed: Vec<usize>,
    /// The rule for those whom nothing else keeps from a free agent: only the first of the queue may be taken, or contacts
    /// and agents are matched in rounds.
    pub otherwise: Option<&'static str>,
}

/// How a team stands to contacts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Apart {
    /// Its people never serve them.
    Never,
    /// Nothing keeps its people from them.
    Together,
    /// The rule of this keyword may.
    By(&'static str),
}

/// One number that is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DiagnosedRow {
    /// `DIAGNOSTIC` or `DIAGNOSTIC:CAUSE`.
    pub measure: String,
    /// What kind of thing it is about.
    pub of: ScopeKind,
    /// Name of that thing; empty for the whole centre.
    pub name: String,
}

impl Stay {
    /// The stage of a contact that has waited so long and was last told to be at a place of its course.
    pub(super) fn stage(&self, wait: Span, place: u32) -> usize {
        if self.has_own_course() {
            return place as usize;
        }
        self.stages.partition_point(|from| *from <= wait).saturating_sub(1)
    }

    /// Whether more than the wait decides at which stage a contact is.
    pub(super) fn has_own_course(&self) -> bool {
        self.stages.is_empty()
    }

    /// How a team stands to a contact of a stage.
    pub(super) fn apart(&self, stage: usize, team: usize) -> Apart {
        let teams = self.teams.get(stage).or(self.teams.last());
        teams.and_then(|teams| teams.get(team)).copied().unwrap_or(Apart::Never)
    }
}

impl DiagnosedRow {
    /// The row of a diagnostic, by cause where there is one.
    pub fn new(diagnostic: Diagnostic, cause: &str, of: ScopeKind, name: &str) -> Self {
        let keyword = diagnostic.keyword();
        let measure = if cause.is_empty() { keyword.to_owned() } else { format!("{keyword}:{cause}") };
        Self { measure, of, name: name.to_owned() }
    }

    /// The diagnostic, and the cause or the empty word; `None` for one that this version does not know.
    pub fn about(&self) -> Option<(Diagnostic, &str)> {
        read(&self.measure)
    }
}

/// The diagnostic and the cause of a measure's name.
pub fn read(measure: &str) -> Option<(Diagnostic, &str)> {
    let (keyword, cause) = measure.split_once(':').unwrap_or((measure, ""));
    let diagnostic = Diagnostic::find(keyword)?;
    (diagnostic.has_causes() != cause.is_empty()).then_some((diagnostic, cause))
}
