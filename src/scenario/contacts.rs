//! Contact types: who arrives, how patient they are, what they need, and when they come again.

use std::sync::Arc;

use crate::arrival::Process;
use crate::channel::Channel;
use crate::random::Distribution;
use crate::units::{FlowId, LinesId, QueueId, Share, SkillId, Span};

/// One kind of contact.
#[derive(Debug, Clone)]
pub struct ContactType {
    /// Name given in the file.
    pub name: String,
    /// How it reaches the centre.
    pub channel: Channel,
    /// Where contacts come from: the sum of these processes.
    pub arrivals: Vec<Arc<dyn Process>>,
    /// What a contact meets first.
    pub entrance: Entrance,
    /// Trunk lines that a contact holds from first to last moment.
    pub lines: Option<LinesId>,
    /// Time in a queue after which the customer hangs up; never for deferred channels.
    pub patience: Distribution,
    /// Probability that the customer leaves at once when no agent is free.
    pub balking: Share,
    /// Time an agent talks or works with the customer, before the agent's speed.
    pub talk: Distribution,
    /// Time the agent needs afterwards before the next contact.
    pub wrap_up: Distribution,
    /// Skill an agent must have; `None`: every agent will do.
    pub skill: Option<SkillId>,
    /// Lowest level of that skill that will do.
    pub least_level: u16,
    /// Priority class [lower is served first].
    pub priority: u16,
    /// Waiting time that a contact is credited with when it enters a queue.
    pub head_start: Span,
    /// When customers who were not served try again.
    pub redial: Redial,
    /// When customers who were served come back because their problem is not solved.
    pub reconnect: Option<Retry>,
}

/// What a contact meets first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entrance {
    /// A queue.
    Queue(QueueId),
    /// An IVR flow.
    Flow(FlowId),
}

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
