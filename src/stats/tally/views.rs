//! Views: grades of service levels that are counted otherwise than the plain ones.

use super::{Bounds, Tally};
use crate::record::ContactRecord;
use crate::stats::{BookedIn, ClockStart, Grade, OpenTime};
use crate::units::{Instant, Span};

/// A service level of one pair that needs grades of its own.
#[derive(Debug, Clone)]
pub(super) struct View {
    pub(super) level: usize,
    pub(super) bounds: Bounds,
    pub(super) clock: ClockStart,
    pub(super) open: Option<OpenTime>,
    pub(super) booked: BookedIn,
}

impl Tally {
    /// Counts a stay under the service levels that need grades of their own.
    #[inline(always)]
    pub(super) fn view(
        &mut self,
        now: Instant,
        contact: &ContactRecord,
        pair: usize,
        grade: impl Fn(Bounds, Span) -> Grade,
    ) {
        if !self.looks_closer {
            return;
        }
        if self.deferred.get(pair) == Some(&true) {
            self.note_backlog(now, contact);
        }
        for index in self.views_of_pair[pair].clone() {
            let view = &self.views[index as usize];
            let from = if view.clock == ClockStart::Arrival { contact.arrived } else { contact.entered };
            let at = if view.booked == BookedIn::Event { now } else { contact.entered };
            let wait = view.open.as_ref().map_or(now.since(from), |open| open.between(from, now));
            let grade = grade(view.bounds, wait);
            self.viewed[self.rows.at(at) * self.views.len() + index as usize][grade as usize] += 1;
        }
    }
}
