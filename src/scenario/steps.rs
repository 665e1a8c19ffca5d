//! Steps: who may serve the contacts of a queue as they wait longer, and in which class they wait.
//!
//! Before the first step, a contact may be served by whoever its type asks for.

use super::requirement::Requirement;
use super::section::{Site, default, filled, optional, required};
use crate::family::{Choice, Complaint, Kind, Scope, Setting, Settings, Value};
use crate::units::{Span, TeamId};

/// What changes for a contact that has waited so long.
#[derive(Debug, Clone)]
pub struct Step {
    /// Wait in this queue.
    pub at: Span,
    /// What becomes of those who could serve the contact before.
    pub mode: Mode,
    /// What it takes from then on, in place of the skill, level and requirement of the contact type.
    pub requires: Option<Requirement>,
    /// Lowest level of the type's skill that will do from then on; `None`: the type's own.
    pub least_level: Option<u16>,
    /// Teams whose people the step is about; empty: all.
    pub teams: Vec<TeamId>,
    /// Class from then on [lower is served first]; `None`: it stays.
    pub priority: Option<u16>,
}

/// What becomes of those who could serve a contact before a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// They still may; who comes with the step is ranked with them.
    Add,
    /// They still may; who comes with the step is asked only when none of them is free.
    AddAfter,
    /// They may no more.
    Replace,
}

/// The setting of a queue.
pub(super) const STEPS: Kind = Kind::List(&Kind::Table(SETTINGS));

static SETTINGS: &[Setting] = &[
    required("at", Kind::Span, "wait in this queue at which it takes effect; none earlier than the one before"),
    default("mode", Kind::Choice(MODE), "\"add\"", "what becomes of those who could serve the contact before"),
    optional(
        "requires",
        Kind::Requirement,
        "what it takes to be counted in, in place of the skill, level and requirement of the contact type: \
         `\"billing >= 2\"`",
    ),
    optional("least_level", Kind::Count(1, 65_535), "lowest level of the contact type's skill that will do now"),
    default("teams", Kind::List(&Kind::Name(Scope::Teams)), "[]", "teams whose people are counted in; without, all"),
    optional("priority", Kind::Count(0, 65_535), "class from now on; lower is served first; without, it stays"),
];

const MODE: &[Choice] = &[
    Choice { word: "add", summary: "they still may; who comes with the step is ranked with them" },
    Choice {
        word: "add-after",
        summary: "they still may; who comes with the step is asked only when none of them is free",
    },
    Choice { word: "replace", summary: "they may no more" },
];

/// The steps of a queue, in order of time.
pub(super) fn steps(settings: &Settings, site: &mut Site<'_>) -> Option<Vec<Step>> {
    if settings.find("steps").is_none() {
        return Some(Vec::new());
    }
    let list = site.findings.made(settings, filled(settings, "steps"))?;
    let steps: Vec<Option<Step>> = list.iter().map(|located| step(located.table(), site)).collect();
    let steps = steps.into_iter().collect::<Option<Vec<_>>>()?;
    if let Some(late) = steps.windows(2).position(|pair| pair[0].at > pair[1].at) {
        let (first, second) = (steps[late].at, steps[late + 1].at);
        let text = format!("the step at `{second}` follows the one at `{first}`, expected times that do not fall");
        site.findings.complain(settings, Complaint::about("steps", text).help("put the steps in order of `at`"));
        return None;
    }
    Some(steps)
}

fn step(table: &Settings, site: &mut Site<'_>) -> Option<Step> {
    let at = site.finite(table, "at")?;
    let requires = table.find_text("requires").map(|text| Requirement::new(text, &site.names.traits()));
    let least_level = table.find_count("least_level").map(|level| level as u16);
    if requires.is_some() && least_level.is_some() {
        let text = "found both `requires` and `least_level`, expected one of them";
        let complaint = Complaint::about("least_level", text);
        site.findings.complain(table, complaint.help("write the level into the condition: `\"billing >= 2\"`"));
        return None;
    }
    Some(Step {
        at,
        mode: match table.choice("mode") {
            "add-after" => Mode::AddAfter,
            "replace" => Mode::Replace,
            _ => Mode::Add,
        },
        requires,
        least_level,
        teams: teams(table, site),
        priority: table.find_count("priority").map(|priority| priority as u16),
    })
}

fn teams(table: &Settings, site: &Site<'_>) -> Vec<TeamId> {
    let id = |value: &Value| match value {
        Value::Text(team) => TeamId::of(site.names.position(Scope::Teams, team)),
        other => panic!("a list of teams holds {other:?}"),
    };
    table.list("teams").iter().map(|located| id(&located.value)).collect()
}
