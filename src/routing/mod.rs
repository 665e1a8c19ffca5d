//! Routing rules: which agent for a contact, which contact for an agent, from which queue, and how long that should take.
//!
//! A rule is a place in an ordered list of keys; it knows candidates, never the centre. Ties that the whole list
//! leaves open are broken by number: the agent first in the file, the contact that arrived first.

pub mod agent;
pub mod contact;
pub mod estimate;
pub mod guard;
pub mod queue;

pub use agent::{AGENT_KEYS, AgentKey, AtLogin, First, MakeAgentKey, Reading, Resets, Since, TeamFigure, Window};
pub use contact::{CONTACT_KEYS, ContactKey, SCORE, Score, Urgent};
pub use estimate::{ESTIMATORS, Estimating, Estimator};
pub use guard::{GUARDS, Guard};
pub use queue::{QUEUE_KEYS, QueueKey};
