//! Fewest contacts first.

use super::settings::{WINDOW, end, first, window};
use super::{AgentKey, MakeAgentKey, Reading, Window};
use crate::family::{Entry, Member};
use crate::record::{Telling, Unit};

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

/// How its numbers are told.
pub(super) const fn told(window: Window) -> Telling {
    let phrase = match window {
        Window::Login => "{} taken since coming",
        Window::Midnight => "{} taken today",
    };
    Telling::new(phrase, Unit::Count("contact"))
}
