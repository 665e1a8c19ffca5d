//! An announcement that is listened to.

use super::{Make, Wiring, pass};
use crate::family::{Entry, Kind, Member, Scope, Settings};
use crate::random::distribution::DISTRIBUTIONS;
use crate::scenario::section::required;
use crate::scenario::{Deed, Way};

pub(super) const ENTRY: Entry<Make> = Entry {
    member: Member {
        keyword: "play",
        summary: "an announcement that is listened to",
        main: None,
        settings: &[
            required("time", Kind::Family(&DISTRIBUTIONS), "how long it takes"),
            super::HANG_UP,
            required("next", Kind::Name(Scope::Nodes), "the node after it"),
        ],
        example: "{ play = { time = \"20s\", hang_up = \"2%\", next = \"menu\" } }",
    },
    make,
};

fn make(settings: &Settings, wiring: &mut Wiring<'_, '_>) -> Option<(Deed, Vec<Way>)> {
    pass(settings, wiring)
}
