//! The best pair first.

use super::{AgentKey, MakeAgentKey, entry};
use crate::family::Entry;
use crate::record::{Telling, Unit};

pub(super) const ENTRY: Entry<MakeAgentKey> = entry(
    "pair-score",
    "the agent who makes most points together with the contact, by `points` of the agent's team for the queue: so many at \
     once, so many for each minute that the contact has waited and so many for each minute that the agent has been \
     available",
    "[\"pair-score\"]",
    |_, _| Ok(AgentKey::PairScore),
);

/// How its numbers are told.
pub(super) const TOLD: Telling = Telling::new("{}", Unit::Count("point"));
