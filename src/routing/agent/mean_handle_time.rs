//! Shortest contacts first.

use super::settings::{WINDOW, end, first, window};
use super::{AgentKey, MakeAgentKey, Reading, Window};
use crate::family::{Entry, Member};
use crate::record::{Telling, Unit};

pub(super) const ENTRY: Entry<MakeAgentKey> = Entry {
    member: Member {
        keyword: "mean-handle-time",
        summary: "the agent whose contacts have been the shortest on average, wrap-up included; without one that is over it is 0",
        main: Some("first"),
        settings: &[first("\"lowest\""), WINDOW],
        example: "[\"mean-handle-time\"]",
    },
    make: |settings, _| Ok(AgentKey::Own(Reading::MeanHandleTime(window(settings)), end(settings))),
};

/// How its numbers are told.
pub(super) const fn told(window: Window) -> Telling {
    let phrase = match window {
        Window::Login => "{} a contact since coming",
        Window::Midnight => "{} a contact today",
    };
    Telling::new(phrase, Unit::Span).zero("no contact yet")
}
