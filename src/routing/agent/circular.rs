//! Taking turns.

use super::{AgentKey, MakeAgentKey, entry};
use crate::family::Entry;
use crate::record::{Telling, Unit};

pub(super) const ENTRY: Entry<MakeAgentKey> = entry(
    "circular",
    "the next free agent in the order of the file after the one who last took a contact of this queue, and from the top again after the last; a contact that an agent picks from the queue moves the pointer too",
    "[\"circular\"]",
    |_, _| Ok(AgentKey::Circular),
);

/// How its numbers are told.
pub(super) const TOLD: Telling = Telling::new("place {} after the last one", Unit::Number);
