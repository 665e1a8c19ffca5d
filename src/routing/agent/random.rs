//! Nobody in particular.

use super::{AgentKey, MakeAgentKey, entry};
use crate::family::Entry;

pub(super) const ENTRY: Entry<MakeAgentKey> = entry(
    "random",
    "any of the agents still equal, each with the same probability, from a stream of its own",
    "[\"random\"]",
    |_, _| Ok(AgentKey::Random(None)),
);
