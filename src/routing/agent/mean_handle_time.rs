//! Shortest contacts first.

use super::settings::{WINDOW, end, first, window};
use super::{AgentKey, MakeAgentKey, Reading};
use crate::family::{Entry, Member};

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
