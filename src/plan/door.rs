//! Doors: opening hours laid out over the horizon.

use super::Days;
use crate::units::{Hours, Instant};

/// One stretch of being open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opening {
    /// First moment at which it is open.
    pub opens: Instant,
    /// First moment at which it is closed again.
    pub closes: Instant,
}

/// When something is open; ordered, without overlap.
#[derive(Debug, Clone, Default)]
pub struct Door {
    /// Whether it never closes.
    always: bool,
    openings: Vec<Opening>,
}

impl Door {
    /// Opening hours over a horizon that ends at `end`.
    pub fn new(hours: &Hours, days: &Days, end: Instant) -> Self {
        if hours.is_always() {
            return Self { always: true, openings: Vec::new() };
        }
        let mut openings: Vec<Opening> = Vec::new();
        for day in 0..=days.day_of(end) {
            for (from, to) in &hours.days[days.weekday(day).index()] {
                let opens = days.at(day, from.since_midnight()).0;
                let closes = days.at(day, to.since_midnight()).0;
                match openings.last_mut() {
                    Some(last) if last.closes == opens => last.closes = closes,
                    _ if opens < closes => openings.push(Opening { opens, closes }),
                    _ => {}
                }
            }
        }
        Self { always: false, openings }
    }

    /// Whether it is open at a moment.
    #[inline]
    pub fn is_open(&self, at: Instant) -> bool {
        if self.always {
            return true;
        }
        let after = self.openings.partition_point(|opening| opening.opens <= at);
        after > 0 && at < self.openings[after - 1].closes
    }

    /// The moments at which it closes.
    pub fn closings(&self) -> Vec<Instant> {
        self.openings.iter().map(|opening| opening.closes).collect()
    }
}
