//! Least time with customers first.

use super::settings::{WINDOW, end, first, window};
use super::{AgentKey, MakeAgentKey, Reading, Window};
use crate::family::{Entry, Member};
use crate::record::{Telling, Unit};

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

/// How its numbers are told.
pub(super) const fn told(window: Window) -> Telling {
    let phrase = match window {
        Window::Login => "{} of talk since coming",
        Window::Midnight => "{} of talk today",
    };
    Telling::new(phrase, Unit::Span)
}
