//! Leaving a queue by the centre's decision: two small families of places to go.

use super::queues::{Leave, WhenClosed};
use super::read::Names;
use super::section::required;
use crate::family::{Entry, Family, Kind, Member, Scope, Setting, Settings};
use crate::units::{FlowId, QueueId};

/// Where a contact goes that has waited too long, sorted by keyword.
pub(super) static LEAVING: Family<fn(&Settings, &Names) -> Leave> = Family {
    name: "wait-endings",
    summary: "where a contact goes that has waited as long as it may",
    bare: None,
    entries: &[
        Entry {
            member: plain("disconnect", "cut off: it ends as ejected", "\"disconnect\""),
            make: |_, _| Leave::Disconnect,
        },
        Entry { member: FLOW, make: |settings, names| Leave::Flow(flow(settings, names)) },
        Entry { member: QUEUE, make: |settings, names| Leave::Queue(queue(settings, names)) },
        Entry { member: TRANSFER_OUT, make: |_, _| Leave::TransferOut },
    ],
};

/// What happens to a live contact that finds its queue closed, sorted by keyword.
pub(super) static WHEN_CLOSED: Family<fn(&Settings, &Names) -> WhenClosed> = Family {
    name: "closed-actions",
    summary: "what happens to a live contact that finds its queue closed",
    bare: None,
    entries: &[
        Entry {
            member: plain(
                "disconnect",
                "cut off: it ends as ejected, and the customer does not try again",
                "\"disconnect\"",
            ),
            make: |_, _| WhenClosed::Leave(Leave::Disconnect),
        },
        Entry { member: FLOW, make: |settings, names| WhenClosed::Leave(Leave::Flow(flow(settings, names))) },
        Entry { member: QUEUE, make: |settings, names| WhenClosed::Leave(Leave::Queue(queue(settings, names))) },
        Entry { member: TRANSFER_OUT, make: |_, _| WhenClosed::Leave(Leave::TransferOut) },
        Entry {
            member: plain("turn-away", "it ends as closed; the customer may try again", "\"turn-away\""),
            make: |_, _| WhenClosed::TurnAway,
        },
        Entry { member: plain("wait", "it waits for the opening", "\"wait\""), make: |_, _| WhenClosed::Wait },
    ],
};

pub(super) const TRANSFER_OUT: Member =
    plain("transfer-out", "out of the centre: it ends as transferred out", "\"transfer-out\"");

pub(super) const FLOW: Member = Member {
    keyword: "flow",
    summary: "into an IVR flow",
    main: Some("name"),
    settings: &[NAMED_FLOW],
    example: "{ flow = \"overflow\" }",
};

pub(super) const QUEUE: Member = Member {
    keyword: "queue",
    summary: "into another queue, with its age",
    main: Some("name"),
    settings: &[NAMED_QUEUE],
    example: "{ queue = \"overflow\" }",
};

const NAMED_FLOW: Setting = required("name", Kind::Name(Scope::Flows), "which flow");
const NAMED_QUEUE: Setting = required("name", Kind::Name(Scope::Queues), "which queue");

pub(super) const fn plain(keyword: &'static str, summary: &'static str, example: &'static str) -> Member {
    Member { keyword, summary, main: None, settings: &[], example }
}

fn flow(settings: &Settings, names: &Names) -> FlowId {
    FlowId::of(names.position(Scope::Flows, &settings.text("name")))
}

fn queue(settings: &Settings, names: &Names) -> QueueId {
    QueueId::of(names.position(Scope::Queues, &settings.text("name")))
}
