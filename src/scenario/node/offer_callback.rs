//! The offer of a callback.

use super::{Make, Wiring};
use crate::family::{Entry, Kind, Member, Scope, Settings};
use crate::scenario::section::required;
use crate::scenario::{Aim, Deed, Turn, Way};
use crate::units::QueueId;

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "offer-callback",
        summary: "the offer of a callback by a queue, which takes no time: those who accept hang up and wait for it where \
                  the `callback` of that queue says, as old as they are there then",
        main: None,
        settings: &[
            required("queue", Kind::Name(Scope::Queues), "which queue; it has a `callback`"),
            required(
                "declined",
                Kind::Name(Scope::Nodes),
                "the node for those who decline, or are offered none: `only_if` does not hold, or `most` are open",
            ),
        ],
        example: "{ offer-callback = { queue = \"billing\", declined = \"to-billing\" } }",
    },
    make,
};

fn make(settings: &Settings, wiring: &mut Wiring<'_, '_>) -> Option<(Deed, Vec<Way>)> {
    let queue = QueueId::of(wiring.site.names.position(Scope::Queues, &settings.text("queue")));
    let declined = wiring.node(settings, "declined")?;
    let ways = vec![
        Way::new(Turn::Case(0), "accepted", Aim::Queue(queue, None)),
        Way::new(Turn::Case(1), "declined", Aim::Node(declined)),
    ];
    Some((Deed::OfferCallback(queue), ways))
}
