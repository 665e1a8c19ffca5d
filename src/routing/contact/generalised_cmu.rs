//! The dearest to keep waiting any longer, for the work it takes, first (the generalised c-mu rule).

use super::{ContactKey, Entry, Make, entry};
use crate::record::{Telling, Unit};

pub(super) const ENTRY: Entry<Make> = entry(
    |_| Ok(ContactKey::GeneralisedCmu),
    "generalised-cmu",
    "the contact whose `waiting_cost` times its wait, over the mean handle time of its type, is largest: the \
     generalised c-mu rule for costs that grow with the square of the wait (Van Mieghem, Annals of Applied \
     Probability 5, 1995); worked out at every decision, for one contact of each type, queue and class",
    "[\"generalised-cmu\"]",
);

/// How its numbers are told.
pub(super) const TOLD: Telling = Telling::new("wait over work, times its cost, {}", Unit::Number);
