//! The smallest share of the target first.

use super::{AgentKey, MakeAgentKey, entry};
use crate::family::Entry;
use crate::record::{Telling, Unit};

pub(super) const ENTRY: Entry<MakeAgentKey> = entry(
    "target-share",
    "the agent whose work for the queue, as a share of all work in contacts that are over since coming to work, is smallest \
     in proportion to the `target` of the team for the queue; whose team has none is asked last",
    "[\"target-share\"]",
    |_, _| Ok(AgentKey::TargetShare),
);

/// How its numbers are told.
pub(super) const TOLD: Telling = Telling::new("at {} of its target", Unit::Share);
