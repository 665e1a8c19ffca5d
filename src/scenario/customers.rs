//! Customers: what the centre knows of them from one contact, and one agent, to the next.

use super::read::Names;
use super::section::{Site, default, filled};
use crate::family::{Choice, Complaint, Kind, Located, Scope, Setting, Settings, Value};
use crate::random::Distribution;
use crate::random::distribution::DISTRIBUTIONS;
use crate::units::{QueueId, Share};

/// How customers are followed over their contacts.
#[derive(Debug, Clone)]
pub struct Customers {
    /// Whether everybody sees what a customer has told anybody before.
    pub shared: bool,
    /// Queues in which people see what was told in each other.
    pub groups: Vec<Vec<QueueId>>,
    /// How long a customer explains again what somebody else knows already.
    pub explanation: Distribution,
}

impl Customers {
    /// Whether people of one queue see what was told in another.
    pub fn share(&self, queue: QueueId, other: QueueId) -> bool {
        self.shared || self.groups.iter().any(|group| group.contains(&queue) && group.contains(&other))
    }
}

pub(super) static SETTINGS: &[Setting] = &[
    default("context", Kind::Choice(CONTEXT), "\"shared\"", "who sees what a customer has told somebody before"),
    default(
        "share_among",
        Kind::Map(None, &Kind::List(&Kind::Name(Scope::Queues))),
        "{}",
        "by a name of your own: queues in which people see what was told in each other, where `context` is `\"silos\"`",
    ),
    default(
        "explanation",
        Kind::Family(&DISTRIBUTIONS),
        "\"0s\"",
        "how long a customer explains again what somebody else knows already, at normal speed: it makes the talk longer",
    ),
];

const CONTEXT: &[Choice] = &[
    Choice { word: "shared", summary: "everybody: nothing is explained twice" },
    Choice {
        word: "silos",
        summary: "whoever was told: whom somebody else has talked to before explains it again, unless somebody stayed to \
                  hand the contact over",
    },
];

/// The table of a scenario that follows its customers.
pub(super) fn build(settings: &Settings, site: &mut Site<'_>) -> Option<Customers> {
    let explanation = site.duration(settings, "explanation");
    let shared = settings.choice("context") == "shared";
    let groups = settings.map("share_among");
    if shared && !groups.is_empty() {
        let text = "everybody sees everything where the context is shared: groups mean nothing";
        let help = "write `context = \"silos\"`, or leave `share_among` out";
        site.findings.complain(settings, Complaint::about("share_among", text).help(help));
        return None;
    }
    let groups = groups.iter().map(|(_, group)| queues(group, site.names)).collect();
    Some(Customers { shared, groups, explanation: explanation? })
}

fn queues(group: &Located, names: &Names) -> Vec<QueueId> {
    let Value::List(list) = &group.value else { panic!("a list of queues was declared, found {group:?}") };
    let queue = |located: &Located| match &located.value {
        Value::Text(name) => QueueId::of(names.position(Scope::Queues, name)),
        _ => panic!("a list of names holds {located:?}"),
    };
    list.iter().map(queue).collect()
}

/// Whether a talk helps the customer, and what those do whom it does not help.
#[derive(Debug, Clone)]
pub struct Resolution {
    /// Probability at level 1, 2, … of the agent in the skill of the contact type; the last value holds for more.
    pub probability: Vec<Share>,
    /// Share of those not helped who believe at first that they were.
    pub mistaken: Share,
    /// Whether and when those come again who know at once.
    pub unresolved: super::Retry,
    /// Whether and when those come again who find out later.
    pub found_out: super::Retry,
}

pub(super) static RESOLUTION: &[Setting] = &[
    super::section::required(
        "probability",
        Kind::List(&Kind::Share),
        "probability that a talk helps: one value, or one for level 1, 2, … of the agent in the contact type's `skill`, \
         the last for all higher levels",
    ),
    default("mistaken", Kind::Share, "0", "share of those not helped who believe at first that they were"),
    super::section::required(
        "unresolved",
        Kind::Table(&super::retry::RETRY),
        "when those come again who know at once that they were not helped",
    ),
    super::section::optional(
        "found_out",
        Kind::Table(&super::retry::RETRY),
        "when those come again who find out later; without, as `unresolved`",
    ),
];

/// The resolution that a contact type states.
pub(super) fn resolution(settings: &Settings, table: &Settings, site: &mut Site<'_>) -> Option<Resolution> {
    if settings.find_table("reconnect").is_some() {
        let text = "found both `reconnect` and `resolution`, expected one of them";
        let help = "write who comes again into `resolution.unresolved`";
        site.findings.complain(settings, Complaint::about("reconnect", text).help(help));
        return None;
    }
    let probability = site.findings.made(table, filled(table, "probability"));
    let unresolved = table.find_table("unresolved").and_then(|of| super::retry::retry(&of, site));
    let found_out = match table.find_table("found_out") {
        Some(of) => super::retry::retry(&of, site),
        None => unresolved.clone(),
    };
    Some(Resolution {
        probability: super::section::shares(&probability?),
        mistaken: table.share("mistaken"),
        unresolved: unresolved?,
        found_out: found_out?,
    })
}
