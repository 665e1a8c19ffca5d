//! Dialling: in which way a campaign calls the customers of its list: how many calls at a time, and who dials.
//!
//! A mode is a row of data and never sees the centre: whoever plays it counts who is free, and asks how many calls that
//! is worth.

mod pacing;
mod power;
mod predictive;
mod preview;
mod progressive;

pub use pacing::{Pacing, Seen};

use crate::family::{Chosen, Complaint, Family, Settings};
use crate::random::Distribution;

/// How a campaign dials.
#[derive(Debug, Clone)]
pub struct Dialling {
    /// How many calls are under way for each agent who is free.
    pub calls: Calls,
    /// Time that an agent looks at a record before dialling it; `None`: the centre dials for whoever is free then.
    pub preview: Option<Distribution>,
}

/// How many calls are under way for each agent who is free.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Calls {
    /// Always so many [at least 1].
    Fixed(f64),
    /// As many as it turns out to take.
    Paced(Pacing),
}

/// How a mode is made from its settings.
pub type Make = fn(&Settings) -> Result<Dialling, Complaint>;

/// Every mode of dialling, sorted by keyword.
pub static DIALLING: Family<Make> = Family {
    name: "dialling-modes",
    summary: "How does a campaign dial?",
    bare: None,
    entries: &[power::ENTRY, predictive::ENTRY, preview::ENTRY, progressive::ENTRY],
};

/// The mode that was chosen.
pub fn make(chosen: &Chosen) -> Result<Dialling, Complaint> {
    (DIALLING.entries[chosen.index].make)(&chosen.settings)
}
