//! The fastest first.

use super::{AgentKey, First, MakeAgentKey, TeamFigure, entry};
use crate::family::Entry;

pub(super) const ENTRY: Entry<MakeAgentKey> =
    entry("fastest", "the agent with the lowest `time_factor` for the contact's type", "[\"fastest\"]", |_, _| {
        Ok(AgentKey::Team(TeamFigure::TimeFactor, First::Lowest))
    });
