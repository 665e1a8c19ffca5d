//! Queues: where contacts wait, for how long at most, when they are let in, and what counts as good service.

use std::sync::Arc;

use super::after_call::{AFTER_CALL, AfterCall, after_call};
use super::also_in::{ALSO_IN, AlsoIn, also_in};
use super::callback::{CALLBACK, Callback, callback};
use super::changes::{CHANGES, Change, changes};
use super::condition::Condition;
use super::leave::WHEN_CLOSED;
use super::maximum_wait::{MAXIMUM_WAIT, MaximumWait, WaitCheck, maximum_wait, wait_check};
use super::no_agents::{NO_AGENTS, NoAgents, no_agents};
use super::offering::{OFFERING, Offering, offering};
use super::overflow::{OVERFLOW, Overflow, overflow};
use super::routing::{AGENT_ORDER, CONTACT_ORDER, POLICY, agent_order, contact_order};
use super::schedule::{SCHEDULE, Schedule, USUAL, schedule};
use super::score::{self, AMOUNT, objective, score};
use super::section::{Site, default, filled, optional};
use super::steps::{STEPS, Step, steps};
use crate::family::{Around, Choice, Chosen, Kind, Located, Scope, Setting, Settings, Value};
use crate::routing::{AgentKey, ContactKey, ESTIMATORS, Estimator, SCORE, Score};
use crate::stats::{OpenTime, SERVICE_LEVELS, ServiceLevel};
use crate::units::{FlowId, Hours, QueueId, Span};

/// One queue.
#[derive(Debug, Clone)]
pub struct Queue {
    /// Name given in the file, or the contact type's that brings it.
    pub name: String,
    /// Contacts that can wait; a contact that would have to wait beyond it hears a busy tone. `None`: no bound.
    pub capacity: Option<u32>,
    /// When it is open.
    pub hours: Hours,
    /// What happens to live contacts that come outside these hours; deferred ones wait.
    pub when_closed: WhenClosed,
    /// What happens at closing time to live contacts that wait.
    pub at_closing: AtClosing,
    /// How long a contact may wait, and where it goes then.
    pub maximum_wait: Option<MaximumWait>,
    /// By what the maximum wait asks the centre before it sends a contact on; `None`: nothing.
    pub wait_check: Option<WaitCheck>,
    /// When contacts that come go elsewhere; the first rule that holds decides.
    pub overflow: Vec<Overflow>,
    /// What happens while nobody is there who could serve.
    pub no_agents: Option<NoAgents>,
    /// By level, from 1: what makes agents choose among overloaded queues alone.
    pub overload: Vec<Condition>,
    /// How far back the service level of conditions looks.
    pub window: Span,
    /// How the wait in it is estimated, and measured how well; `None`: by its length, for whoever asks.
    pub estimator: Option<Arc<dyn Estimator>>,
    /// How its customers are called back; `None`: they are not.
    pub callback: Option<Callback>,
    /// What counts as good service; the first is the one shown in tables. Never empty.
    pub service_levels: Vec<ServiceLevel>,
    /// Points that contacts have whose type says nothing else.
    pub score: Score,
    /// Wait that is aimed at, for contacts whose type says nothing else.
    pub objective: Span,
    /// Weight among queues.
    pub weight: f64,
    /// What age a contact has that enters.
    pub age: Age,
    /// Whom an agent may take.
    pub scan: Scan,
    /// Where else its contacts wait, in order of time.
    pub also_in: Vec<AlsoIn>,
    /// How the time that agents are given after its contacts goes with the time that they need.
    pub after_call: AfterCall,
    /// How its contacts are offered to agents.
    pub offering: Offering,
    /// Who may serve its contacts as they wait longer, in order of time.
    pub steps: Vec<Step>,
    /// How the steps follow each other.
    pub schedule: Schedule,
    /// What changes for its contacts while they wait, in order of time.
    pub changes: Vec<Change>,
    /// Keys that pick the agent, first key first. Never empty.
    pub agent_order: Vec<AgentKey>,
    /// Keys that pick among its own contacts, first key first; `None`: those of the whole centre.
    pub contact_order: Option<Vec<ContactKey>>,
}

/// What age a contact has when it enters a queue, for its place there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Age {
    /// What it brings from another queue; none where it comes from elsewhere.
    Keep,
    /// None, wherever it comes from.
    Reset,
    /// Time since it reached the centre.
    SinceArrival,
}

/// Whom of a queue an agent may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scan {
    /// The first whom the agent can serve.
    LookPast,
    /// The first of all, or nobody.
    HeadOnly,
}

/// What happens to a live contact that finds the queue closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhenClosed {
    /// It ends as closed; the customer may try again.
    TurnAway,
    /// It waits for the opening.
    Wait,
    /// It goes elsewhere.
    Leave(Leave),
}

/// What happens at closing time to live contacts that wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AtClosing {
    /// They are served as long as agents are there.
    Serve,
    /// They end as closed.
    TurnAway,
}

/// Where a contact goes that leaves a queue by the centre's decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leave {
    /// Cut off: it ends as ejected.
    Disconnect,
    /// Out of the centre: it ends as transferred out.
    TransferOut,
    /// Into another queue, with its age.
    Queue(QueueId),
    /// Into a flow.
    Flow(FlowId),
}

impl Queue {
    /// Whether contacts come to it without anything being asked of the centre.
    pub fn lets_in_always(&self) -> bool {
        self.hours.is_always() && self.overflow.is_empty() && self.no_agents.is_none() && !self.has_own_course()
    }
}

pub(super) static SETTINGS: &[Setting] = &[
    optional(
        "capacity",
        Kind::Count(0, u32::MAX as u64),
        "contacts that can wait; one more hears a busy tone; without, no bound",
    ),
    default("hours", Kind::Hours, "\"always\"", "when it is open"),
    default(
        "when_closed",
        Kind::Family(&WHEN_CLOSED),
        "\"turn-away\"",
        "what happens to live contacts that come outside these hours; deferred ones wait",
    ),
    default(
        "at_closing",
        Kind::Choice(AT_CLOSING),
        "\"serve\"",
        "what happens at closing time to live contacts that wait",
    ),
    optional("maximum_wait", MAXIMUM_WAIT, "how long a contact may wait here; without, no bound"),
    optional(
        "overflow",
        OVERFLOW,
        "when a contact that comes is sent elsewhere at once: a list of rules, of which the first that holds decides",
    ),
    optional("no_agents", NO_AGENTS, "what happens while nobody is there who could serve; without, nothing"),
    optional(
        "overload",
        Kind::List(&Kind::Condition(Around::Queue)),
        "conditions of level 1, 2 and so on: while contacts wait in queues over a level that an agent may serve, the \
         agent chooses among those of the highest alone, whatever the ranks of queues",
    ),
    default("window", Kind::Span, "\"15m\"", "how far back `queue.service_level` of conditions looks"),
    optional("callback", CALLBACK, "callbacks for customers who need not wait on the line; without, none"),
    optional(
        "estimator",
        Kind::Family(&ESTIMATORS),
        "how the wait is estimated of one who comes or waits, for `expected_wait` of conditions, `shortest-wait`, \
         announcements and callbacks; it is measured how right it is of each contact that begins to wait. Without, \
         `queue-length`, which is not measured",
    ),
    default(
        "service_level",
        Kind::List(&Kind::Family(&SERVICE_LEVELS)),
        "\"answered-of-offered\"",
        "what counts as good service; the first is the one shown in tables. By default answered within 20s out of \
         answered and abandoned",
    ),
    optional(
        "score",
        Kind::Table(score::SETTINGS),
        "points, for the key `score`, of contacts whose type has none; without, the wait in minutes",
    ),
    optional(
        "objective",
        Kind::Span,
        "wait that is aimed at, for the keys `deadline` and `wait-to-objective`; without, the threshold of the first \
         service level",
    ),
    default("weight", AMOUNT, "1", "weight, for the keys `max-weight`, `queue-ratio` and `queue-weight`"),
    default(
        "age",
        Kind::Choice(AGES),
        "\"keep\"",
        "what wait counts for the place of a contact that enters; its `head_start` comes on top, except to what is kept",
    ),
    default(
        "after_call",
        AFTER_CALL,
        "\"until-done\"",
        "for how long agents finish what its contacts left behind; the work itself needs the `wrap_up` of the contact type",
    ),
    default(
        "also_in",
        ALSO_IN,
        "[]",
        "queues in which its contacts wait at the same time, in order of preference: the first whose agent answers has \
         the contact, and it leaves the others at once. Its stay and wait count for that queue, from when it came there. A \
         further queue that would send it elsewhere, for whatever reason, only loses it; while it waits for one person alone \
         (`preferred_agent`) or for its own queue to open, it waits in no other",
    ),
    optional("offers", OFFERING, "at how many agents its contacts ring; without, at one after the other"),
    default("scan", Kind::Choice(SCANS), "\"look-past\"", "whom a free agent may take"),
    optional(
        "steps",
        STEPS,
        "who may serve its contacts as they wait longer: a list of steps; without, whoever the contact type asks for",
    ),
    optional("policy", POLICY, "how a platform routes: a preset for this queue, in place of the one of `[routing]`"),
    optional("schedule", SCHEDULE, "how the steps follow each other; without, by the wait in this queue"),
    optional(
        "changes",
        CHANGES,
        "what becomes of the class, the points and the age of its contacts while they wait: a list of changes; without, \
         nothing",
    ),
    optional("agent_order", AGENT_ORDER, "what ranks free agents, first key first; without, the one of `[routing]`"),
    optional(
        "contact_order",
        CONTACT_ORDER,
        "what ranks its own contacts among each other, first key first; without, the one of `[routing]`. Which queue is \
         served is decided by `[routing]` alone",
    ),
];

const AT_CLOSING: &[Choice] = &[
    Choice { word: "serve", summary: "they are served as long as agents are there" },
    Choice { word: "turn-away", summary: "they end as closed" },
];

const AGES: &[Choice] = &[
    Choice {
        word: "keep",
        summary: "the wait it brings when another queue sends it on; none when it comes from a flow",
    },
    Choice { word: "reset", summary: "none, wherever it comes from" },
    Choice { word: "since-arrival", summary: "all time since it reached the centre, in flows and other queues too" },
];

const SCANS: &[Choice] = &[
    Choice { word: "look-past", summary: "the first whom the agent can serve" },
    Choice {
        word: "head-only",
        summary: "the first of all in the queue; an agent who cannot serve that contact takes nobody from here, and \
                  those behind it wait though others are free for them",
    },
];

/// The queue of these settings; `usual` is the agent order of queues that state none.
pub(super) fn build(name: &str, settings: &Settings, usual: &[AgentKey], site: &mut Site<'_>) -> Option<Queue> {
    let when_closed = settings.member("when_closed");
    let here = QueueId::of(site.names.position(Scope::Queues, name));
    let maximum_wait =
        settings.find_table("maximum_wait").map_or(Some(None), |table| maximum_wait(&table, site).map(Some));
    let wait_check = settings.find_table("maximum_wait").map_or(Some(None), |table| {
        let check = wait_check(&table, here, site);
        site.findings.made(&table, check)
    });
    let no_agents = settings.find_table("no_agents").map_or(Some(None), |table| no_agents(&table, site).map(Some));
    let window = site.finite(settings, "window");
    let callback = settings.find_table("callback").map_or(Some(None), |table| callback(&table, here, site).map(Some));
    let estimator = settings.find_member("estimator").map_or(Some(None), |chosen| estimator(&chosen, site).map(Some));
    let service_levels = service_levels(settings, site);
    let (score, objective) = (score(settings, site), objective(settings, site));
    let schedule = settings.find_table("schedule").map_or(USUAL, |table| schedule(&table, site));
    let (steps, changes) = (steps(settings, (here, &schedule), site), changes(settings, site));
    let contact_order = settings.find("contact_order").map(|_| contact_order(settings));
    let contact_order = contact_order.map_or(Some(None), |order| site.findings.made(settings, order).map(Some));
    let (offering, also_in) = (offering(settings, site), also_in(name, settings, site));
    let own = settings.find("agent_order").is_some();
    let order = if own { agent_order(settings, site.names, site.findings) } else { Some(usual.to_vec()) };
    Some(Queue {
        name: name.to_owned(),
        capacity: settings.find_count("capacity").map(|capacity| capacity as u32),
        hours: settings.hours("hours"),
        when_closed: (WHEN_CLOSED.entries[when_closed.index].make)(&when_closed.settings, site.names),
        at_closing: if settings.choice("at_closing") == "turn-away" { AtClosing::TurnAway } else { AtClosing::Serve },
        maximum_wait: maximum_wait?,
        wait_check: wait_check?,
        overflow: overflow(settings, site, here),
        no_agents: no_agents?,
        overload: overload(settings, here, site),
        window: window?,
        estimator: estimator?,
        callback: callback?,
        score: score.unwrap_or(SCORE),
        objective: objective.unwrap_or(service_levels.as_ref()?.first()?.threshold),
        weight: settings.number("weight"),
        age: match settings.choice("age") {
            "reset" => Age::Reset,
            "since-arrival" => Age::SinceArrival,
            _ => Age::Keep,
        },
        also_in: also_in?,
        after_call: after_call(settings).unwrap_or(AfterCall::UntilDone),
        offering: offering?,
        scan: if settings.choice("scan") == "head-only" || offering?.serial { Scan::HeadOnly } else { Scan::LookPast },
        service_levels: service_levels?,
        steps: steps?,
        schedule,
        changes: changes?,
        agent_order: order?,
        contact_order: contact_order?,
    })
}

fn estimator(chosen: &Chosen, site: &mut Site<'_>) -> Option<Arc<dyn Estimator>> {
    site.findings.made(&chosen.settings, (ESTIMATORS.entries[chosen.index].make)(&chosen.settings))
}

fn overload(settings: &Settings, here: QueueId, site: &Site<'_>) -> Vec<Condition> {
    let level = |located: &Located| match &located.value {
        Value::Text(text) => Condition::new(text.clone(), site.names, Around::Queue, here),
        other => panic!("a list of conditions holds {other:?}"),
    };
    settings.find_list("overload").unwrap_or_default().iter().map(level).collect()
}

fn service_levels(settings: &Settings, site: &mut Site<'_>) -> Option<Vec<ServiceLevel>> {
    let list = site.findings.made(settings, filled(settings, "service_level"))?;
    let level = |located: &Located| {
        let chosen = located.member();
        site.findings.made(&chosen.settings, (SERVICE_LEVELS.entries[chosen.index].make)(&chosen.settings))
    };
    let levels: Vec<_> = list.iter().map(level).collect();
    let mut levels: Vec<ServiceLevel> = levels.into_iter().collect::<Option<_>>()?;
    for open in levels.iter_mut().filter_map(|level| level.open.as_mut()) {
        *open = OpenTime::new(&site.calendar.openings(&settings.hours("hours")));
    }
    Some(levels)
}
