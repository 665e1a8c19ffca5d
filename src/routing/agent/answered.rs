//! Fewest contacts first.

use super::settings::{WINDOW, end, first, window};
use super::{AgentKey, MakeAgentKey, Reading};
use crate::family::{Entry, Member};

pub(super) const ENTRY: Entry<MakeAgentKey> = Entry {
    member: Member {
        keyword: "answered",
        summary: "the agent who has taken the fewest contacts",
        main: Some("first"),
        settings: &[first("\"lowest\""), WINDOW],
        example: "[\"answered\"]",
    },
    make: |settings, _| Ok(AgentKey::Own(Reading::Answered(window(settings)), end(settings))),
};
