//! Membership: which queues a team serves, which of them first, and from which wait on.

use super::section::{Site, default};
use crate::family::{Kind, Located, Scope, Setting, Settings};
use crate::units::{QueueId, Span};

/// What a team does for one queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Membership {
    /// The queue.
    pub queue: QueueId,
    /// People who become free take contacts of the queues with the lowest rank first.
    pub rank: u16,
    /// Contacts that have waited less are not seen.
    pub delay: Span,
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
];

/// The queues of a team; empty where it serves all alike.
pub(super) fn memberships(settings: &Settings, site: &mut Site<'_>) -> Option<Vec<Membership>> {
    let written = settings.find_map("queues").unwrap_or_default();
    let member = |(queue, located): &(String, Located)| {
        let table = located.table();
        let delay = site.finite(table, "delay")?;
        let queue = QueueId::of(site.names.position(Scope::Queues, queue));
        Some(Membership { queue, rank: table.count("rank") as u16, delay })
    };
    written.iter().map(member).collect()
}
