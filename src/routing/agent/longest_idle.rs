//! The longest available first.

use super::{AgentKey, Entry, entry};

pub(super) const ENTRY: Entry<AgentKey> = entry(
    AgentKey::LongestIdle,
    "longest-idle",
    "the agent who has been available for the longest time; login and the end of a break start the clock",
    "[\"longest-idle\"]",
);
