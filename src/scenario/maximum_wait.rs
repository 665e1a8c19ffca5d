//! Maximum waits: how long a contact may wait in a queue, and where it goes then.

use super::Leave;
use super::condition::Condition;
use super::leave::LEAVING;
use super::section::{Site, default, optional, required};
use super::switches::some_time;
use crate::family::{Around, Complaint, Kind, Setting, Settings};
use crate::units::{QueueId, Span};

/// How long a contact may wait in one queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MaximumWait {
    /// Time in this queue.
    pub after: Span,
    /// Where the contact goes then.
    pub action: Leave,
}

/// What a maximum wait asks the centre before it sends a contact on.
#[derive(Debug, Clone, PartialEq)]
pub struct WaitCheck {
    /// The contact goes only if this holds.
    pub only_if: Condition,
    /// Time until it is asked again; `None`: never again.
    pub every: Option<Span>,
}

/// The setting of a queue.
pub(super) const MAXIMUM_WAIT: Kind = Kind::Table(SETTINGS);

static SETTINGS: &[Setting] = &[
    required("after", Kind::Span, "time in this queue, more than 0s"),
    default("action", Kind::Family(&LEAVING), "\"disconnect\"", "where the contact goes then"),
    optional(
        "only_if",
        Kind::Condition(Around::Queue),
        "it goes only if this holds then, and waits on otherwise: `\"queue.overflow.length < 5\"`",
    ),
    optional("every", Kind::Span, "time until `only_if` is asked again; without, it is asked once"),
];

/// The maximum wait of these settings.
pub(super) fn maximum_wait(table: &Settings, site: &mut Site<'_>) -> Option<MaximumWait> {
    let after = site.finite(table, "after")?;
    if after == Span::ZERO {
        let complaint = Complaint::about("after", "a maximum wait of `0s` lets nobody wait, expected more");
        site.findings.complain(table, complaint.help("for a queue without waiting places write `capacity = 0`"));
        return None;
    }
    let action = table.member("action");
    Some(MaximumWait { after, action: (LEAVING.entries[action.index].make)(&action.settings, site.names) })
}

/// What it asks, if it asks anything.
pub(super) fn wait_check(table: &Settings, here: QueueId, site: &Site<'_>) -> Result<Option<WaitCheck>, Complaint> {
    let every = some_time(table, "every")?;
    match (site.condition(table, "only_if", Around::Queue, here), every) {
        (Some(only_if), every) => Ok(Some(WaitCheck { only_if, every })),
        (None, Some(_)) => {
            let complaint = Complaint::about("every", "`every` without `only_if`: there is nothing to ask again");
            Err(complaint.help("write what must hold with `only_if`, or remove it"))
        }
        (None, None) => Ok(None),
    }
}
