//! The oldest contact of queues of the same weight goes first.

use super::{Entry, Guard, entry};

pub(super) const ENTRY: Entry<Guard> = entry(
    Guard::OlderElsewhere,
    "a contact may not take an agent while a contact of no later class, that the agent may take now, has waited longer in \
     another queue of the same `weight`",
    "[\"older-elsewhere\"]",
);
