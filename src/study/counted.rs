//! One replication played and counted, and diagnosed where the scenario asks for it.

use crate::engine::{Ending, play};
use crate::plan::Plan;
use crate::random::Streams;
use crate::record::{Observer, Together};
use crate::stats::Tally;
use crate::stats::diagnosis::Diagnosis;

/// Plays a replication into a tally that counts nothing yet, before a listener. A replication that met a limit leaves the
/// tally open.
#[inline]
pub(super) fn play_counted(plan: &Plan, streams: Streams, tally: &mut Tally, listener: impl Observer) -> Ending {
    if tally.centre().is_some() {
        return play_diagnosed(plan, streams, tally, listener);
    }
    let ending = play(plan, streams, Together(&mut *tally, listener));
    if ending.limit.is_none() {
        tally.close();
    }
    ending
}

#[inline(never)]
fn play_diagnosed(plan: &Plan, streams: Streams, tally: &mut Tally, listener: impl Observer) -> Ending {
    let centre = tally.centre().unwrap_or_default();
    let mut diagnosis = Diagnosis::new(&centre);
    let ending = play(plan, streams, Together(Together(&mut *tally, &mut diagnosis), listener));
    if ending.limit.is_none() {
        tally.close();
        tally.take_diagnosis(diagnosis.close(ending.at));
    }
    ending
}
