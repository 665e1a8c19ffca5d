//! Taking turns.

use super::{AgentKey, MakeAgentKey, entry};
use crate::family::Entry;

pub(super) const ENTRY: Entry<MakeAgentKey> = entry(
    "circular",
    "the next free agent in the order of the file after the one who last took a contact of this queue, and from the top again after the last; a contact that an agent picks from the queue moves the pointer too",
    "[\"circular\"]",
    |_, _| Ok(AgentKey::Circular),
);
