//! Views: grades of service levels that are counted otherwise than the plain ones.

use super::{Bounds, Layout, Tally};
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

/// Service levels that need grades of their own, by pair which of them, and by pair the bounds of the plain grades.
pub(super) fn of(layout: &Layout) -> (Vec<View>, Vec<std::ops::Range<u32>>, Vec<Bounds>) {
    let (mut views, mut views_of_pair, mut bounds) = (Vec::new(), Vec::new(), Vec::new());
    for &(_, queue) in &layout.pairs {
        let plan = &layout.queues[queue as usize];
        bounds.push(Bounds::of(&plan.levels[0]));
        let first = views.len() as u32;
        for level in plan.viewed() {
            let of = &plan.levels[level];
            let (clock, open, booked) = (of.clock, of.open.clone(), of.booked);
            views.push(View { level, bounds: Bounds::of(of), clock, open, booked });
        }
        views_of_pair.push(first..views.len() as u32);
    }
    (views, views_of_pair, bounds)
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
        if self.views.len() + self.deferred.len() > 0 {
            // A copy, so that on the usual way the contact need not lie in memory.
            self.view_closely(now, &{ *contact }, pair, grade);
        }
    }

    /// The same where there are any; kept apart, so that whoever counts otherwise is not slowed down by it.
    #[inline(never)]
    fn view_closely(
        &mut self,
        now: Instant,
        contact: &ContactRecord,
        pair: usize,
        grade: impl Fn(Bounds, Span) -> Grade,
    ) {
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
