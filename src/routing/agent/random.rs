//! Nobody in particular.

use super::{AgentKey, MakeAgentKey, entry};
use crate::family::Entry;
use crate::record::{Telling, Unit};

pub(super) const ENTRY: Entry<MakeAgentKey> = entry(
    "random",
    "any of the agents still equal, each with the same probability, from a stream of its own",
    "[\"random\"]",
    |_, _| Ok(AgentKey::Random(None)),
);

/// How its numbers are told.
pub(super) const TOLD: Telling = Telling::new("drawn at random", Unit::Number).drawn();
