//! Fewest skills first.

use super::settings::{end, first};
use super::{AgentKey, MakeAgentKey, TeamFigure};
use crate::family::{Entry, Member};
use crate::record::{Telling, Unit};

pub(super) const ENTRY: Entry<MakeAgentKey> = Entry {
    member: Member {
        keyword: "own-skill-count",
        summary: "the agent with the fewest skills, so that those who can do more stay free",
        main: Some("first"),
        settings: &[first("\"lowest\"")],
        example: "[\"own-skill-count\", \"longest-idle\"]",
    },
    make: |settings, _| Ok(AgentKey::Team(TeamFigure::Skills, end(settings))),
};

/// How its numbers are told.
pub(super) const TOLD: Telling = Telling::new("{}", Unit::Count("skill"));
