//! Routing for the whole centre: how a free agent picks among waiting contacts.

use super::preset::PRESETS;
use super::read::{Findings, Names};
use super::section::{default, filled, optional};
use crate::family::{Chosen, Complaint, Kind, Located, Setting, Settings};
use crate::routing::{AGENT_KEYS, AgentKey, CONTACT_KEYS, ContactKey, QUEUE_KEYS, QueueKey};

/// How agents and contacts are matched.
#[derive(Debug, Clone)]
pub struct Routing {
    /// Keys that pick the contact, first key first. Never empty.
    pub contact_order: Vec<ContactKey>,
    /// Keys that pick the queue before the contact is picked; empty where all contacts are compared with each other.
    pub queue_order: Vec<QueueKey>,
}

pub(super) static SETTINGS: &[Setting] = &[
    optional(
        "policy",
        POLICY,
        "how a platform routes: a preset for the whole centre, whose lines give way to written ones",
    ),
    default(
        "contact_order",
        Kind::List(&Kind::Family(&CONTACT_KEYS)),
        "[\"priority\", \"longest-wait\"]",
        "what ranks waiting contacts for a free agent, first key first; what is still equal goes by arrival",
    ),
    optional(
        "queue_order",
        Kind::List(&Kind::Family(&QUEUE_KEYS)),
        "what ranks the queues for a free agent, first key first, before `contact_order` picks within the best queue; \
         what is still equal goes by the order of the file. Without, the contacts of all queues are compared with each \
         other",
    ),
    default(
        "agent_order",
        AGENT_ORDER,
        "[\"longest-idle\"]",
        "what ranks free agents for a contact, in queues that do not say it themselves; what is still equal goes by \
         the order of the file",
    ),
];

/// A preset.
pub(super) const POLICY: Kind = Kind::Family(&PRESETS);

/// A list of keys that pick the agent.
pub(super) const AGENT_ORDER: Kind = Kind::List(&Kind::Family(&AGENT_KEYS));

/// How agents and contacts are matched, by these settings.
pub(super) fn build(settings: &Settings) -> Result<Routing, Complaint> {
    Ok(Routing { contact_order: contact_order(settings)?, queue_order: queue_order(settings)? })
}

fn contact_order(settings: &Settings) -> Result<Vec<ContactKey>, Complaint> {
    let key = |located: &Located| {
        let chosen = located.member();
        (CONTACT_KEYS.entries[chosen.index].make)(&chosen.settings)
    };
    let order: Vec<ContactKey> = filled(settings, "contact_order")?.iter().map(key).collect();
    once_each(&order, "contact_order")?;
    all_heard(&order, "contact_order", ContactKey::unheard_after)?;
    Ok(order)
}

fn queue_order(settings: &Settings) -> Result<Vec<QueueKey>, Complaint> {
    if settings.find("queue_order").is_none() {
        return Ok(Vec::new());
    }
    let key = |located: &Located| QUEUE_KEYS.entries[located.member().index].make;
    let order: Vec<QueueKey> = filled(settings, "queue_order")?.iter().map(key).collect();
    once_each(&order, "queue_order")?;
    Ok(order)
}

/// The keys that pick the agent, from the setting `agent_order`.
pub(super) fn agent_order(settings: &Settings, names: &Names, findings: &mut Findings) -> Option<Vec<AgentKey>> {
    let list = findings.made(settings, filled(settings, "agent_order"))?;
    let keys: Vec<Option<AgentKey>> = list.iter().map(|located| agent_key(located.member(), names, findings)).collect();
    let order: Vec<AgentKey> = keys.into_iter().collect::<Option<_>>()?;
    let heard =
        once_each(&order, "agent_order").and_then(|()| all_heard(&order, "agent_order", AgentKey::unheard_after));
    findings.made(settings, heard).map(|()| order)
}

/// One key that picks the agent.
pub(super) fn agent_key(chosen: &Chosen, names: &Names, findings: &mut Findings) -> Option<AgentKey> {
    let make = AGENT_KEYS.entries[chosen.index].make;
    findings.made(&chosen.settings, make(&chosen.settings, &names.agents()))
}

/// Refuses a list with a key that another one before it leaves nothing to decide; `why` says why.
fn all_heard<Key>(
    order: &[Key],
    setting: &'static str,
    why: impl Fn(&Key, &Key) -> Option<&'static str>,
) -> Result<(), Complaint> {
    for (place, key) in order.iter().enumerate() {
        if let Some(why) = order[..place].iter().find_map(|before| why(key, before)) {
            let text = format!("key {} of `{setting}` never decides: {why}", place + 1);
            return Err(Complaint::about(setting, text).help("leave it out, or put it first"));
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
