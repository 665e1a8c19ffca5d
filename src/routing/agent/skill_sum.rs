//! The largest sum of levels first.

use super::settings::{end, first};
use super::{AgentKey, MakeAgentKey, TeamFigure};
use crate::family::{Entry, Member};
use crate::record::{Telling, Unit};

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

/// How its numbers are told.
pub(super) const TOLD: Telling = Telling::new("levels of {} in all", Unit::Number);
