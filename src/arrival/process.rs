//! What an arrival process is: expected arrivals, and a source of arrivals for each replication.

use std::fmt::Debug;

use super::Source;
use crate::calendar::{Calendar, Steps};
use crate::family::Place;
use crate::random::Streams;
use crate::units::{Instant, Span};

/// How contacts of one type arrive. Immutable and shared by all replications.
pub trait Process: Send + Sync + Debug {
    /// Expected arrivals [per hour] over the horizon.
    fn expected(&self, calendar: &Calendar) -> Steps;

    /// The arrivals of one replication; `kind` is the row of the contact type.
    fn source(&self, streams: &Streams, kind: u32) -> Source;

    /// What was given and is never played, if there is any.
    fn left_out(&self) -> Option<LeftOut> {
        None
    }
}

/// Given arrivals that are never played, because they lie outside the horizon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeftOut {
    /// How many; at least one.
    pub count: usize,
    /// Out of how many.
    pub of: usize,
    /// Where the first of them stands in its file.
    pub first: Place,
}

/// Expected arrivals an hour, by half hour, of contacts that are expected in such numbers at such moments.
pub(super) fn tally(moments: impl Iterator<Item = (Instant, f64)>, calendar: &Calendar) -> Steps {
    let half_hours = Steps::constant(0.0, calendar.end()).cut(calendar, Span::minutes(30));
    let mut pieces: Vec<_> = half_hours.pieces().collect();
    for (moment, number) in moments.filter(|(moment, _)| *moment < calendar.end()) {
        let piece = pieces.partition_point(|(from, ..)| *from <= moment) - 1;
        let (from, to, rate) = &mut pieces[piece];
        *rate += number / to.since(*from).as_hours();
    }
    Steps::of(pieces, calendar.end())
}
