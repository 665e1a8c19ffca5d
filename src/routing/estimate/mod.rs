//! Estimates of the wait: what a queue says of how long one who waits there will still wait.
//!
//! An estimator knows its queue by what it is shown, never the centre. It may be wrong; how wrong is measured elsewhere.

mod head_of_line;
mod last_answered;
mod last_to_enter;
mod minute_means;
mod moving_average;
pub(crate) mod pace;
mod people_adjusted;
mod queue_length;
mod rate_of_service;
mod recent;
mod stat_server;
#[cfg(test)]
mod tests;

use std::fmt::Debug;
use std::sync::Arc;

pub use queue_length::QueueLength;

use crate::family::{Complaint, Entry, Family, Kind, Member, Need, Setting, Settings};
use crate::units::{Instant, Span};

/// How the wait in a queue is estimated; it has seen nothing yet.
pub trait Estimator: Debug + Send + Sync {
    /// The estimator of a run that begins.
    fn begin(&self) -> Box<dyn Estimating>;
}

/// An estimator in a run, with what it remembers of its queue.
pub trait Estimating: Debug {
    /// A contact began to wait, or waits on after it left its place for a while.
    fn began_waiting(&mut self, _contact: Newcomer) {}
    /// An agent answered a contact, which may have waited or not.
    fn answered(&mut self, _answer: Answer) {}
    /// The wait that is still to come for one contact [seconds]; infinite where there is no end in sight.
    fn further_wait(&self, seen: &Seen) -> f64;
}

/// A contact that begins to wait.
#[derive(Debug, Clone, Copy)]
pub struct Newcomer {
    /// When it entered the queue.
    pub entered: Instant,
    /// Class of its type.
    pub class: u16,
    /// Whether nobody of its class waits already.
    pub first_of_class: bool,
}

/// A contact that an agent answers.
#[derive(Debug, Clone, Copy)]
pub struct Answer {
    /// The moment.
    pub now: Instant,
    /// Time it was in the queue.
    pub wait: Span,
    /// Class of its type.
    pub class: u16,
    /// People at work who may serve the queue.
    pub staffed: u32,
}

/// A queue as one contact finds it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Seen {
    /// The moment.
    pub now: Instant,
    /// Its place: 1 where nobody comes before it. Classes come in their order, equal ones as they entered.
    pub position: u32,
    /// Its place among those of its class.
    pub position_in_class: u32,
    /// The class of its type.
    pub class: u16,
    /// How long it has waited so far.
    pub waited: Span,
    /// The longest time that anybody who waits has been in the queue; none when nobody does.
    pub oldest: Span,
    /// People with room for one contact more who may serve the queue.
    pub available: u32,
    /// People at work who may serve the queue.
    pub staffed: u32,
    /// Mean talk and wrap-up of the queue's contacts so far [seconds]; `None` before the first is over.
    pub handle_time: Option<f64>,
    /// Mean talk and wrap-up of the contact types that come to the queue, as written [seconds].
    pub written_handle_time: f64,
    /// Share of the queue in all talk and wrap-up of queues that its people may serve; 1 before any.
    pub share_of_work: f64,
}

impl<Of: Estimating + Clone + Send + Sync + 'static> Estimator for Of {
    fn begin(&self) -> Box<dyn Estimating> {
        Box::new(self.clone())
    }
}

/// How an estimator is made from its settings.
pub type Make = fn(&Settings) -> Result<Arc<dyn Estimator>, Complaint>;

/// Every estimator, sorted by keyword.
pub static ESTIMATORS: Family<Make> = Family {
    name: "estimators",
    summary: "how a queue estimates the wait of one who comes or waits: for `expected_wait` of conditions, for \
              `shortest-wait`, for what customers are told, and for callbacks",
    bare: None,
    entries: &[
        head_of_line::ENTRY,
        last_answered::ENTRY,
        last_to_enter::ENTRY,
        minute_means::ENTRY,
        moving_average::ENTRY,
        people_adjusted::ENTRY,
        queue_length::ENTRY,
        rate_of_service::ENTRY,
        stat_server::ENTRY,
    ],
};

/// The entry of an estimator.
const fn entry(
    make: Make,
    keyword: &'static str,
    summary: &'static str,
    settings: &'static [Setting],
    example: &'static str,
) -> Entry<Make> {
    Entry { member: Member { keyword, summary, main: None, settings, example }, make }
}

/// A setting that reads as this where it is not written.
const fn default(name: &'static str, kind: Kind, value: &'static str, summary: &'static str) -> Setting {
    Setting { name, kind, need: Need::Default(value), summary }
}

/// A setting that may be absent.
const fn optional(name: &'static str, kind: Kind, summary: &'static str) -> Setting {
    Setting { name, kind, need: Need::Optional, summary }
}

/// How many answers are remembered.
const COUNT: Setting = default("count", Kind::Count(1, 1_000), "10", "how many of them");

/// A span above zero that ends.
fn positive(settings: &Settings, name: &'static str) -> Result<Span, Complaint> {
    let span = settings.span(name);
    if span == Span::ZERO || span.is_never() {
        return Err(Complaint::about(name, format!("`{name}` is `{span}`, expected a duration above 0s that ends")));
    }
    Ok(span)
}
