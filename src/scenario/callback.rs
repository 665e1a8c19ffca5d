//! Callbacks: customers who need not wait on the line, and are called when it is their turn.

use super::condition::Condition;
use super::section::{Site, default, filled, optional};
use crate::family::{Around, Choice, Complaint, Kind, Located, Scope, Setting, Settings, Value};
use crate::random::Distribution;
use crate::random::distribution::DISTRIBUTIONS;
use crate::units::{QueueId, Share, Span};

/// How a queue calls its customers back.
#[derive(Debug, Clone)]
pub struct Callback {
    /// Wait after which it is offered; `None`: in flows alone.
    pub offer_at: Option<Span>,
    /// It is offered only if this holds.
    pub only_if: Option<Condition>,
    /// Callbacks of this queue that may be open at once; `None`: any number.
    pub most: Option<u32>,
    /// Share of the customers who accept, by the wait expected then, from the shortest.
    pub accept: Vec<(Span, Share)>,
    /// Where the callback waits, as old as the contact was.
    pub queue: QueueId,
    /// Who dials.
    pub dial: Dial,
    /// How long a customer waits on who was called before an agent was there.
    pub patience: Distribution,
    /// Share of the calls that the customer answers.
    pub answer: Share,
    /// After how long.
    pub answer_after: Distribution,
    /// Share of the others that find the line busy, at once.
    pub busy: Share,
    /// How long all others ring in vain.
    pub ring: Span,
    /// How often a customer is called at most.
    pub attempts: u32,
    /// Time between two calls.
    pub again_after: Span,
    /// Time from the acceptance after which nobody is called any more; `Span::NEVER` for none.
    pub expires_after: Span,
    /// By how much later than foretold a promise is still kept.
    pub within: Span,
}

/// Who calls the customer, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dial {
    /// The agent whose turn it is, who waits for the answer.
    AgentFirst,
    /// The centre, as soon as the callback is in this place of its queue; the customer waits for an agent.
    CustomerFirst(u32),
}

/// The setting of a queue.
pub(super) const CALLBACK: Kind = Kind::Table(SETTINGS);

static STEP: &[Setting] = &[
    default("from", Kind::Span, "\"0s\"", "expected wait from which this holds, each longer than the one before"),
    super::section::required("share", Kind::Share, "share of the customers who accept"),
];

static STEPS: Kind = Kind::Table(STEP);

static SETTINGS: &[Setting] = &[
    optional(
        "offer_at",
        Kind::Span,
        "wait in the queue after which it is offered, `\"0s\"` for as soon as nobody is free; without, only flows offer it \
         (`offer-callback`)",
    ),
    optional(
        "only_if",
        Kind::Condition(Around::Queue),
        "it is offered only if this holds then: `\"queue.expected_wait > 2m\"`; without, always",
    ),
    optional("most", Kind::Count(1, u32::MAX as u64), "callbacks that may be open at once; without, any number"),
    default(
        "accept",
        Kind::Either(&[Kind::Share, Kind::List(&STEPS)]),
        "\"100%\"",
        "share of the customers who accept, or by the wait expected of one who comes then, such as \
         `[{ share = \"10%\" }, { from = \"5m\", share = \"60%\" }]`",
    ),
    optional(
        "queue",
        Kind::Name(Scope::Queues),
        "the queue in which the callback waits, with the age that the contact had (`age`); without, this one. Its waits, \
         counted from the acceptance on, and its service level are those of that queue",
    ),
    default("dial", Kind::Choice(DIALS), "\"agent-first\"", "who calls the customer"),
    default(
        "position",
        Kind::Count(1, 1_000),
        "1",
        "with `customer-first`: the place in the queue at which the customer is called, 1 for the first",
    ),
    default(
        "patience",
        Kind::Family(&DISTRIBUTIONS),
        "\"never\"",
        "with `customer-first`: how long the customer then waits for an agent",
    ),
    default("answer", Kind::Share, "\"100%\"", "share of the calls that the customer answers"),
    default("answer_after", Kind::Family(&DISTRIBUTIONS), "\"10s\"", "time until the customer answers"),
    default("busy", Kind::Share, "0", "share of all other calls that find the line busy, at once"),
    default("ring", Kind::Span, "\"30s\"", "time that all others ring in vain"),
    default("attempts", Kind::Count(1, 100), "3", "how often a customer is called at most"),
    default("again_after", Kind::Span, "\"10m\"", "time from a call in vain until the callback takes its place again"),
    optional(
        "expires_after",
        Kind::Span,
        "time from the acceptance after which the callback is given up, unless the customer is on the line; without, never",
    ),
    default(
        "within",
        Kind::Span,
        "\"0s\"",
        "by how much later than was expected at the acceptance a talk may begin so that the promise counts as kept",
    ),
];

const DIALS: &[Choice] = &[
    Choice { word: "agent-first", summary: "the agent whose turn it is, who waits until the customer answers" },
    Choice {
        word: "customer-first",
        summary: "the centre, before its turn comes; the customer then waits in the place that the callback has. An agent \
                  whose turn it is before that calls as with `agent-first`",
    },
];

/// How a queue calls its customers back.
pub(super) fn callback(table: &Settings, here: QueueId, site: &mut Site<'_>) -> Option<Callback> {
    let only_if = site.condition(table, "only_if", Around::Queue, here);
    let accept = site.findings.made(table, accept(table));
    let patience = site.distribution(table, "patience");
    let answer_after = site.duration(table, "answer_after");
    let (ring, again_after) = (site.finite(table, "ring"), site.finite(table, "again_after"));
    let offer_at = table.find("offer_at").map_or(Some(None), |_| site.finite(table, "offer_at").map(Some));
    let within = site.finite(table, "within");
    let expires_after = site.findings.made(table, expires_after(table));
    let queue = table.find_text("queue").map(|name| QueueId::of(site.names.position(Scope::Queues, &name)));
    Some(Callback {
        offer_at: offer_at?,
        only_if,
        most: table.find_count("most").map(|most| most as u32),
        accept: accept?,
        queue: queue.unwrap_or(here),
        dial: match table.choice("dial") {
            "customer-first" => Dial::CustomerFirst(table.count("position") as u32),
            _ => Dial::AgentFirst,
        },
        patience: patience?,
        answer: table.share("answer"),
        answer_after: answer_after?,
        busy: table.share("busy"),
        ring: ring?,
        attempts: table.count("attempts") as u32,
        again_after: again_after?,
        expires_after: expires_after?,
        within: within?,
    })
}

fn expires_after(table: &Settings) -> Result<Span, Complaint> {
    let span = table.find_span("expires_after").unwrap_or(Span::NEVER);
    if span == Span::ZERO {
        let text = "a callback that expires after `0s` is never made, expected more";
        return Err(Complaint::about("expires_after", text).help("for callbacks that do not expire leave it out"));
    }
    Ok(span)
}

fn accept(table: &Settings) -> Result<Vec<(Span, Share)>, Complaint> {
    if let Some(Located { value: Value::Share(share), .. }) = table.find("accept") {
        return Ok(vec![(Span::ZERO, *share)]);
    }
    let steps = filled(table, "accept")?;
    let steps: Vec<(Span, Share)> =
        steps.iter().map(|step| (step.table().span("from"), step.table().share("share"))).collect();
    if !steps.is_sorted_by(|one, other| one.0 < other.0) {
        let text = "the steps of `accept` are not in order of `from`, expected each longer than the one before";
        return Err(Complaint::about("accept", text).help("put the shortest expected wait first"));
    }
    Ok(steps)
}

impl Callback {
    /// The place in the queue at which the customer is called before an agent is there; `None` where an agent calls.
    pub fn place(&self) -> Option<usize> {
        if let Dial::CustomerFirst(place) = self.dial { Some(place as usize) } else { None }
    }

    /// Share of the customers who accept when this wait is expected [seconds].
    pub fn accepted_at(&self, expected: f64) -> Share {
        let from = |(from, _): &&(Span, Share)| from.as_seconds() <= expected;
        self.accept.iter().rev().find(from).map_or(Share::ZERO, |(_, share)| *share)
    }
}
