//! Least time with customers first.

use super::settings::{WINDOW, end, first, window};
use super::{AgentKey, MakeAgentKey, Reading};
use crate::family::{Entry, Member};

pub(super) const ENTRY: Entry<MakeAgentKey> = Entry {
    member: Member {
        keyword: "talk-time",
        summary: "the agent who has spent the least time with customers, counted when a contact is over",
        main: Some("first"),
        settings: &[first("\"lowest\""), WINDOW],
        example: "[\"talk-time\"]",
    },
    make: |settings, _| Ok(AgentKey::Own(Reading::TalkTime(window(settings)), end(settings))),
};
