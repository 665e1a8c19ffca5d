//! The best pair first.

use super::{ContactKey, Entry, Make, entry};
use crate::record::{Telling, Unit};

pub(super) const ENTRY: Entry<Make> = entry(
    |_| Ok(ContactKey::PairScore),
    "pair-score",
    "the contact that makes most points together with the agent who asks, by `points` of the agent's team for its queue: \
     so many at once, so many for each minute that it has waited and so many for each minute that the agent has been \
     idle; worked out at every decision (Chan, Koole and L'Ecuyer, Manufacturing and Service Operations Management 16, \
     2014)",
    "[\"pair-score\"]",
);

/// How its numbers are told.
pub(super) const TOLD: Telling = Telling::new("{}", Unit::Count("point"));
