//! A look at the clock.

use super::{Make, Wiring};
use crate::family::{Entry, Kind, Member, Scope, Settings};
use crate::scenario::section::required;
use crate::scenario::{Aim, Deed, Turn, Way};

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

fn make(settings: &Settings, wiring: &mut Wiring<'_, '_>) -> Option<(Deed, Vec<Way>)> {
    let (open, closed) = (wiring.node(settings, "open"), wiring.node(settings, "closed"));
    let open = Way::new(Turn::Open, "open", Aim::Node(open?));
    let closed = Way::new(Turn::Closed, "closed", Aim::Node(closed?));
    Some((Deed::Hours(settings.hours("hours")), vec![open, closed]))
}
