//! Least occupied first.

use super::settings::{end, first};
use super::{AgentKey, MakeAgentKey, Reading};
use crate::family::{Entry, Member};
use crate::record::{Telling, Unit};

pub(super) const ENTRY: Entry<MakeAgentKey> = Entry {
    member: Member {
        keyword: "occupancy",
        summary: "the agent who has had contacts in hand for the smallest share of the time since coming to work; wrap-up is work, breaks do not count",
        main: Some("first"),
        settings: &[first("\"lowest\"")],
        example: "[\"occupancy\"]",
    },
    make: |settings, _| Ok(AgentKey::Own(Reading::Occupancy, end(settings))),
};

/// How its numbers are told.
pub(super) const TOLD: Telling = Telling::new("busy for {} of the time since coming", Unit::Share);
