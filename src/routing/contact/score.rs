//! The most points first.

use super::{ContactKey, Entry, Make, entry};
use crate::record::{Telling, Unit};

/// Points that a contact has after some time in its queue: they grow evenly, between two bounds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Score {
    /// Points at once.
    pub base: f64,
    /// Points for each number of the priority class.
    pub per_class: f64,
    /// Points for each minute of waiting, credited time included; not negative.
    pub per_minute: f64,
    /// It never has less.
    pub least: f64,
    /// It never has more.
    pub most: f64,
}

/// What a contact has where nothing else is said: its wait in minutes.
pub const SCORE: Score =
    Score { base: 0.0, per_class: 0.0, per_minute: 1.0, least: f64::NEG_INFINITY, most: f64::INFINITY };

pub(super) const ENTRY: Entry<Make> = entry(
    |_| Ok(ContactKey::Score),
    "score",
    "the contact with most points by the `score` of its type, else of its queue, else its wait in minutes; where all \
     points grow equally fast and without bounds this costs as much as `longest-wait`, else they are worked out at \
     every decision for one contact of each type, queue and class",
    "[\"score\"]",
);

/// How its numbers are told.
pub(super) const TOLD: Telling = Telling::new("{}", Unit::Count("point"));
