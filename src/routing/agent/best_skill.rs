//! The highest level first.

use super::{AgentKey, First, MakeAgentKey, TeamFigure, entry};
use crate::family::Entry;

pub(super) const ENTRY: Entry<MakeAgentKey> = entry(
    "best-skill",
    "the agent with the highest level in the skill that the contact needs",
    "[\"best-skill\"]",
    |_, _| Ok(AgentKey::Team(TeamFigure::Level, First::Highest)),
);
