//! Explanations: why a contact went where it went and why an agent did what the agent did, told in plain sentences.
//!
//! Listeners remember what concerns one contact or one agent, nothing else; they hear the same replication again.

mod agent;
mod contact;
mod data;
mod journal;
mod naming;
mod people;
mod said;
mod story;
mod words;

pub use agent::AgentStory;
pub use contact::ContactStory;
pub use journal::{JOURNAL, JournalHead, JsonJournal};
pub use naming::Naming;
pub use story::{EXPLANATION, Step, Story};
