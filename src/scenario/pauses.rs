//! Pauses: customers of one contact who fall silent and write again later.
//!
//! After each stretch of work the customer says nothing for a while, until no work is left. Whoever says nothing for
//! long enough becomes inactive: the agent's room is free for others, and the contact stays the agent's.

use super::section::{Site, default, optional, required};
use super::turns::{Turns, turns};
use crate::family::{Choice, Complaint, Kind, Setting, Settings};
use crate::random::Distribution;
use crate::random::distribution::DISTRIBUTIONS;
use crate::units::Span;

/// When customers of a contact type fall silent, for how long, and what that means.
#[derive(Debug, Clone)]
pub struct Pauses {
    /// Work from one pause to the next, at normal speed.
    pub after: Distribution,
    /// How long the customer is silent.
    pub length: Distribution,
    /// Silence after which the contact is inactive; never where it never is.
    pub inactive_after: Span,
    /// What happens when the customer of an inactive contact writes and its agent has no room.
    pub without_room: WithoutRoom,
    /// How long it waits for its agent then, before anybody may take it.
    pub owner_wait: Span,
    /// Whether the customer and the agent take turns, and what else becomes of that.
    pub turns: Option<Turns>,
}

/// What happens to a contact that becomes active again when its agent has no room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WithoutRoom {
    /// The agent takes it all the same.
    Exceed,
    /// It waits in its queue, first for its agent.
    OwnerFirst,
    /// It waits in its queue for anybody.
    Requeue,
}

/// The setting of a contact type.
pub(super) const PAUSES: Kind = Kind::Table(SETTINGS);

static SETTINGS: &[Setting] = &[
    required(
        "after",
        Kind::Family(&DISTRIBUTIONS),
        "work from one pause to the next, at normal speed; the rest of `talk` follows",
    ),
    required("length", Kind::Family(&DISTRIBUTIONS), "how long the customer is silent"),
    optional(
        "inactive_after",
        Kind::Span,
        "silence after which the contact takes no room of its agent, whose it stays; without, it always takes room",
    ),
    WITHOUT_ROOM,
    OWNER_WAIT,
];

/// What happens to an inactive contact whose customer writes.
pub(super) const WITHOUT_ROOM: Setting = default(
    "without_room",
    Kind::Choice(WAYS),
    "\"owner-first\"",
    "what happens when the customer of an inactive contact writes and its agent has no room",
);

/// How long it stays its agent's.
pub(super) const OWNER_WAIT: Setting =
    default("owner_wait", Kind::Span, "\"1m\"", "how long it waits for its agent then, before anybody may take it");

const WAYS: &[Choice] = &[
    Choice {
        word: "exceed",
        summary: "the agent takes it all the same, unless away, and has no room for others until there is some",
    },
    Choice {
        word: "owner-first",
        summary: "it waits in its queue, for `owner_wait` for its agent alone, then for anybody",
    },
    Choice { word: "requeue", summary: "it waits in its queue for anybody" },
];

/// When customers fall silent, as `pauses` or `turns` say.
pub(super) fn silences(settings: &Settings, site: &mut Site<'_>) -> Option<Pauses> {
    match (settings.find_table("pauses"), settings.find_table("turns")) {
        (Some(_), Some(_)) => {
            let text = "found both `pauses` and `turns`, expected one of them";
            let help = "in `turns`, what follows a reply is `customer`, and it knows `inactive_after` too";
            site.findings.complain(settings, Complaint::about("pauses", text).help(help));
            None
        }
        (Some(table), None) => pauses(&table, site),
        (None, table) => turns(&table?, site),
    }
}

/// The pauses of these settings.
fn pauses(table: &Settings, site: &mut Site<'_>) -> Option<Pauses> {
    let (after, length) = (site.duration(table, "after"), site.duration(table, "length"));
    let after = after?;
    if after.mean() == 0.0 {
        let text = "no work is done between two pauses, and the contact never ends";
        site.findings.complain(table, Complaint::about("after", text).help("let some time pass, such as \"1m\""));
        return None;
    }
    Some(Pauses {
        after,
        length: length?,
        inactive_after: table.find_span("inactive_after").unwrap_or(Span::NEVER),
        without_room: without_room(table),
        owner_wait: table.span("owner_wait"),
        turns: None,
    })
}

/// The word in these settings.
pub(super) fn without_room(table: &Settings) -> WithoutRoom {
    match table.choice("without_room") {
        "exceed" => WithoutRoom::Exceed,
        "requeue" => WithoutRoom::Requeue,
        _ => WithoutRoom::OwnerFirst,
    }
}
