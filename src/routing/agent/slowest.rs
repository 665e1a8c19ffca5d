//! The slowest first.

use super::{AgentKey, First, MakeAgentKey, TeamFigure, entry};
use crate::family::Entry;

pub(super) const ENTRY: Entry<MakeAgentKey> =
    entry("slowest", "the agent with the highest `time_factor` for the contact's type", "[\"slowest\"]", |_, _| {
        Ok(AgentKey::Team(TeamFigure::TimeFactor, First::Highest))
    });
