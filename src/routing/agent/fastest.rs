//! The fastest first.

use super::{AgentKey, First, MakeAgentKey, TeamFigure, entry};
use crate::family::Entry;
use crate::record::{Telling, Unit};

pub(super) const ENTRY: Entry<MakeAgentKey> =
    entry("fastest", "the agent with the lowest `time_factor` for the contact's type", "[\"fastest\"]", |_, _| {
        Ok(AgentKey::Team(TeamFigure::TimeFactor, First::Lowest))
    });

/// How its numbers are told.
pub(super) const TOLD: Telling = Telling::new("takes {} times as long as usual", Unit::Number);
