//! Quantities that wear their units: instants, spans, rates, shares, clock times, digests and typed ids.
//!
//! Knows nothing of contact centers. Time is an integer number of ticks; no bare `f64` of unknown unit leaves this
//! module.

mod clock;
mod digest;
mod error;
mod id;
mod key;
mod rate;
mod share;
mod span;

pub use clock::{Clock, Hours, Weekday};
pub use digest::Digest;
pub use error::UnitError;
pub use id::{AgentId, CampaignId, ContactTypeId, FlowId, LinesId, NodeId, QueueId, SkillId, TeamId};
pub use key::{bits_beside, last_moment};
pub use rate::Rate;
pub use share::Share;
pub use span::{Instant, Span, TICKS_PER_SECOND};
