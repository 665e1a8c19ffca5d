//! The largest sum of levels first.

use super::settings::{end, first};
use super::{AgentKey, MakeAgentKey, TeamFigure};
use crate::family::{Entry, Member};

pub(super) const ENTRY: Entry<MakeAgentKey> = Entry {
    member: Member {
        keyword: "skill-sum",
        summary: "the agent with the largest sum of levels in all skills that the contact names, in `skill` and in `requires`; other skills do not count",
        main: Some("first"),
        settings: &[first("\"highest\"")],
        example: "[\"skill-sum\", \"longest-idle\"]",
    },
    make: |settings, _| Ok(AgentKey::Team(TeamFigure::LevelSum, end(settings))),
};
