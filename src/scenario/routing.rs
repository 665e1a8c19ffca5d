//! Routing for the whole centre: how a free agent picks among waiting contacts.

use super::read::{Findings, Names};
use super::section::{default, filled};
use crate::family::{Chosen, Complaint, Kind, Located, Setting, Settings};
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
    let contact_order: Vec<ContactKey> = filled(settings, "contact_order")?.iter().map(key).collect();
    once_each(&contact_order, "contact_order")?;
    Ok(Routing { contact_order })
}

/// The keys that pick the agent, from the setting `agent_order`.
pub(super) fn agent_order(settings: &Settings, names: &Names, findings: &mut Findings) -> Option<Vec<AgentKey>> {
    let list = findings.made(settings, filled(settings, "agent_order"))?;
    let keys: Vec<Option<AgentKey>> = list.iter().map(|located| agent_key(located.member(), names, findings)).collect();
    let order: Vec<AgentKey> = keys.into_iter().collect::<Option<_>>()?;
    findings.made(settings, each_heard(&order)).map(|()| order)
}

/// One key that picks the agent.
pub(super) fn agent_key(chosen: &Chosen, names: &Names, findings: &mut Findings) -> Option<AgentKey> {
    let make = AGENT_KEYS.entries[chosen.index].make;
    findings.made(&chosen.settings, make(&chosen.settings, &names.agents()))
}

/// Refuses a list with a key that never decides.
fn each_heard(order: &[AgentKey]) -> Result<(), Complaint> {
    once_each(order, "agent_order")?;
    for (place, key) in order.iter().enumerate() {
        if let Some(why) = order[..place].iter().find_map(|before| key.unheard_after(before)) {
            let text = format!("key {} of `agent_order` never decides: {why}", place + 1);
            return Err(Complaint::about("agent_order", text).help("leave it out, or put it first"));
        }
    }
    Ok(())
}

/// Refuses a list that names a key twice.
fn once_each<Key: PartialEq>(order: &[Key], setting: &'static str) -> Result<(), Complaint> {
    let twice = (1..order.len()).find(|&place| order[..place].contains(&order[place]));
    match twice {
        None => Ok(()),
        Some(place) => {
            let text = format!("key {} of `{setting}` stands there twice, expected each key once", place + 1);
            Err(Complaint::about(setting, text).help("leave the second one out"))
        }
    }
}
