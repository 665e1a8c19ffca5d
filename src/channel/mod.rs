//! Channels: how a contact reaches the centre, and what that asks of an agent.
//!
//! A channel is a constant; the engine reads numbers from it and never asks which one it is.

mod callback;
mod chat;
mod email;
mod in_person;
mod messaging;
mod phone;
mod post;
mod social;
mod task;
mod video;
mod web;

use crate::family::{Entry, Family};

/// How contacts of one channel behave while they wait and while they are served.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Channel {
    /// The keyword.
    pub name: &'static str,
    /// Whether the customer is there and waits; otherwise the work is deferred and nobody hangs up.
    pub live: bool,
    /// Contacts that one person holds at once where the team says nothing else.
    pub at_once: u16,
    /// Priority class of contact types that state none [lower is served first].
    pub priority: u16,
}

impl Channel {
    /// What an agent has to give where contacts take even parts of it [units].
    ///
    /// So much that an n-th of it, rounded down, fits in exactly n times for every n up to 100: that takes at least
    /// n (n + 1). A multiple of all n up to 12.
    pub const CAPACITY: u16 = 27_720;
}

/// Every channel, sorted by keyword.
pub static CHANNELS: Family<Channel> = Family {
    name: "channels",
    summary: "how a contact reaches the centre",
    bare: None,
    entries: &[
        callback::ENTRY,
        chat::ENTRY,
        email::ENTRY,
        in_person::ENTRY,
        messaging::ENTRY,
        phone::ENTRY,
        post::ENTRY,
        social::ENTRY,
        task::ENTRY,
        video::ENTRY,
        web::ENTRY,
    ],
};

/// The entry of a channel without settings.
const fn entry(channel: Channel, summary: &'static str, example: &'static str) -> Entry<Channel> {
    let keyword = channel.name;
    Entry { member: crate::family::Member { keyword, summary, main: None, settings: &[], example }, make: channel }
}
