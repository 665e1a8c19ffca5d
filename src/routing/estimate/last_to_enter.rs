//! The wait of the contact that was answered last.

use std::sync::Arc;

use super::{Answer, Entry, Estimating, Make, Seen, entry};
use crate::units::Span;

pub(super) const ENTRY: Entry<Make> = entry(
    |_| Ok(Arc::new(LastToEnter(0.0))),
    "last-to-enter",
    "the wait of the last contact that was answered after waiting, nothing before the first; less what the contact itself \
     has waited already. Source: Ibrahim and Whitt, Manufacturing & Service Operations Management 11, 2009 (LES)",
    &[],
    "{ last-to-enter = {} }",
);

/// That wait [seconds].
#[derive(Debug, Clone)]
struct LastToEnter(f64);

impl Estimating for LastToEnter {
    fn answered(&mut self, answer: Answer) {
        if answer.wait > Span::ZERO {
            self.0 = answer.wait.as_seconds();
        }
    }

    fn further_wait(&self, seen: &Seen) -> f64 {
        (self.0 - seen.waited.as_seconds()).max(0.0)
    }
}
