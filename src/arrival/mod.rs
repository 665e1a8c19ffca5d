//! The family of arrival processes: when contacts of a type arrive.
//!
//! A source gives one arrival after the other and keeps none, so that a year costs no more memory than a day.

mod batch;
mod busyness;
mod fixed;
mod moments;
mod per_hour;
mod poisson;
mod process;
mod renewal;
mod scheduled;
mod source;
mod trace;

#[cfg(test)]
mod tests;

pub use batch::{Batch, Size};
pub use busyness::{DayFactor, GammaDays};
pub use fixed::Fixed;
pub use moments::{DAYS, MOMENT, moments};
pub use poisson::Poisson;
pub use process::{LeftOut, Process};
pub use renewal::Renewal;
pub use source::{Constant, Piecewise, Source};
pub use trace::Trace;

use std::sync::Arc;

use crate::calendar::Calendar;
use crate::family::{Chosen, Complaint, Family, Settings};

/// How an arrival process is made from its settings, for one calendar.
pub type Make = fn(&Settings, &Calendar) -> Result<Arc<dyn Process>, Complaint>;

/// Every arrival process, sorted by keyword.
pub static ARRIVALS: Family<Make> = Family {
    name: "arrivals",
    summary: "When do contacts arrive?",
    bare: Some("poisson"),
    entries: &[
        batch::ENTRY,
        fixed::ENTRY,
        per_hour::ENTRY,
        poisson::ENTRY,
        renewal::ENTRY,
        scheduled::ENTRY,
        trace::ENTRY,
    ],
};

/// The arrival process that was chosen.
pub fn make(chosen: &Chosen, calendar: &Calendar) -> Result<Arc<dyn Process>, Complaint> {
    (ARRIVALS.entries[chosen.index].make)(&chosen.settings, calendar)
}
