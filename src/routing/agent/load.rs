//! Fewest contacts in hand first.

use super::settings::{end, first};
use super::{AgentKey, MakeAgentKey, Reading};
use crate::family::{Entry, Member};
use crate::record::{Telling, Unit};

pub(super) const ENTRY: Entry<MakeAgentKey> = Entry {
    member: Member {
        keyword: "load",
        summary: "the agent with the fewest contacts in hand",
        main: Some("first"),
        settings: &[first("\"lowest\"")],
        example: "[\"load\", \"longest-idle\"]",
    },
    make: |settings, _| Ok(AgentKey::Own(Reading::Load, end(settings))),
};

/// How its numbers are told.
pub(super) const TOLD: Telling = Telling::new("{} in hand", Unit::Count("contact"));
