//! The largest mean wait as a share of what is aimed at first.

use super::{ContactKey, Entry, Make, entry};
use crate::record::{Telling, Unit};

pub(super) const ENTRY: Entry<Make> = entry(
    |_| Ok(ContactKey::MeanWaitToObjective),
    "mean-wait-to-objective",
    "the contact of the type whose mean wait is largest in proportion to its `objective`: the mean of all that have been \
     answered since the start of the run and of this one, as if it were taken now. Where other rules leave room for it, mean \
     waits of types come out in proportion to their objectives, as C. Dovrolis, D. Stiliadis and P. Ramanathan show of \
     \"proportional average delay\" (IEEE/ACM Transactions on Networking 10, 2002). Worked out at every decision for one \
     contact of each type, queue and class",
    "[\"mean-wait-to-objective\"]",
);

/// How its numbers are told.
pub(super) const TOLD: Telling = Telling::new("its type waits {} of its objective on average", Unit::Share);
