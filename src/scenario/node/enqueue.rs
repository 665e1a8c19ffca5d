//! The way into a queue.

use super::{Make, Wiring};
use crate::family::{Entry, Kind, Member, Scope, Settings};
use crate::scenario::Node;
use crate::scenario::section::{optional, required};
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

#[expect(clippy::unnecessary_wraps, reason = "every node is made by the same kind of function")]
fn make(settings: &Settings, wiring: &mut Wiring<'_, '_>) -> Option<Node> {
    let queue = wiring.site.names.position(Scope::Queues, &settings.text("queue"));
    let priority = settings.find_count("priority").map(|priority| priority as u16);
    Some(Node::Enqueue { queue: QueueId::of(queue), priority })
}
