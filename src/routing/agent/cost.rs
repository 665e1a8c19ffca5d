//! Cheapest first.

use super::settings::{end, first};
use super::{AgentKey, MakeAgentKey, TeamFigure};
use crate::family::{Entry, Member};
use crate::record::{Telling, Unit};

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

/// How its numbers are told.
pub(super) const TOLD: Telling = Telling::new("costs {} an hour", Unit::Number);
