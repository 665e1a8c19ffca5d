//! Overflow: contacts that a queue sends elsewhere as they come, by the state of the centre.

use super::Leave;
use super::condition::Condition;
use super::leave::LEAVING;
use super::section::{Site, required};
use crate::family::{Around, Kind, Located, Setting, Settings};
use crate::units::QueueId;

/// When a contact that comes to a queue goes elsewhere, and where.
#[derive(Debug, Clone)]
pub struct Overflow {
    /// Looked at once, before anybody is asked to serve the contact, which does not count as waiting.
    pub when: Condition,
    /// Where it goes.
    pub action: Leave,
}

/// The setting of a queue.
pub(super) const OVERFLOW: Kind = Kind::List(&Kind::Table(SETTINGS));

static SETTINGS: &[Setting] = &[
    required(
        "when",
        Kind::Condition(Around::Queue),
        "looked at once, as the contact comes and before anybody is asked to serve it: `\"queue.expected_wait > 5m\"`",
    ),
    required("action", Kind::Family(&LEAVING), "where the contact goes, which never entered the queue"),
];

/// The rules of a queue, in the order in which they are looked at.
pub(super) fn overflow(settings: &Settings, site: &Site<'_>, here: QueueId) -> Vec<Overflow> {
    let rule = |located: &Located| {
        let table = located.table();
        let action = table.member("action");
        Overflow {
            when: Condition::new(table.text("when"), site.names, Around::Queue, here),
            action: (LEAVING.entries[action.index].make)(&action.settings, site.names),
        }
    };
    settings.find_list("overflow").unwrap_or_default().iter().map(rule).collect()
}
