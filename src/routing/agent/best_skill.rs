//! The highest level first.

use super::{AgentKey, First, MakeAgentKey, TeamFigure, entry};
use crate::family::Entry;
use crate::record::{Telling, Unit};

pub(super) const ENTRY: Entry<MakeAgentKey> = entry(
    "best-skill",
    "the agent with the highest level in the skill that the contact needs",
    "[\"best-skill\"]",
    |_, _| Ok(AgentKey::Team(TeamFigure::Level, First::Highest)),
);

/// How its numbers are told.
pub(super) const TOLD: Telling = Telling::new("level {}", Unit::Number);
