//! A heavier queue goes first, even where its contacts may not have the agent yet: Asterisk's `weight`, which does not
//! look at penalties.

use super::{Entry, Guard, entry};

pub(super) const ENTRY: Entry<Guard> = entry(
    Guard::HeavierQueueAnyMember,
    "the same of all who ever serve the heavier queue, even if steps, penalties or delays keep them from it now, so that \
     contacts may wait beside agents who serve neither queue",
    "[\"heavier-queue-any-member\"]",
);
