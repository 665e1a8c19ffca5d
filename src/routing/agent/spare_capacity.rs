//! Most room first.

use super::settings::{end, first};
use super::{AgentKey, MakeAgentKey, Reading};
use crate::family::{Entry, Member};
use crate::record::{Telling, Unit};

pub(super) const ENTRY: Entry<MakeAgentKey> = Entry {
    member: Member {
        keyword: "spare-capacity",
        summary: "the agent with the largest share of capacity free",
        main: Some("first"),
        settings: &[first("\"highest\"")],
        example: "[\"spare-capacity\", \"longest-idle\"]",
    },
    make: |settings, _| Ok(AgentKey::Own(Reading::Spare, end(settings))),
};

/// How its numbers are told.
pub(super) const TOLD: Telling = Telling::new("{} of the room free", Unit::Share);
