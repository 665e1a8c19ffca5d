//! Steps: who may serve the contacts of a queue as they wait longer, and in which class they wait.
//!
//! Before the first step, a contact may be served by whoever its type asks for.

use super::changes::{ADD_AGE, ADD_POINTS, ADD_TO_PRIORITY, Change, PRIORITY, SCORE};
use super::condition::Condition;
use super::requirement::Requirement;
use super::schedule::{Clock, Schedule};
use super::section::{Site, default, filled, optional};
use super::teams::SkillLevel;
use crate::family::{Around, Choice, Complaint, Kind, Scope, Setting, Settings, Value};
use crate::units::{QueueId, SkillId, Span, TeamId};

/// What changes for a contact that has waited so long.
#[derive(Debug, Clone)]
pub struct Step {
    /// When it begins.
    pub begins: Begins,
    /// When it begins if none before it is skipped or waits [time on the schedule's clock].
    pub at: Span,
    /// How long it lasts; `None`: until the next one begins.
    pub lasts: Option<Span>,
    /// What becomes of those who could serve the contact before.
    pub mode: Mode,
    /// What it takes from then on, in place of the skill, level and requirement of the contact type.
    pub requires: Option<Requirement>,
    /// Lowest level of the type's skill that will do from then on; `None`: the type's own.
    pub least_level: Option<u16>,
    /// Highest level of the type's skill that will do; `None`: any.
    pub most_level: Option<u16>,
    /// Skills that are not asked for any more.
    pub drop_skills: Vec<SkillId>,
    /// Skills that are asked for on top, at these levels.
    pub add_skills: Vec<SkillLevel>,
    /// Teams whose people the step is about; empty: all.
    pub teams: Vec<TeamId>,
    /// Lowest and highest penalty of the teams that the step is about; `None`: any.
    pub penalties: Option<(u16, u16)>,
    /// Lower penalties count as this from then on; `None`: they stay.
    pub raise_penalty_to: Option<u16>,
    /// What becomes of the contact's class, points and age.
    pub change: Change,
    /// The step is taken only if this holds; `None`: always.
    pub only_if: Option<Condition>,
    /// What happens when it does not.
    pub when_false: WhenFalse,
    /// The step is left out if this holds; `None`: never.
    pub skip_if: Option<Condition>,
}

/// When a step begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Begins {
    /// At this time on the schedule's clock.
    At(Span),
    /// When the one before has lasted as long as it says; at once where there is none.
    AfterOneBefore,
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

/// What happens to a step that is due while its condition does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhenFalse {
    /// It is left out, at once.
    Skip,
    /// It begins when the condition holds; those after it wait for it.
    Wait,
}

impl Step {
    /// Whether it asks for the state of the centre.
    pub fn is_conditional(&self) -> bool {
        self.only_if.is_some() || self.skip_if.is_some()
    }
}

/// The setting of a queue.
pub(super) const STEPS: Kind = Kind::List(&Kind::Table(SETTINGS));

static SETTINGS: &[Setting] = &[
    optional(
        "at",
        Kind::Span,
        "when it begins, by the `clock` of the queue's `schedule`: the wait in this queue, if that says nothing; none \
         earlier than the one before. Without, when the one before has lasted for its `for`; the first one at once",
    ),
    optional("for", Kind::Span, "how long it lasts, where the next one says no `at` or `after_last` says what follows"),
    default("mode", Kind::Choice(MODE), "\"add\"", "what becomes of those who could serve the contact before"),
    optional(
        "requires",
        Kind::Requirement,
        "what it takes to be counted in, in place of the skill, level and requirement of the contact type: \
         `\"billing >= 2\"`",
    ),
    optional("least_level", Kind::Count(1, 65_535), "lowest level of the contact type's skill that will do now"),
    optional("most_level", Kind::Count(1, 65_535), "highest level of the contact type's skill that will do now"),
    default(
        "drop_skills",
        Kind::List(&Kind::Name(Scope::Skills)),
        "[]",
        "skills that the contact type asks for and that are taken as held from now on",
    ),
    default(
        "add_skills",
        Kind::Map(Some(Scope::Skills), &Kind::Count(1, 65_535)),
        "{}",
        "skills, with the lowest level, that it takes on top to be counted in",
    ),
    default("teams", Kind::List(&Kind::Name(Scope::Teams)), "[]", "teams whose people are counted in; without, all"),
    optional(
        "penalties",
        Kind::List(&Kind::Count(0, 65_535)),
        "lowest and highest `penalty` for the queue of teams whose people are counted in; without, all",
    ),
    optional("raise_penalty_to", Kind::Count(0, 65_535), "lower penalties for the queue count as this from now on"),
    PRIORITY,
    ADD_TO_PRIORITY,
    SCORE,
    ADD_POINTS,
    ADD_AGE,
    optional("only_if", Kind::Condition(Around::Step), "it begins only if this holds when it is due"),
    default("when_false", Kind::Choice(WHEN_FALSE), "\"skip\"", "what happens when `only_if` does not hold"),
    optional(
        "skip_if",
        Kind::Condition(Around::Step),
        "it is left out if this holds when it is due: `\"step.staffed == 0\"`, `\"step.available == 0\"`",
    ),
];

const MODE: &[Choice] = &[
    Choice { word: "add", summary: "they still may; who comes with the step is ranked with them" },
    Choice {
        word: "add-after",
        summary: "they still may; who comes with the step is asked only when none of them is free",
    },
    Choice { word: "replace", summary: "they may no more" },
];

const WHEN_FALSE: &[Choice] = &[
    Choice { word: "skip", summary: "it is left out, and the next one is due at once if that needs no more time" },
    Choice { word: "wait", summary: "it begins as soon as the condition holds; those after it wait for it" },
];

/// Most steps of a queue that ask for the state of the centre.
const MOST_CONDITIONAL: usize = 8;

/// The steps of a queue, in order of time.
pub(super) fn steps(
    settings: &Settings,
    (here, schedule): (QueueId, &Schedule),
    site: &mut Site<'_>,
) -> Option<Vec<Step>> {
    if settings.find("steps").is_none() {
        return Some(Vec::new());
    }
    let list = site.findings.made(settings, filled(settings, "steps"))?;
    let steps: Vec<Option<Step>> = list.iter().map(|located| step(located.table(), here, site)).collect();
    let mut steps = steps.into_iter().collect::<Option<Vec<_>>>()?;
    let timed = timed(&mut steps, schedule);
    site.findings.made(settings, timed)?;
    if steps.iter().filter(|step| step.is_conditional()).count() > MOST_CONDITIONAL {
        let text = format!("more than {MOST_CONDITIONAL} steps have a condition, expected fewer");
        site.findings.complain(settings, Complaint::about("steps", text).help("join steps, or leave conditions out"));
        return None;
    }
    Some(steps)
}

/// Works out when steps begin if none is skipped or waits.
fn timed(steps: &mut [Step], schedule: &Schedule) -> Result<(), Complaint> {
    let mut before: Option<(Span, Option<Span>)> = None;
    for (number, step) in steps.iter_mut().enumerate() {
        step.at = match (step.begins, before) {
            (Begins::At(_), Some((_, Some(_)))) => {
                let text =
                    format!("step {} says `at`, and the one before says `for`, expected one of them", number + 1);
                return Err(Complaint::about("steps", text).help("leave one of them out"));
            }
            (Begins::AfterOneBefore, Some((_, None))) => {
                let text =
                    format!("step {} says no `at`, and the one before says no `for`: it never begins", number + 1);
                return Err(Complaint::about("steps", text).help("say when it begins with `at`"));
            }
            (Begins::At(at), Some((began, _))) if schedule.clock == Clock::SinceStepStart => began.plus(at),
            (Begins::At(at), _) => at,
            (Begins::AfterOneBefore, Some((began, Some(lasted)))) => began.plus(lasted),
            (Begins::AfterOneBefore, None) => Span::ZERO,
        };
        if let Some((began, _)) = before.filter(|(began, _)| *began > step.at) {
            let text =
                format!("the step at `{}` follows the one at `{began}`, expected times that do not fall", step.at);
            return Err(Complaint::about("steps", text).help("put the steps in order of `at`"));
        }
        before = Some((step.at, step.lasts));
    }
    Ok(())
}

fn step(table: &Settings, here: QueueId, site: &mut Site<'_>) -> Option<Step> {
    let some = |name, site: &mut Site<'_>| match table.find(name) {
        Some(_) => site.finite(table, name).map(Some),
        None => Some(None),
    };
    let (at, lasts) = (some("at", site)?, some("for", site)?);
    let requires = table.find_text("requires").map(|text| Requirement::new(text, &site.names.traits()));
    let level = |name| table.find_count(name).map(|level| level as u16);
    if requires.is_some() && (level("least_level").is_some() || level("most_level").is_some()) {
        let name = if level("least_level").is_some() { "least_level" } else { "most_level" };
        let text = format!("found both `requires` and `{name}`, expected one of them");
        let complaint = Complaint::about(name, text);
        site.findings.complain(table, complaint.help("write the level into the condition: `\"billing >= 2\"`"));
        return None;
    }
    let penalties = penalties(table);
    let (penalties, change) = (site.findings.made(table, penalties)?, Change::told(table, site));
    Some(Step {
        begins: at.map_or(Begins::AfterOneBefore, Begins::At),
        at: at.unwrap_or(Span::ZERO),
        lasts,
        mode: match table.choice("mode") {
            "add-after" => Mode::AddAfter,
            "replace" => Mode::Replace,
            _ => Mode::Add,
        },
        requires,
        least_level: level("least_level"),
        most_level: level("most_level"),
        drop_skills: named(table, "drop_skills", |name| SkillId::of(site.names.position(Scope::Skills, name))),
        add_skills: add_skills(table, site),
        teams: named(table, "teams", |name| TeamId::of(site.names.position(Scope::Teams, name))),
        penalties,
        raise_penalty_to: level("raise_penalty_to"),
        change: change?,
        only_if: site.condition(table, "only_if", Around::Step, here),
        when_false: if table.choice("when_false") == "wait" { WhenFalse::Wait } else { WhenFalse::Skip },
        skip_if: site.condition(table, "skip_if", Around::Step, here),
    })
}

fn named<Id>(table: &Settings, setting: &str, id: impl Fn(&str) -> Id) -> Vec<Id> {
    let id = |value: &Value| match value {
        Value::Text(name) => id(name),
        other => panic!("a list of names holds {other:?}"),
    };
    table.list(setting).iter().map(|located| id(&located.value)).collect()
}

fn add_skills(table: &Settings, site: &Site<'_>) -> Vec<SkillLevel> {
    let level = |value: &Value| if let Value::Count(level) = value { *level as u16 } else { 1 };
    let skill = |name: &str| SkillId::of(site.names.position(Scope::Skills, name));
    let written = table.map("add_skills");
    written.iter().map(|(name, located)| SkillLevel { skill: skill(name), level: level(&located.value) }).collect()
}

/// Lowest and highest penalty.
fn penalties(table: &Settings) -> Result<Option<(u16, u16)>, Complaint> {
    let Some(list) = table.find_list("penalties") else { return Ok(None) };
    let numbers: Vec<u16> =
        list.iter().map(|located| if let Value::Count(count) = located.value { count as u16 } else { 0 }).collect();
    match numbers[..] {
        [least, most] if least <= most => Ok(Some((least, most))),
        _ => {
            let text = "expected the lowest and the highest penalty, in this order";
            Err(Complaint::about("penalties", text).help("write it as [1, 3]"))
        }
    }
}
