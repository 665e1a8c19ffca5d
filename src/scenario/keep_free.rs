//! Reserves of teams: contacts that may not take the last free people, always as many, by the time of day, or as many
//! as it turns out to take.

use super::condition::Condition;
use super::read::Finding;
use super::section::{Site, default, optional, required};
use super::switches::some_time;
use crate::calendar::{COUNTS, EVERY, FROM, REPEAT, Steps, profile};
use crate::family::{Around, Complaint, Kind, Located, Setting, Settings, Value, did_you_mean};
use crate::units::{ContactTypeId, QueueId, Span};

/// Contacts that may take somebody of a team only if enough others stay free.
#[derive(Debug, Clone, PartialEq)]
pub struct KeepFree {
    /// The contact type, if the file names one.
    pub contact: Option<ContactTypeId>,
    /// The queue, if the file names one.
    pub queue: Option<QueueId>,
    /// Others of the team who must stay free.
    pub others: Others,
}

/// How many others must stay free.
#[derive(Debug, Clone, PartialEq)]
pub enum Others {
    /// Always so many.
    Always(u32),
    /// So many by time.
    ByTime(Steps),
    /// As many as it takes.
    Adaptive(Adaptive),
}

/// A number that is raised and lowered as the centre does.
#[derive(Debug, Clone, PartialEq)]
pub struct Adaptive {
    /// At the start of the run.
    pub start: u32,
    /// Never less.
    pub least: u32,
    /// Never more.
    pub most: u32,
    /// By how much it is raised or lowered.
    pub step: u32,
    /// Time between two looks.
    pub every: Span,
    /// Raised if this holds.
    pub raise_if: Option<Condition>,
    /// Lowered if this holds and it is not raised.
    pub lower_if: Option<Condition>,
}

impl Others {
    /// How it adapts, if it does.
    pub(super) fn adaptive(&self) -> Option<&Adaptive> {
        if let Self::Adaptive(adaptive) = self { Some(adaptive) } else { None }
    }

    /// The most that it ever asks for.
    pub fn most(&self) -> u32 {
        match self {
            Self::Always(others) => *others,
            Self::ByTime(steps) => steps.most() as u32,
            Self::Adaptive(adaptive) => adaptive.most,
        }
    }

    /// The fewest that it ever asks for.
    pub fn fewest(&self) -> u32 {
        match self {
            Self::Always(others) => *others,
            Self::ByTime(steps) => steps.pieces().map(|(_, _, others)| others as u32).min().unwrap_or(0),
            Self::Adaptive(adaptive) => adaptive.least,
        }
    }
}

/// What one reserve says.
pub(super) const RESERVE: Kind = Kind::Either(&[Kind::Count(0, 1_000_000), Kind::Table(SETTINGS)]);

static SETTINGS: &[Setting] = &[
    optional("others", COUNTS, "how many others must stay free: a number, or a list by interval"),
    EVERY,
    FROM,
    REPEAT,
    optional(
        "adapt",
        Kind::Table(ADAPT),
        "instead of `others`: a number that is raised and lowered as the centre does",
    ),
];

static ADAPT: &[Setting] = &[
    default("start", Kind::Count(0, 1_000_000), "0", "how many others must stay free at the start of the run"),
    default("least", Kind::Count(0, 1_000_000), "0", "never fewer"),
    required("most", Kind::Count(0, 1_000_000), "never more"),
    default("step", Kind::Count(1, 1_000_000), "1", "by how much it is raised or lowered"),
    required("every", Kind::Span, "time between two looks, from the start of the run"),
    optional(
        "raise_if",
        Kind::Condition(Around::Centre),
        "raised if this holds: `\"queue.loans.service_level < 80%\"`",
    ),
    optional("lower_if", Kind::Condition(Around::Centre), "lowered if this holds and `raise_if` does not"),
];

/// Reserves, by contact type or queue; a name that stands for both means either.
pub(super) fn keep_free(settings: &Settings, site: &mut Site<'_>) -> Option<Vec<KeepFree>> {
    let written = settings.find_map("keep_free").unwrap_or_default();
    let keeps: Vec<Option<KeepFree>> = written.iter().map(|(name, located)| reserve(name, located, site)).collect();
    keeps.into_iter().collect()
}

fn reserve(name: &str, located: &Located, site: &mut Site<'_>) -> Option<KeepFree> {
    let position = |known: &[String]| known.iter().position(|known| known == name);
    let (contact, queue) = (position(&site.names.contacts), position(&site.names.queues));
    if contact.is_none() && queue.is_none() {
        let known = || site.names.contacts.iter().chain(&site.names.queues).map(String::as_str);
        let message = format!("`keep_free`: `{name}` is not a contact type or queue");
        let finding = Finding::error(located.place, message).label("not defined").help(did_you_mean(name, known()));
        site.findings.add(finding);
        return None;
    }
    let others = match &located.value {
        Value::Count(others) => Others::Always(*others as u32),
        Value::Table(table) => others(table, site)?,
        other => panic!("`keep_free` holds {other:?}"),
    };
    Some(KeepFree { contact: contact.map(ContactTypeId::of), queue: queue.map(QueueId::of), others })
}

fn others(table: &Settings, site: &mut Site<'_>) -> Option<Others> {
    match (table.find("others"), table.find_table("adapt")) {
        (Some(_), None) => {
            site.warn_of_unheeded(table, "others", &[]);
            let steps = profile(table, "others", site.calendar);
            site.findings.made(table, steps).map(Others::ByTime)
        }
        (None, Some(adapt)) => adaptive(&adapt, site).map(Others::Adaptive),
        _ => {
            let complaint = Complaint::whole("expected either `others` or `adapt`");
            site.findings.complain(table, complaint.help("write `{ others = [2, 0], every = \"12h\" }`"));
            None
        }
    }
}

fn adaptive(table: &Settings, site: &mut Site<'_>) -> Option<Adaptive> {
    let count = |name| table.count(name) as u32;
    let (start, least, most) = (count("start"), count("least"), count("most"));
    if !(least..=most).contains(&start) {
        let text = format!("`start` is {start}, expected it from `least`, {least}, to `most`, {most}");
        site.findings.complain(table, Complaint::about("start", text));
        return None;
    }
    let condition = |name| site.condition(table, name, Around::Centre, QueueId(0));
    let (raise_if, lower_if) = (condition("raise_if"), condition("lower_if"));
    if raise_if.is_none() && lower_if.is_none() {
        let complaint = Complaint::whole("found neither `raise_if` nor `lower_if`: it never changes");
        site.findings.complain(table, complaint.help("write `raise_if = \"queue.NAME.service_level < 80%\"`"));
        return None;
    }
    let every = some_time(table, "every");
    let every = site.findings.made(table, every)??;
    Some(Adaptive { start, least, most, step: count("step"), every, raise_if, lower_if })
}
