//! Nobody in particular.

use super::{AgentKey, Entry, entry};

pub(super) const ENTRY: Entry<AgentKey> = entry(
    AgentKey::Random,
    "random",
    "any of the agents still equal, each with the same probability, from a stream of its own",
    "[\"random\"]",
);
