//! Routing for the whole centre: how a free agent picks among waiting contacts.

use super::preset::PRESETS;
use super::read::{Findings, Names};
use super::section::{default, filled, finite, optional, required};
use crate::family::{Choice, Chosen, Complaint, Kind, Located, Setting, Settings};
use crate::routing::{AGENT_KEYS, AgentKey, CONTACT_KEYS, ContactKey, GUARDS, Guard, QUEUE_KEYS, QueueKey};
use crate::units::{Share, Span};

/// How agents and contacts are matched.
#[derive(Debug, Clone)]
pub struct Routing {
    /// Keys that pick the contact, first key first. Never empty.
    pub contact_order: Vec<ContactKey>,
    /// Keys that pick the queue before the contact is picked; empty where all contacts are compared with each other.
    pub queue_order: Vec<QueueKey>,
    /// What withholds free agents from contacts for the sake of others.
    pub guards: Vec<Guard>,
    /// Contacts and agents are matched at multiples of it; zero: at once.
    pub match_every: Span,
    /// Most contacts that look for agents in one round.
    pub match_at_most: u32,
    /// How long after the end of a contact an agent is not known to be free.
    pub free_seen_after: Span,
    /// News of free agents that never come; `None`: all come.
    pub lost_updates: Option<LostUpdates>,
    /// Who looks for whom where one event makes several pairs possible.
    pub lead: Lead,
}

/// News of free agents that never come.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LostUpdates {
    /// Share of the ends of contacts of which it never comes.
    pub share: Share,
    /// How long after the end the agent is found to be free all the same.
    pub found_after: Span,
}

impl Routing {
    /// Whether an agent who has ended a contact is not known to be free at once.
    pub fn sees_late(&self) -> bool {
        self.free_seen_after > Span::ZERO || self.lost_updates.is_some()
    }
}

/// Who looks for whom where one event makes several pairs of a waiting contact and a free agent possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lead {
    /// Whoever the event is about.
    Event,
    /// Contacts, first ones first, each for the agent who comes first for it.
    Contact,
    /// Agents in the order of the file, each for the contact that comes first for the agent.
    Agent,
    /// Nobody: the pair with most points is made first.
    Pair,
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
         what is still equal goes by the order of the file. Without, as `stages` says",
    ),
    optional(
        "stages",
        Kind::Choice(STAGES),
        "whether a free agent picks a contact, or a queue first; without, `two` where `queue_order` is written, else `one`",
    ),
    default(
        "lead",
        Kind::Choice(LEAD),
        "\"event\"",
        "who looks for whom where one event makes several pairs possible: people who come at the same moment, a queue \
         that opens. Everywhere else one contact looks for an agent, or one agent for a contact",
    ),
    default(
        "guards",
        Kind::List(&Kind::Family(&GUARDS)),
        "[]",
        "what withholds a free agent from a contact for the sake of contacts that wait in other queues",
    ),
    default(
        "agent_order",
        AGENT_ORDER,
        "[\"longest-idle\"]",
        "what ranks free agents for a contact, in queues that do not say it themselves; what is still equal goes by \
         the order of the file",
    ),
    optional(
        "match_at_most",
        Kind::Count(1, 1_000_000),
        "with `match_every`: only so many contacts, the first ones, look for agents in one round, whether or not they find \
         any; without, all",
    ),
    default(
        "match_every",
        Kind::Span,
        "\"0s\"",
        "contacts and agents are matched only at multiples of this time from the start: waiting contacts look for \
         agents, one after the other in the order of `contact_order`. With 0s at once, as always between a contact and its \
         `preferred_agent`",
    ),
    default(
        "free_seen_after",
        Kind::Span,
        "\"0s\"",
        "how long it takes until an agent who has ended a contact is known to be free",
    ),
    optional(
        "lost_updates",
        Kind::Table(LOST_UPDATES),
        "news that an agent is free which are lost: the agent waits in vain until somebody looks; without, none",
    ),
];

static LOST_UPDATES: &[Setting] = &[
    required("share", Kind::Share, "share of the contacts at whose end the news is lost"),
    required("found_after", Kind::Span, "time from the end of the contact until the agent is found to be free"),
];

/// A preset.
pub(super) const POLICY: Kind = Kind::Family(&PRESETS);
const STAGES: &[Choice] = &[
    Choice {
        word: "one",
        summary: "contacts of all queues are compared with each other by `contact_order` of `[routing]`; a queue with a \
                  `contact_order` of its own puts forward the one contact that this picks among those the agent may take",
    },
    Choice {
        word: "two",
        summary: "queues are compared first, by `queue_order` or else by the longest wait, whatever waits in them; \
                  within the best queue in which the agent may take somebody, the queue's `contact_order` picks, or else \
                  that of `[routing]`",
    },
];

const LEAD: &[Choice] = &[
    Choice {
        word: "event",
        summary: "whoever the event is about: people who come look for contacts one after the other, in the order of the \
                  file; contacts whose queue opens look for agents, first ones first",
    },
    Choice {
        word: "contact",
        summary: "waiting contacts, in the order in which an agent for all of them would take them, each for the agent \
                  who comes first by `agent_order`; ranks of queues play no part",
    },
    Choice {
        word: "agent",
        summary: "free agents in the order of the file, each for the contact that comes first by rank, queue and \
                  `contact_order`",
    },
    Choice {
        word: "pair",
        summary: "of all pairs the one with most `points` of team and queue is made first, then the next; the longest \
                  wait and then the order of the file decide between equals",
    },
];

/// A list of keys that pick the agent.
pub(super) const AGENT_ORDER: Kind = Kind::List(&Kind::Family(&AGENT_KEYS));

/// A list of keys that pick the contact.
pub(super) const CONTACT_ORDER: Kind = Kind::List(&Kind::Family(&CONTACT_KEYS));

/// How agents and contacts are matched, by these settings.
pub(super) fn build(settings: &Settings) -> Result<Routing, Complaint> {
    let lead = match settings.choice("lead") {
        "contact" => Lead::Contact,
        "agent" => Lead::Agent,
        "pair" => Lead::Pair,
        _ => Lead::Event,
    };
    Ok(Routing {
        contact_order: contact_order(settings)?,
        queue_order: queue_order(settings)?,
        guards: guards(settings)?,
        lead,
        match_every: finite(settings, "match_every")?,
        match_at_most: match_at_most(settings, lead)?,
        free_seen_after: finite(settings, "free_seen_after")?,
        lost_updates: settings.find_table("lost_updates").as_ref().map(lost_updates).transpose()?,
    })
}

fn lost_updates(settings: &Settings) -> Result<LostUpdates, Complaint> {
    let (share, found_after) = (settings.share("share"), finite(settings, "found_after")?);
    if found_after == Span::ZERO {
        let help = "write how long an agent waits in vain, such as `found_after = \"30s\"`";
        return Err(Complaint::about("lost_updates", "lost news that are found at once are not lost").help(help));
    }
    Ok(LostUpdates { share, found_after })
}

/// The keys that pick the contact, from the setting `contact_order`.
pub(super) fn contact_order(settings: &Settings) -> Result<Vec<ContactKey>, Complaint> {
    let key = |located: &Located| {
        let chosen = located.member();
        (CONTACT_KEYS.entries[chosen.index].make)(&chosen.settings)
    };
    let order: Vec<ContactKey> = filled(settings, "contact_order")?.iter().map(key).collect::<Result<_, _>>()?;
    let is_window = |key: &ContactKey| matches!(key, ContactKey::Window(_));
    between_windows(&order, is_window, |keys, first| {
        once_each(keys, (first, "contact_order"))?;
        all_heard(keys, (first, "contact_order"), ContactKey::unheard_after)
    })?;
    let drawn = order.iter().position(|key| *key == ContactKey::Random);
    if drawn.is_some_and(|drawn| order[drawn..].iter().any(is_window)) {
        let complaint = Complaint::about("contact_order", "a window stands behind `random`, expected chance after it");
        return Err(complaint.help("put `random` behind the window, or leave it out"));
    }
    Ok(order)
}

fn queue_order(settings: &Settings) -> Result<Vec<QueueKey>, Complaint> {
    let stages = settings.find_choice("stages");
    if settings.find("queue_order").is_none() {
        return Ok(if stages == Some("two") { vec![QueueKey::LongestWait] } else { Vec::new() });
    }
    if stages == Some("one") {
        let text = "`stages` is `one`, and `queue_order` picks a queue first, expected one or the other";
        return Err(Complaint::about("stages", text).help("remove `queue_order`, or write `stages = \"two\"`"));
    }
    let key = |located: &Located| QUEUE_KEYS.entries[located.member().index].make;
    let order: Vec<QueueKey> = filled(settings, "queue_order")?.iter().map(key).collect();
    once_each(&order, (0, "queue_order"))?;
    Ok(order)
}

/// Most contacts that look for agents in one round.
fn match_at_most(settings: &Settings, lead: Lead) -> Result<u32, Complaint> {
    let Some(most) = settings.find_count("match_at_most") else { return Ok(u32::MAX) };
    let refused = |text: &str, help: &str| Err(Complaint::about("match_at_most", text).help(help));
    if finite(settings, "match_every")? == Span::ZERO {
        return refused(
            "`match_at_most` says nothing without `match_every`",
            "write `match_every = \"5s\"`, or remove it",
        );
    }
    if matches!(lead, Lead::Agent | Lead::Pair) {
        return refused(
            "`match_at_most` says nothing where contacts do not look for agents",
            "write `lead = \"contact\"`, or remove it",
        );
    }
    Ok(most as u32)
}

fn guards(settings: &Settings) -> Result<Vec<Guard>, Complaint> {
    let guard = |located: &Located| GUARDS.entries[located.member().index].make;
    let guards: Vec<Guard> = settings.list("guards").iter().map(guard).collect();
    once_each(&guards, (0, "guards"))?;
    Ok(guards)
}

/// The keys that pick the agent, from the setting `agent_order`.
pub(super) fn agent_order(settings: &Settings, names: &Names, findings: &mut Findings) -> Option<Vec<AgentKey>> {
    let list = findings.made(settings, filled(settings, "agent_order"))?;
    let keys: Vec<Option<AgentKey>> = list.iter().map(|located| agent_key(located.member(), names, findings)).collect();
    let order: Vec<AgentKey> = keys.into_iter().collect::<Option<_>>()?;
    let is_window = |key: &AgentKey| matches!(key, AgentKey::Window(_) | AgentKey::View(_));
    let heard = between_windows(&order, is_window, |keys, first| {
        once_each(keys, (first, "agent_order"))?;
        all_heard(keys, (first, "agent_order"), AgentKey::unheard_after)
    });
    let heard = heard.and_then(|()| view_first(&order));
    findings.made(settings, heard).map(|()| order)
}

/// Refuses a window of members behind another window or behind chance.
fn view_first(order: &[AgentKey]) -> Result<(), Complaint> {
    let is_view = |key: &AgentKey| matches!(key, AgentKey::View(_));
    let Some(place) = order.iter().rposition(is_view) else { return Ok(()) };
    let mut before = order[..place].iter();
    let told = |key: &AgentKey| match key {
        AgentKey::Window(_) | AgentKey::View(_) => {
            Some(("another window", "keep one window of members, the first one"))
        }
        AgentKey::Random(_) => Some(("chance", "put chance behind the window")),
        _ => None,
    };
    match before.find_map(told) {
        None => Ok(()),
        Some((what, help)) => {
            let text = format!("key {} of `agent_order` is a window of members behind {what}", place + 1);
            Err(Complaint::about("agent_order", text).help(help))
        }
    }
}

/// One key that picks the agent.
pub(super) fn agent_key(chosen: &Chosen, names: &Names, findings: &mut Findings) -> Option<AgentKey> {
    let make = AGENT_KEYS.entries[chosen.index].make;
    findings.made(&chosen.settings, make(&chosen.settings, &names.agents()))
}

/// Checks the keys before, between and after windows, each of which compares anew; the check is told the place of the
/// first.
fn between_windows<Key>(
    order: &[Key],
    is_window: impl Fn(&Key) -> bool,
    check: impl Fn(&[Key], usize) -> Result<(), Complaint>,
) -> Result<(), Complaint> {
    let mut first = 0;
    for keys in order.split(is_window) {
        check(keys, first)?;
        first += keys.len() + 1;
    }
    Ok(())
}

/// Refuses a list with a key that another one before it leaves nothing to decide; `why` says why.
fn all_heard<Key>(
    order: &[Key],
    (first, setting): (usize, &'static str),
    why: impl Fn(&Key, &Key) -> Option<&'static str>,
) -> Result<(), Complaint> {
    for (place, key) in order.iter().enumerate() {
        if let Some(why) = order[..place].iter().find_map(|before| why(key, before)) {
            let text = format!("key {} of `{setting}` never decides: {why}", first + place + 1);
            return Err(Complaint::about(setting, text).help("leave it out, or put it first"));
        }
    }
    Ok(())
}

/// Refuses a list that names a key twice.
fn once_each<Key: PartialEq>(order: &[Key], (first, setting): (usize, &'static str)) -> Result<(), Complaint> {
    let twice = (1..order.len()).find(|&place| order[..place].contains(&order[place]));
    match twice {
        None => Ok(()),
        Some(place) => {
            let text = format!("key {} of `{setting}` stands there twice, expected each key once", first + place + 1);
            Err(Complaint::about(setting, text).help("leave the second one out"))
        }
    }
}
