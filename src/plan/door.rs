//! Doors: opening hours laid out over the horizon.

use crate::calendar::Calendar;
use crate::units::{Hours, Instant};

/// When something is open.
#[derive(Debug, Clone, Default)]
pub struct Door {
    /// Whether it never closes.
    always: bool,
    /// First moment open and first moment closed again; ordered, without overlap.
    openings: Vec<(Instant, Instant)>,
}

impl Door {
    /// Opening hours over a horizon.
    pub fn new(hours: &Hours, calendar: &Calendar) -> Self {
        let always = hours.is_always();
        Self { always, openings: if always { Vec::new() } else { calendar.openings(hours) } }
    }

    /// The same at some times alone, first moment open and first moment closed again, in order and apart.
    #[must_use]
    pub fn only_at(self, times: &[(Instant, Instant)]) -> Self {
        if self.always {
            return Self { always: false, openings: times.to_vec() };
        }
        let both = |&(from, to): &(Instant, Instant)| {
            let shared = self.openings.iter().map(move |&(opens, closes)| (opens.max(from), closes.min(to)));
            shared.filter(|(opens, closes)| opens < closes)
        };
        Self { always: false, openings: times.iter().flat_map(both).collect() }
    }

    /// Whether it is open at a moment.
    #[inline]
    pub fn is_open(&self, at: Instant) -> bool {
        if self.always {
            return true;
        }
        let begun = self.openings.partition_point(|(opens, _)| *opens <= at);
        begun > 0 && at < self.openings[begun - 1].1
    }

    /// The next moment at which it opens; never if it does not.
    pub fn opens_after(&self, at: Instant) -> Instant {
        let begun = self.openings.partition_point(|(opens, _)| *opens <= at);
        self.openings.get(begun).map_or(Instant::NEVER, |(opens, _)| *opens)
    }

    /// The next moment at which it opens or closes; never if it does not.
    pub fn changes_after(&self, at: Instant) -> Instant {
        let changes = self.openings.iter().flat_map(|(opens, closes)| [*opens, *closes]);
        let begun = self.openings.partition_point(|(_, closes)| *closes <= at);
        changes.skip(2 * begun).find(|change| *change > at).unwrap_or(Instant::NEVER)
    }

    /// The moments at which it closes.
    pub fn closings(&self) -> Vec<Instant> {
        self.openings.iter().map(|(_, closes)| *closes).collect()
    }
}
