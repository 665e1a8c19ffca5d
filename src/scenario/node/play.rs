//! An announcement that is listened to.

use super::{HANG_UP, Make, Wiring};
use crate::family::{Entry, Kind, Member, Scope, Settings};
use crate::random::distribution::DISTRIBUTIONS;
use crate::scenario::Node;
use crate::scenario::section::required;

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "play",
        summary: "an announcement that is listened to",
        main: None,
        settings: &[
            required("time", Kind::Family(&DISTRIBUTIONS), "how long it takes"),
            HANG_UP,
            required("next", Kind::Name(Scope::Nodes), "the node after it"),
        ],
        example: "{ play = { time = \"20s\", hang_up = \"2%\", next = \"menu\" } }",
    },
    make,
};

fn make(settings: &Settings, wiring: &mut Wiring<'_, '_>) -> Option<Node> {
    let time = wiring.site.duration(settings, "time");
    let next = wiring.node(settings, "next");
    Some(Node::Play { time: time?, hang_up: settings.share("hang_up"), next: next? })
}
