//! A heavier queue goes first, where its contacts can have the agent now.

use super::{Entry, Guard, entry};

pub(super) const ENTRY: Entry<Guard> = entry(
    Guard::HeavierQueue,
    "a contact may not take an agent while a queue of larger `weight` has at least as many contacts waiting as people \
     available who may take one of them now, the agent among these",
    "[\"heavier-queue\"]",
);
