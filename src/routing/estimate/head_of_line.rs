//! The wait so far of the contact at the head of the line.

use std::sync::Arc;

use super::{Entry, Estimating, Make, Seen, entry};

pub(super) const ENTRY: Entry<Make> = entry(
    |_| Ok(Arc::new(HeadOfLine)),
    "head-of-line",
    "the longest time in the queue of those who wait there now, nothing when nobody does; less what the contact itself has \
     waited already. Source: Ibrahim and Whitt, Manufacturing & Service Operations Management 11, 2009 (HOL)",
    &[],
    "{ head-of-line = {} }",
);

#[derive(Debug, Clone)]
struct HeadOfLine;

impl Estimating for HeadOfLine {
    fn further_wait(&self, seen: &Seen) -> f64 {
        (seen.oldest.as_seconds() - seen.waited.as_seconds()).max(0.0)
    }
}
