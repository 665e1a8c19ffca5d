//! Coming again: whether and when customers do, by the reason why.

use super::section::{Site, filled, optional, required, shares};
use crate::family::{Complaint, Kind, Setting, Settings};
use crate::random::Distribution;
use crate::random::distribution::DISTRIBUTIONS;
use crate::units::Share;

/// Coming again, by the reason why the last attempt failed.
#[derive(Debug, Clone, Default)]
pub struct Redial {
    /// After hanging up in a queue or balking.
    pub abandoned: Option<Retry>,
    /// After a busy tone.
    pub blocked: Option<Retry>,
    /// After finding the centre closed.
    pub closed: Option<Retry>,
}

/// Whether and when a customer comes again.
#[derive(Debug, Clone)]
pub struct Retry {
    /// Probability after attempt 1, 2, …; the last value holds for all later attempts.
    pub probability: Vec<Share>,
    /// Time until the next attempt.
    pub delay: Distribution,
}

pub(super) static REDIAL: &[Setting] = &[
    optional("abandoned", Kind::Table(&RETRY), "after hanging up in a queue, or balking"),
    optional("blocked", Kind::Table(&RETRY), "after a busy tone"),
    optional("closed", Kind::Table(&RETRY), "after finding the centre closed"),
];

pub(super) static RETRY: [Setting; 2] = [
    required(
        "probability",
        Kind::List(&Kind::Share),
        "probability of coming again after attempt 1, 2, …; the last one holds for all later attempts",
    ),
    required("delay", Kind::Family(&DISTRIBUTIONS), "time until the next attempt"),
];

pub(super) fn redial(table: &Settings, site: &mut Site<'_>) -> Redial {
    let [abandoned, blocked, closed] =
        ["abandoned", "blocked", "closed"].map(|cause| optional_retry(table, cause, site));
    Redial { abandoned, blocked, closed }
}

/// A retry if one is written and right; what is wrong goes to the findings.
pub(super) fn optional_retry(settings: &Settings, name: &str, site: &mut Site<'_>) -> Option<Retry> {
    settings.find_table(name).and_then(|table| retry(&table, site))
}

pub(super) fn retry(table: &Settings, site: &mut Site<'_>) -> Option<Retry> {
    let probability = site.findings.made(table, filled(table, "probability")).map(|list| shares(&list));
    let delay = site.duration(table, "delay");
    let retry = Retry { probability: probability?, delay: delay? };
    if retry.probability.last() == Some(&Share::ONE) && retry.delay.mean() == 0.0 {
        let text = "everybody comes again at once and for ever: the last probability is 100% and the delay 0s";
        site.findings.complain(table, Complaint::about("delay", text).help("let some give up, or wait before"));
        return None;
    }
    Some(retry)
}
