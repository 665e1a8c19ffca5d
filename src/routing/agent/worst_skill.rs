//! The lowest level first.

use super::{AgentKey, First, MakeAgentKey, TeamFigure, entry};
use crate::family::Entry;

pub(super) const ENTRY: Entry<MakeAgentKey> = entry(
    "worst-skill",
    "the agent with the lowest level in the skill that the contact needs, so that the best stay free",
    "[\"worst-skill\"]",
    |_, _| Ok(AgentKey::Team(TeamFigure::Level, First::Lowest)),
);
