//! The highest level first.

use super::{AgentKey, Entry, entry};

pub(super) const ENTRY: Entry<AgentKey> = entry(
    AgentKey::BestSkill,
    "best-skill",
    "the agent with the highest level in the skill that the contact needs",
    "[\"best-skill\"]",
);
