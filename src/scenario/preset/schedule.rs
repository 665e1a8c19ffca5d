//! Schedules of presets: stages that follow each other, and the steps of a queue that say the same.

use crate::family::{Complaint, Kind, Located, Scope, Setting, Settings, Value};
use crate::scenario::section::{default, optional};
use crate::units::Span;

/// A condition that counts agents in.
pub(super) const REQUIRES: Setting = optional(
    "requires",
    Kind::Requirement,
    "what it takes to be counted in, in place of what the contact type asks for: `\"billing >= 2\"`",
);

/// Teams that are counted in.
pub(super) const TEAMS: Setting =
    default("teams", Kind::List(&Kind::Name(Scope::Teams)), "[]", "teams whose people are counted in; without, all");

/// One step of a queue.
#[derive(Debug, Clone, Default)]
pub(super) struct Step {
    /// Wait at which it takes effect.
    pub(super) at: Span,
    /// What becomes of those who could serve the contact before.
    pub(super) mode: &'static str,
    /// Who is counted in; `None`: whom the contact type asks for.
    pub(super) requires: Option<String>,
    /// Teams that are counted in; empty: all.
    pub(super) teams: Vec<String>,
    /// Class from then on; `None`: it stays.
    pub(super) priority: Option<u64>,
    /// What must hold, or must not, when it is due: the setting of the step and its condition.
    pub(super) condition: Option<(&'static str, String)>,
    /// Skills that are taken as held from then on.
    pub(super) drop_skills: Vec<String>,
}

impl Step {
    /// A step that counts in whom a stage names.
    pub(super) fn of(stage: &Settings, at: Span, mode: &'static str) -> Self {
        let requires = stage.find_text("requires");
        let priority = stage.find_count("priority");
        Self { at, mode, requires, teams: names(stage, "teams"), priority, ..Self::default() }
    }

    /// A step that counts in whoever works for the queue.
    pub(super) fn anybody(at: Span, mode: &'static str) -> Self {
        Self { at, mode, requires: Some("true".to_owned()), ..Self::default() }
    }

    /// In TOML; `when` says when it begins.
    fn toml(&self, when: Option<String>) -> String {
        let mut keys: Vec<String> = when.into_iter().chain([format!("mode = {}", quoted(self.mode))]).collect();
        keys.extend(self.requires.iter().map(|requires| format!("requires = {}", quoted(requires))));
        if !self.teams.is_empty() {
            let teams: Vec<String> = self.teams.iter().map(|team| quoted(team)).collect();
            keys.push(format!("teams = [{}]", teams.join(", ")));
        }
        keys.extend(self.priority.map(|class| format!("priority = {class}")));
        keys.extend(self.condition.iter().map(|(key, condition)| format!("{key} = {}", quoted(condition))));
        if !self.drop_skills.is_empty() {
            let skills: Vec<String> = self.drop_skills.iter().map(|skill| quoted(skill)).collect();
            keys.push(format!("drop_skills = [{}]", skills.join(", ")));
        }
        format!("{{ {} }}", keys.join(", "))
    }
}

/// The value of `steps` that says this. Where a step may be left out, the next one is due at once, so that each says how
/// long it lasts and not when it begins.
pub(super) fn toml(steps: &[Step]) -> String {
    let may_be_left_out = steps.iter().any(|step| step.condition.is_some());
    let span = |key: &str, span: Span| format!("{key} = {}", quoted(&span.to_string()));
    let when = |number: usize| match steps.get(number + 1) {
        _ if !may_be_left_out => Some(span("at", steps[number].at)),
        Some(next) => Some(span("for", Span::ticks(next.at.as_ticks() - steps[number].at.as_ticks()))),
        None => None,
    };
    let steps: Vec<String> = steps.iter().enumerate().map(|(number, step)| step.toml(when(number))).collect();
    format!("[{}]", steps.join(", "))
}

/// The names in a list.
pub(super) fn names(settings: &Settings, list: &str) -> Vec<String> {
    let name = |located: &Located| if let Value::Text(name) = &located.value { Some(name.clone()) } else { None };
    settings.find_list(list).unwrap_or_default().iter().filter_map(name).collect()
}

/// A text in quotes, as TOML writes it.
pub(super) fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

/// Stages that follow each other.
#[derive(Debug)]
pub(super) struct Stages {
    /// Each with the wait at which it begins.
    pub(super) begin: Vec<(Span, Settings)>,
    /// The wait at which the last one ends; `None`: never.
    pub(super) end: Option<Span>,
}

/// The stages in a list, where `length` says how long each lasts; none where the list is not written.
pub(super) fn stages(settings: &Settings, list: &'static str, length: &'static str) -> Result<Stages, Complaint> {
    let mut stages = Stages { begin: Vec::new(), end: Some(Span::ZERO) };
    for (number, located) in settings.find_list(list).unwrap_or_default().iter().enumerate() {
        let stage = located.table();
        let Some(begins) = stages.end else {
            let text = format!("stage {number} of `{list}` never ends, expected no other after it");
            let help = format!("give it a time in `{length}`, or leave out what follows");
            return Err(Complaint::about(list, text).help(help));
        };
        let lasts = stage.find_span(length).filter(|span| !span.is_never());
        stages.begin.push((begins, stage.clone()));
        stages.end = lasts.map(|lasts| begins.plus(lasts));
    }
    Ok(stages)
}
