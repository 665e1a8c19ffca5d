//! Cheapest first.

use super::settings::{end, first};
use super::{AgentKey, MakeAgentKey, TeamFigure};
use crate::family::{Entry, Member};

pub(super) const ENTRY: Entry<MakeAgentKey> = Entry {
    member: Member {
        keyword: "cost",
        summary: "the agent with the lowest `cost_per_hour`",
        main: Some("first"),
        settings: &[first("\"lowest\"")],
        example: "[\"cost\", \"longest-idle\"]",
    },
    make: |settings, _| Ok(AgentKey::Team(TeamFigure::Cost, end(settings))),
};
