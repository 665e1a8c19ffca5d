//! Offering: at how many agents a contact of a queue rings, and what becomes of one that nobody answers.

use super::section::{Site, default, optional};
use crate::family::{Choice, Complaint, Kind, Setting, Settings, Value};
use crate::units::Span;

/// How the contacts of a queue are offered to agents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offering {
    /// At how many agents one contact rings at most.
    pub to: u32,
    /// Whether it rings only at people whom the steps and penalties of the queue put where the first of them is.
    pub first_pool: bool,
    /// One of these after the other, each after so long; `None`: all at once.
    pub every: Option<Span>,
    /// Whether only the first contact of the queue rings, and those behind it wait until it is answered or gone.
    pub serial: bool,
    /// Class of a contact that has been offered in vain [lower is served first]; `None`: it stays.
    pub returned_priority: Option<u16>,
    /// Whether a contact that has been offered in vain begins anew to wait, as far as its place is concerned.
    pub returned_age_is_reset: bool,
    /// How long a contact that was offered in vain to an agent is not offered to the same agent again.
    pub same_agent_after: Span,
}

impl Offering {
    /// To one agent after the other.
    pub(super) const USUAL: Self = Self {
        to: 1,
        first_pool: false,
        every: None,
        serial: false,
        returned_priority: None,
        returned_age_is_reset: false,
        same_agent_after: Span::ZERO,
    };
}

/// The setting of a queue.
pub(super) const OFFERING: Kind = Kind::Table(SETTINGS);

/// Most agents at whom one contact rings, unless it rings at all.
const MOST: u64 = 50;

static SETTINGS: &[Setting] = &[
    default(
        "to",
        Kind::Either(&[Kind::Count(1, MOST), Kind::Choice(ALL)]),
        "1",
        "at how many free agents a contact rings at once, at most; the first who accepts it has it. Whoever is its \
         `preferred_agent` is asked alone; only the first may put something on hold for it",
    ),
    default(
        "among",
        Kind::Choice(AMONG),
        "\"all\"",
        "at whom it rings of those who are free, where it rings at several",
    ),
    optional("every", Kind::Span, "rings at one more of them after each such time; without, at all of them at once"),
    default(
        "serial",
        Kind::Flag,
        "false",
        "whether only the first contact of the queue rings, and all behind it wait until it is answered or gone; \
         implies `scan = \"head-only\"`",
    ),
    optional(
        "returned_priority",
        Kind::Count(0, 65_535),
        "class of a contact that nobody answered to whom it was offered; lower is served first; without, it stays",
    ),
    default(
        "returned_age",
        Kind::Choice(AGES),
        "\"keep\"",
        "what wait counts for the place of a contact that nobody answered to whom it was offered",
    ),
    default(
        "same_agent_after",
        Kind::Span,
        "\"0s\"",
        "how long a contact is not offered again to an agent who did not answer it; `\"never\"` for ever",
    ),
];

const ALL: &[Choice] = &[Choice { word: "all", summary: "at everybody who is free and may serve it" }];

const AMONG: &[Choice] = &[
    Choice { word: "all", summary: "whoever may serve it, in the order in which agents are chosen" },
    Choice {
        word: "first-pool",
        summary: "those alone whom the steps and penalties of the queue put first of all who are free",
    },
];

const AGES: &[Choice] = &[
    Choice { word: "keep", summary: "what it had" },
    Choice { word: "reset", summary: "none: it goes behind those who wait with it" },
];

/// How the contacts of a queue are offered.
pub(super) fn offering(settings: &Settings, site: &mut Site<'_>) -> Option<Offering> {
    let Some(table) = settings.find_table("offers") else { return Some(Offering::USUAL) };
    let to = match table.find("to").map(|located| &located.value) {
        Some(Value::Count(count)) => *count as u32,
        _ => u32::MAX,
    };
    let every = table.find_span("every");
    if every.is_some() && to == 1 {
        let text = "`every` means nothing where a contact rings at one agent: `to` is 1";
        site.findings
            .complain(&table, Complaint::about("every", text).help("write `to = \"all\"`, or a number above 1"));
        return None;
    }
    if every.is_some_and(|every| every == Span::ZERO || every.is_never()) {
        let text = "expected a duration above 0s that ends";
        site.findings.complain(&table, Complaint::about("every", text).help("for all at once leave `every` out"));
        return None;
    }
    Some(Offering {
        to,
        first_pool: table.choice("among") == "first-pool",
        every,
        serial: table.flag("serial"),
        returned_priority: table.find_count("returned_priority").map(|class| class as u16),
        returned_age_is_reset: table.choice("returned_age") == "reset",
        same_agent_after: table.span("same_agent_after"),
    })
}
