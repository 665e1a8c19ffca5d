//! What happened and what came out: the plain records between the engine, the statistics and the reports.
//!
//! The engine announces through an [`Observer`]; whoever counts implements it. Nothing here computes.

mod callback;
mod comparison;
mod contact;
mod decision;
mod dial;
mod exclusion;
mod exit;
mod foretold;
mod issue;
mod journal;
mod observer;
mod offer;
mod outcome;
mod reading;
mod reply;
pub mod rule;
mod summary;
mod transfer;

pub use callback::{CallbackTurn, Caller};
pub use comparison::{
    COMPARISON, CompareHead, Comparison, ConfigurationRow, ContenderRow, DifferenceRow, EstimateRow, MissingRow,
    Selection, StageRow, Verdict,
};
pub use contact::{Cause, ContactRecord};
pub use decision::{Candidate, Choice, Decision};
pub use dial::{Attempt, AttemptEnd, Called, Fate, Records, on_list};
pub use exclusion::Exclusion;
pub use exit::Exit;
pub use foretold::Foretold;
pub use issue::{Felt, IssueEnd, IssueRecord};
pub use journal::{Journal, Names};
pub use observer::{Observer, Plainly, Together, Unwatched};
pub use offer::{Offer, OfferEnd};
pub use outcome::{AgentState, Aside, Departure, Outcome};
pub use reading::{Amount, Reading, Telling, ToldKey, Unit};
pub use reply::Reply;
pub use rule::{RULES, Rule};
pub use summary::{MeasureRow, RunHead, SCHEMA, ScenarioHead, Summary};
pub use transfer::{HandOver, Transfer};
