//! Membership: which queues a team serves, which of them first, from which wait on, and at which times.

use super::condition::Condition;
use super::section::{Site, default, optional};
use crate::family::{Around, Kind, Located, Scope, Setting, Settings};
use crate::units::{QueueId, Span};

/// What a team does for one queue.
#[derive(Debug, Clone, PartialEq)]
pub struct Membership {
    /// The queue.
    pub queue: QueueId,
    /// People who become free take contacts of the queues with the lowest rank first.
    pub rank: u16,
    /// Contacts that have waited less are not seen.
    pub delay: Span,
    /// Of those who are free for a contact of the queue, those with the lowest are asked first.
    pub penalty: u16,
    /// It serves the queue only while this holds; `None`: always.
    pub while_: Option<Condition>,
}

/// The setting of a team.
pub(super) static QUEUES: Kind = Kind::Map(Some(Scope::Queues), &Kind::Table(SETTINGS));

static SETTINGS: &[Setting] = &[
    default(
        "rank",
        Kind::Count(0, 65_535),
        "1",
        "whoever becomes free takes contacts of the queue with the lowest rank first, whatever waits in others",
    ),
    default("delay", Kind::Span, "\"0s\"", "contacts that have waited less are not offered to this team"),
    default(
        "penalty",
        Kind::Count(0, 65_535),
        "0",
        "of those who are free for a contact, the people with the lowest penalty are asked first, before any key",
    ),
    optional(
        "while",
        Kind::Condition(Around::Queue),
        "the team serves the queue only while this holds, such as `\"switch.rush\"`; contacts in hand are finished",
    ),
];

/// The queues of a team; empty where it serves all alike.
pub(super) fn memberships(settings: &Settings, site: &mut Site<'_>) -> Option<Vec<Membership>> {
    let written = settings.find_map("queues").unwrap_or_default();
    let member = |(queue, located): &(String, Located)| {
        let table = located.table();
        let delay = site.finite(table, "delay")?;
        let queue = QueueId::of(site.names.position(Scope::Queues, queue));
        Some(Membership {
            queue,
            rank: table.count("rank") as u16,
            delay,
            penalty: table.count("penalty") as u16,
            while_: site.condition(table, "while", Around::Queue, queue),
        })
    };
    written.iter().map(member).collect()
}
