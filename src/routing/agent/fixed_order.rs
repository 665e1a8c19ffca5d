//! The file's order of teams and people.

use super::{AgentKey, MakeAgentKey, entry};
use crate::family::Entry;
use crate::record::{Telling, Unit};

pub(super) const ENTRY: Entry<MakeAgentKey> = entry(
    "fixed-order",
    "the first free agent in the order of the file: by team, then by number within the team",
    "[\"fixed-order\"]",
    |_, _| Ok(AgentKey::FixedOrder),
);

/// How its numbers are told.
pub(super) const TOLD: Telling = Telling::new("place {}", Unit::Number);
