//! Waiting in several queues at once: where else the contacts of a queue wait, from which wait on.

use super::section::{Site, default, optional, required};
use crate::family::{Complaint, Kind, Scope, Setting, Settings};
use crate::units::{QueueId, Span};

/// Another queue in which contacts wait, too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AlsoIn {
    /// The queue.
    pub queue: QueueId,
    /// Wait in the first queue from which they do.
    pub at: Span,
    /// Class there [lower is served first]; `None`: the contact type's.
    pub priority: Option<u16>,
}

/// The setting of a queue.
pub(super) const ALSO_IN: Kind = Kind::List(&Kind::Table(SETTINGS));

static SETTINGS: &[Setting] = &[
    required("queue", Kind::Name(Scope::Queues), "which queue"),
    default(
        "at",
        Kind::Span,
        "\"0s\"",
        "wait in this queue from which contacts wait there, too; none earlier than the one before",
    ),
    optional("priority", Kind::Count(0, 65_535), "class there, lower is served first; without, the contact type's"),
];

/// Where else the contacts of a queue wait, in order of time.
pub(super) fn also_in(name: &str, settings: &Settings, site: &mut Site<'_>) -> Option<Vec<AlsoIn>> {
    let mut all: Vec<AlsoIn> = Vec::new();
    for located in settings.list("also_in") {
        let one = one(located.table(), site)?;
        let queue = &site.names.queues[one.queue.index()];
        let complaint = if queue == name {
            Some((format!("the contacts of the queue `{name}` wait in it anyway"), "name another queue"))
        } else if all.iter().any(|other| other.queue == one.queue) {
            Some((format!("the queue `{queue}` is named twice, expected once"), "leave the second one out"))
        } else if all.last().is_some_and(|before| before.at > one.at) {
            Some((format!("the entry for `{queue}` is earlier than the one before it"), "put them in order of `at`"))
        } else {
            None
        };
        if let Some((text, help)) = complaint {
            site.findings.complain(settings, Complaint::about("also_in", text).help(help));
            return None;
        }
        all.push(one);
    }
    Some(all)
}

fn one(table: &Settings, site: &mut Site<'_>) -> Option<AlsoIn> {
    let at = site.finite(table, "at")?;
    let queue = QueueId::of(site.names.position(Scope::Queues, &table.text("queue")));
    Some(AlsoIn { queue, at, priority: table.find_count("priority").map(|class| class as u16) })
}
