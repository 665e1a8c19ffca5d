//! The file's order of teams and people.

use super::{AgentKey, Entry, entry};

pub(super) const ENTRY: Entry<AgentKey> = entry(
    AgentKey::FixedOrder,
    "fixed-order",
    "the first free agent in the order of the file: by team, then by number within the team",
    "[\"fixed-order\"]",
);
