//! A task that the customer may finish without an agent.

use super::{HANG_UP, Make, Wiring};
use crate::family::{Entry, Kind, Member, Scope, Settings};
use crate::random::distribution::DISTRIBUTIONS;
use crate::scenario::Node;
use crate::scenario::section::required;

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "self-service",
        summary: "a task that the customer may finish without an agent",
        main: None,
        settings: &[
            required("time", Kind::Family(&DISTRIBUTIONS), "how long the task takes"),
            HANG_UP,
            required("contained", Kind::Share, "share of those who try that are done: they end as self-served"),
            required("next", Kind::Name(Scope::Nodes), "the node of the others"),
        ],
        example: "{ self-service = { time = { exponential = \"90s\" }, contained = \"35%\", next = \"to-billing\" } }",
    },
    make,
};

fn make(settings: &Settings, wiring: &mut Wiring<'_, '_>) -> Option<Node> {
    let time = wiring.site.duration(settings, "time");
    let next = wiring.node(settings, "next");
    let (hang_up, contained) = (settings.share("hang_up"), settings.share("contained"));
    Some(Node::SelfService { time: time?, hang_up, contained, next: next? })
}
