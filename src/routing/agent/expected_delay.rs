//! The shortest expected delay first.

use super::{AgentKey, MakeAgentKey, entry};
use crate::family::Entry;
use crate::record::{Telling, Unit};

pub(super) const ENTRY: Entry<MakeAgentKey> = entry(
    "expected-delay",
    "the agent with whom the contact should be over first: contacts in hand and this one, times the agent's time for its \
     type. With one contact at a time this is `fastest`",
    "[\"expected-delay\"]",
    |_, _| Ok(AgentKey::ExpectedDelay),
);

/// How its numbers are told.
pub(super) const TOLD: Telling = Telling::new("{} until it should be over", Unit::Span);
