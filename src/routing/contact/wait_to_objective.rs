//! The longest wait as a share of what is aimed at first.

use super::{ContactKey, Entry, Make, entry};
use crate::record::{Telling, Unit};

pub(super) const ENTRY: Entry<Make> = entry(
    |_| Ok(ContactKey::WaitToObjective),
    "wait-to-objective",
    "the contact whose wait is largest in proportion to its `objective`; worked out at every decision where \
     objectives differ, for one contact of each type, queue and class",
    "[\"wait-to-objective\"]",
);

/// How its numbers are told.
pub(super) const TOLD: Telling = Telling::new("has waited {} of its objective", Unit::Share);
