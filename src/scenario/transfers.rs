//! Transfers: when agents pass contacts of a type on to another queue, or ask somebody there.

use super::section::{Site, default, filled, optional, required, shares};
use crate::family::{Choice, Complaint, Kind, Scope, Setting, Settings};
use crate::random::Distribution;
use crate::random::distribution::DISTRIBUTIONS;
use crate::record::Transfer;
use crate::units::{QueueId, Share};

/// A transfer that may end a talk, or interrupt it.
#[derive(Debug, Clone)]
pub struct TransferRule {
    /// The queue in which somebody else is looked for.
    pub to: QueueId,
    /// The queue whose talks it may end; `None`: any.
    pub from: Option<QueueId>,
    /// Of which kind it is.
    pub how: Transfer,
    /// Probability at level 1, 2, … of the agent in the skill of the contact type; the last value holds for more.
    pub probability: Vec<Share>,
    /// Time from the answer until it is clear that somebody else is needed, with the whole talk still to come; `None`:
    /// at the end of the talk.
    pub after: Option<Distribution>,
    /// The talk that follows; `None`: the whole talk where `after` is written, else one more of the contact type, and
    /// after a question none.
    pub talk: Option<Distribution>,
    /// Time that both agents spend together.
    pub hand_over: Distribution,
    /// Class in the other queue [lower is served first]; `None`: the contact type's.
    pub priority: Option<u16>,
}

impl TransferRule {
    /// Whether it may end a talk that began in this queue.
    pub fn applies_to(&self, queue: QueueId) -> bool {
        self.from.is_none_or(|from| from == queue)
    }

    /// Its probability where the agent has this level.
    pub fn probability_at(&self, level: u16) -> Share {
        let place = usize::from(level.max(1)).min(self.probability.len());
        self.probability.get(place.wrapping_sub(1)).copied().unwrap_or(Share::ZERO)
    }
}

/// The setting of a contact type.
pub(super) const TRANSFERS: Kind = Kind::List(&Kind::Table(SETTINGS));

static SETTINGS: &[Setting] = &[
    required(
        "to",
        Kind::Name(Scope::Queues),
        "the queue in which somebody else is looked for, with the age that its `age` says",
    ),
    optional("from", Kind::Name(Scope::Queues), "only talks that began in this queue; without, in any"),
    default("how", Kind::Choice(HOW), "\"cold\"", "what the agent does meanwhile"),
    required(
        "probability",
        Kind::List(&Kind::Share),
        "probability that a talk comes to it: one value, or one for level 1, 2, … of the agent in the contact type's \
         `skill`, the last for all higher levels",
    ),
    optional(
        "after",
        Kind::Family(&DISTRIBUTIONS),
        "time from the answer until the agent sees that somebody else is needed, at normal speed, with the whole talk \
         still to come; without, that comes out at the end of the talk",
    ),
    optional(
        "talk",
        Kind::Family(&DISTRIBUTIONS),
        "the talk that follows, at normal speed; without, the whole talk where `after` is written, else another one of \
         this type, and none after a question",
    ),
    default(
        "hand_over",
        Kind::Family(&DISTRIBUTIONS),
        "\"0s\"",
        "time that both agents spend together, at normal speed, before the talk that follows: for `warm` and `consult`",
    ),
    optional(
        "priority",
        Kind::Count(0, 65_535),
        "class in that queue, lower is served first; without, the contact type's",
    ),
];

const HOW: &[Choice] = &[
    Choice { word: "cold", summary: "sends the contact there, and is done with it" },
    Choice {
        word: "conference",
        summary: "stays with the customer until somebody there answers, and until that one's talk is over",
    },
    Choice {
        word: "consult",
        summary: "asks somebody there while the customer stays on the line, for `hand_over`, and finishes alone",
    },
    Choice {
        word: "warm",
        summary: "stays with the customer until somebody there answers, tells that one for `hand_over`, and leaves",
    },
];

/// The transfers of a contact type.
pub(super) fn transfers(settings: &Settings, site: &mut Site<'_>) -> Option<Vec<TransferRule>> {
    let Some(list) = settings.find_list("transfers") else { return Some(Vec::new()) };
    let rules: Vec<Option<TransferRule>> = list.iter().map(|located| rule(located.table(), site)).collect();
    rules.into_iter().collect()
}

fn rule(table: &Settings, site: &mut Site<'_>) -> Option<TransferRule> {
    let how = match table.choice("how") {
        "conference" => Transfer::Conference,
        "consult" => Transfer::Consult,
        "warm" => Transfer::Warm,
        _ => Transfer::Cold,
    };
    let probability = site.findings.made(table, filled(table, "probability")).map(|list| shares(&list));
    let spans = ["after", "talk"].map(|name| match table.find(name) {
        Some(_) => site.duration(table, name).map(Some),
        None => Some(None),
    });
    let hand_over = site.duration(table, "hand_over");
    let queue = |name: String| QueueId::of(site.names.position(Scope::Queues, &name));
    let (to, from) = (queue(table.text("to")), table.find_text("from").map(queue));
    let [after, talk] = spans;
    let (hand_over, probability) = (hand_over?, probability?);
    if hand_over.mean() > 0.0 && !matches!(how, Transfer::Warm | Transfer::Consult) {
        let text =
            format!("in a {} transfer no two agents spend a time together that `hand_over` could state", how.word());
        let help = "leave `hand_over` out, or write `how = \"warm\"`";
        site.findings.complain(table, Complaint::about("hand_over", text).help(help));
        return None;
    }
    let priority = table.find_count("priority").map(|class| class as u16);
    Some(TransferRule { to, from, how, probability, after: after?, talk: talk?, hand_over, priority })
}
