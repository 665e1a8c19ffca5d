//! A look at the clock.

use super::{Make, Wiring};
use crate::family::{Entry, Kind, Member, Scope, Settings};
use crate::scenario::Node;
use crate::scenario::section::required;

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "hours",
        summary: "a look at the clock: one way within opening hours, another outside",
        main: None,
        settings: &[
            required("hours", Kind::Hours, "when it is open"),
            required("open", Kind::Name(Scope::Nodes), "the node within these hours"),
            required("closed", Kind::Name(Scope::Nodes), "the node outside them"),
        ],
        example: "{ hours = { hours = \"08:00-18:00\", open = \"menu\", closed = \"goodbye\" } }",
    },
    make,
};

fn make(settings: &Settings, wiring: &mut Wiring<'_, '_>) -> Option<Node> {
    let (open, closed) = (wiring.node(settings, "open"), wiring.node(settings, "closed"));
    Some(Node::Hours { hours: settings.hours("hours"), open: open?, closed: closed? })
}
