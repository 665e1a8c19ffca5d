//! Routing for the whole centre: how a free agent picks among waiting contacts.

use super::section::{default, filled};
use crate::family::{Complaint, Kind, Located, Setting, Settings};
use crate::routing::{AGENT_KEYS, AgentKey, CONTACT_KEYS, ContactKey};

/// How agents and contacts are matched.
#[derive(Debug, Clone)]
pub struct Routing {
    /// Keys that pick the contact, first key first. Never empty.
    pub contact_order: Vec<ContactKey>,
}

pub(super) static SETTINGS: &[Setting] = &[
    default(
        "contact_order",
        Kind::List(&Kind::Family(&CONTACT_KEYS)),
        "[\"priority\", \"longest-wait\"]",
        "what ranks waiting contacts for a free agent, first key first; what is still equal goes by arrival",
    ),
    default(
        "agent_order",
        AGENT_ORDER,
        "[\"longest-idle\"]",
        "what ranks free agents for a contact, in queues that do not say it themselves; what is still equal goes by \
         the order of the file",
    ),
];

/// A list of keys that pick the agent.
pub(super) const AGENT_ORDER: Kind = Kind::List(&Kind::Family(&AGENT_KEYS));

/// How agents and contacts are matched, by these settings.
pub(super) fn build(settings: &Settings) -> Result<Routing, Complaint> {
    let key = |located: &Located| CONTACT_KEYS.entries[located.member().index].make;
    Ok(Routing { contact_order: filled(settings, "contact_order")?.iter().map(key).collect() })
}

/// The keys that pick the agent, from the setting `agent_order`.
pub(super) fn agent_order(settings: &Settings) -> Result<Vec<AgentKey>, Complaint> {
    Ok(filled(settings, "agent_order")?.iter().map(|located| AGENT_KEYS.entries[located.member().index].make).collect())
}
