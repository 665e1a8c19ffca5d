//! The file's order of teams and people.

use super::{AgentKey, MakeAgentKey, entry};
use crate::family::Entry;

pub(super) const ENTRY: Entry<MakeAgentKey> = entry(
    "fixed-order",
    "the first free agent in the order of the file: by team, then by number within the team",
    "[\"fixed-order\"]",
    |_, _| Ok(AgentKey::FixedOrder),
);
