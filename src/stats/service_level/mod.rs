//! Service levels: the definitions in use, by name, and the general record behind them.
//!
//! Every definition is a ratio of two weighted sums over the same grades, so all of them can be counted in one pass.

mod accepted_of_accepted;
mod answered_of_answered;
mod answered_of_offered;
mod common;
mod definition;
mod handled_of_offered;
mod not_late;
mod removed_of_queued;
mod short_as_answered;
#[cfg(test)]
mod tests;
mod weights;
mod within_hours;
mod without_abandoned_in_time;
mod without_short_abandoned;

pub use definition::{BookedIn, ClockStart, Grade, OpenTime, ServiceLevel, Weights};

use crate::family::{Complaint, Entry, Family, Member, Settings};

/// How a definition is made from what it is told.
pub type Make = fn(&Settings) -> Result<ServiceLevel, Complaint>;

/// Every definition of service level, sorted by keyword.
pub static SERVICE_LEVELS: Family<Make> = Family {
    name: "service-levels",
    summary: "which contacts count as served well, out of which contacts",
    bare: Some("answered-of-offered"),
    entries: &[
        accepted_of_accepted::ENTRY,
        answered_of_answered::ENTRY,
        answered_of_offered::ENTRY,
        handled_of_offered::ENTRY,
        not_late::ENTRY,
        removed_of_queued::ENTRY,
        short_as_answered::ENTRY,
        weights::ENTRY,
        within_hours::ENTRY,
        without_abandoned_in_time::ENTRY,
        without_short_abandoned::ENTRY,
    ],
};
