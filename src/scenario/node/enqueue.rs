//! The way into a queue.

use super::{Make, Wiring, go};
use crate::family::{Entry, Kind, Member, Scope, Settings};
use crate::scenario::section::{optional, required};
use crate::scenario::{Aim, Deed, Way};
use crate::units::QueueId;

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "enqueue",
        summary: "the way into a queue",
        main: Some("queue"),
        settings: &[
            required("queue", Kind::Name(Scope::Queues), "which queue"),
            optional("priority", Kind::Count(0, 65_535), "priority class in that queue; without, the contact type's"),
        ],
        example: "{ enqueue = \"billing\" }",
    },
    make,
};

fn make(settings: &Settings, wiring: &mut Wiring<'_, '_>) -> Option<(Deed, Vec<Way>)> {
    let name = settings.text("queue");
    let queue = wiring.site.names.position(Scope::Queues, &name);
    let priority = settings.find_count("priority").map(|priority| priority as u16);
    go(format!("queue {name}"), Aim::Queue(QueueId::of(queue), priority))
}
