//! Contact types: who arrives, how patient they are, what they need, and when they come again.

use std::sync::Arc;

use super::after_call::{AFTER_CALL, AfterCall, after_call};
use super::changes::{CHANGES, Change, changes};
use super::chasers::{self, CHASERS, Chasers};
use super::customers::{RESOLUTION, Resolution, resolution};
use super::pauses::{PAUSES, Pauses, silences};
use super::preferred::{PREFERRED_AGENT, PreferredAgent, preferred_agent};
use super::read::Finding;
use super::requirement::Requirement;
use super::retry::{REDIAL, RETRY, Redial, Retry, optional_retry, redial};
use super::score::{self, AMOUNT, objective, score};
use super::section::{Site, default, filled, optional, required};
use super::teams::Team;
use super::transfers::{TRANSFERS, TransferRule, transfers};
use super::turns::TURNS;
use crate::arrival::{self, ARRIVALS, LeftOut, Process};
use crate::calendar::Calendar;
use crate::channel::{CHANNELS, Channel};
use crate::family::{Chosen, Complaint, Kind, Scope, Setting, Settings};
use crate::random::Distribution;
use crate::random::distribution::DISTRIBUTIONS;
use crate::record::Outcome;
use crate::routing::Score;
use crate::units::{FlowId, LinesId, QueueId, Share, SkillId, Span};

/// One kind of contact.
#[derive(Debug, Clone)]
pub struct ContactType {
    /// Name given in the file.
    pub name: String,
    /// How it reaches the centre.
    pub channel: Channel,
    /// Where contacts come from: the sum of these processes.
    pub arrivals: Vec<Arc<dyn Process>>,
    /// What a contact meets first.
    pub entrance: Entrance,
    /// Trunk lines that a contact holds from first to last moment.
    pub lines: Option<LinesId>,
    /// Time in a queue after which the customer hangs up; never for deferred channels.
    pub patience: Distribution,
    /// Probability that the customer leaves at once when no agent is free.
    pub balking: Share,
    /// Time an agent talks or works with the customer, before the agent's speed.
    pub talk: Distribution,
    /// Time the agent needs afterwards before the next contact.
    pub wrap_up: Distribution,
    /// How the time that the agent is given for it goes with the time needed, where it is not as the queue says.
    pub after_call: Option<AfterCall>,
    /// Whether the agent may take further contacts meanwhile.
    pub wrap_up_frees_room: bool,
    /// Skill an agent must have; `None`: every agent will do.
    pub skill: Option<SkillId>,
    /// Lowest level of that skill that will do.
    pub least_level: u16,
    /// What else an agent must be able to do or be.
    pub requires: Option<Requirement>,
    /// Priority class [lower is served first].
    pub priority: u16,
    /// Waiting time that a contact is credited with when it enters a queue.
    pub head_start: Span,
    /// Place among the contacts of its queue and class that it takes when it enters [1 is the first]; `None`: by its wait.
    pub position: Option<u32>,
    /// What changes for its contacts while they wait, in whatever queue, in order of time.
    pub changes: Vec<Change>,
    /// Points that its contacts have, where they are not those of the queue.
    pub score: Option<Score>,
    /// Wait that is aimed at, where it is not that of the queue.
    pub objective: Option<Span>,
    /// What an hour of waiting costs [in any unit that all types share].
    pub waiting_cost: f64,
    /// What it is worth to serve one [in any unit that all types share].
    pub value: f64,
    /// The flow that customers come to after the talk, still on the line.
    pub after_talk: Option<FlowId>,
    /// When agents pass its contacts on, or ask somebody about them.
    pub transfers: Vec<TransferRule>,
    /// When its customers fall silent; `None`: they do not.
    pub pauses: Option<Pauses>,
    /// When its customers come by another channel while it waits; `None`: they do not.
    pub chasers: Option<Chasers>,
    /// Whom its contacts go to before everybody else.
    pub preferred_agent: Option<PreferredAgent>,
    /// When customers who were not served try again.
    pub redial: Redial,
    /// When customers who were served come back because their problem is not solved.
    pub reconnect: Option<Retry>,
    /// Whether talks help, and who comes again whom they do not.
    pub resolution: Option<Resolution>,
}

/// What a contact meets first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entrance {
    /// A queue.
    Queue(QueueId),
    /// An IVR flow.
    Flow(FlowId),
}

impl ContactType {
    /// How well the people of a team master its skill [level; 0 where it names none]; `None` where they may not serve it.
    pub fn level_of(&self, team: &Team) -> Option<u16> {
        if self.requires.as_ref().is_some_and(|requirement| !requirement.is_met_by(team)) {
            return None;
        }
        let level = self.level_held(team);
        (self.skill.is_none() || level >= self.least_level).then_some(level)
    }

    /// How well the people of a team master its skill [level; 0 where it names none, or they lack it].
    pub fn level_held(&self, team: &Team) -> u16 {
        let held = self.skill.and_then(|skill| team.skills.iter().find(|held| held.skill == skill));
        held.map_or(0, |held| held.level)
    }

    /// Whether and when a customer comes again after a contact that ended like this.
    pub fn retry_after(&self, outcome: Outcome) -> Option<&Retry> {
        match outcome {
            Outcome::Served => self.reconnect.as_ref().or(self.resolution.as_ref().map(|of| &of.unresolved)),
            Outcome::Abandoned | Outcome::Balked => self.redial.abandoned.as_ref(),
            Outcome::Blocked => self.redial.blocked.as_ref(),
            Outcome::Closed => self.redial.closed.as_ref(),
            _ => None,
        }
    }
}

pub(super) static SETTINGS: &[Setting] = &[
    default("channel", Kind::Family(&CHANNELS), "\"phone\"", "how it reaches the centre"),
    required(
        "arrivals",
        Kind::List(&Kind::Family(&ARRIVALS)),
        "when contacts come; several processes in a list add up",
    ),
    optional(
        "queue",
        Kind::Name(Scope::Queues),
        "where it waits; without `queue` and `flow` it has a queue of its own name",
    ),
    optional("flow", Kind::Name(Scope::Flows), "the IVR flow it enters first, instead of a queue"),
    optional("lines", Kind::Name(Scope::Lines), "trunk lines that it holds from first to last moment; without, none"),
    default(
        "patience",
        Kind::Family(&DISTRIBUTIONS),
        "\"never\"",
        "time in a queue after which the customer hangs up; deferred channels know no patience",
    ),
    default("balking", Kind::Share, "0", "probability that the customer leaves at once when no agent is free"),
    required("talk", Kind::Family(&DISTRIBUTIONS), "time an agent talks or works with the customer, at normal speed"),
    default(
        "wrap_up",
        Kind::Family(&DISTRIBUTIONS),
        "\"0s\"",
        "time the agent needs afterwards, at normal speed, before the next contact",
    ),
    optional(
        "after_call",
        AFTER_CALL,
        "for how long the agent finishes what it left behind; without, as its queue says",
    ),
    default(
        "wrap_up_frees_room",
        Kind::Flag,
        "false",
        "whether the agent has room for another contact while finishing what this one left behind",
    ),
    optional("skill", Kind::Name(Scope::Skills), "skill that an agent must have; without, every agent will do"),
    default("least_level", Kind::Count(1, 65_535), "1", "lowest level of that skill that will do"),
    optional(
        "requires",
        Kind::Requirement,
        "a condition over skills and attributes that an agent must meet too: `\"billing >= 3 and (spanish or english)\"`; \
         `best-skill` ranks by `skill` alone",
    ),
    optional(
        "priority",
        Kind::Count(0, 65_535),
        "priority class, lower is served first; without, the channel's: 5 for phone, callback, video and in-person, 6 for chat and \
         web, 7 for messaging and social, 8 for email, 9 for task and post",
    ),
    default("head_start", Kind::Span, "\"0s\"", "waiting time that it is credited with when it enters a queue"),
    optional(
        "position",
        Kind::Count(1, u32::MAX as u64),
        "place that it takes when it enters a queue, among the contacts of its class there that wait in order of their \
         waits: 1 is before all, 3 behind two; it is credited with the wait of the one before it. Without, its own wait \
         decides",
    ),
    optional(
        "changes",
        CHANGES,
        "what becomes of its class, points and age while it waits in a queue: a list of changes; without, nothing",
    ),
    optional("score", Kind::Table(score::SETTINGS), "points, for the key `score`; without, those of the queue"),
    optional(
        "objective",
        Kind::Span,
        "wait that is aimed at, for the keys `deadline` and `wait-to-objective`; without, that of the queue",
    ),
    default("waiting_cost", AMOUNT, "1", "what an hour of waiting costs, for the keys `cmu` and `generalised-cmu`"),
    default("value", AMOUNT, "1", "what it is worth to serve one, for expressions"),
    optional(
        "after_talk",
        Kind::Name(Scope::Flows),
        "the IVR flow that customers come to after the talk, still on the line, such as one with a `survey`; they end as \
         served whatever they do there; without, the call is over",
    ),
    optional(
        "transfers",
        TRANSFERS,
        "when agents pass it on to another queue, or ask somebody there about it: a list of transfers; without, never",
    ),
    optional("pauses", PAUSES, "customers who fall silent and write again later, within one contact; without, none"),
    optional(
        "turns",
        TURNS,
        "a conversation in writing, in which `talk` is the work of the agent in all: the agent replies, the customer writes \
         again, and open turns share the agent; without, the agent works on it from the answer to the end",
    ),
    optional(
        "chasers",
        CHASERS,
        "customers of a deferred contact that waits for long, who come by another channel about it; without, nobody \
         does",
    ),
    optional(
        "preferred_agent",
        PREFERRED_AGENT,
        "a person to whom it goes before everybody else, whatever delays, reserves, guards and targets say, in the first \
         queue that it comes to; without, nobody",
    ),
    optional("redial", Kind::Table(REDIAL), "when customers who were not served try again; without, never"),
    optional(
        "reconnect",
        Kind::Table(&RETRY),
        "when customers who were served come back because their problem is not solved; without, never",
    ),
    optional(
        "resolution",
        Kind::Table(RESOLUTION),
        "whether talks help, by the level of the agent, and when those come again whom they do not help, instead of \
         `reconnect`; without, talks help all who do not come again",
    ),
];

/// The contact type of these settings.
pub(super) fn build(name: &str, settings: &Settings, site: &mut Site<'_>) -> Option<ContactType> {
    let channel = CHANNELS.entries[settings.member("channel").index].make;
    let entrance = entrance(name, settings, site);
    let arrivals = arrivals(settings, site);
    let patience = site.distribution(settings, "patience");
    let talk = site.duration(settings, "talk");
    let wrap_up = site.duration(settings, "wrap_up");
    let head_start = site.finite(settings, "head_start");
    let (score, objective) = (score(settings, site), objective(settings, site));
    let silent = ["pauses", "turns"].iter().any(|name| settings.find(name).is_some());
    let pauses = if silent { silences(settings, site).map(Some) } else { Some(None) };
    let changes = changes(settings, site);
    let transfers = transfers(settings, site);
    let chasers = settings.find_table("chasers");
    let chasers = chasers.map_or(Some(None), |table| chasers::chasers(settings, &table, channel.live, site).map(Some));
    let redial = settings.find_table("redial").map(|table| redial(&table, site)).unwrap_or_default();
    let reconnect = optional_retry(settings, "reconnect", site);
    let resolution =
        settings.find_table("resolution").map_or(Some(None), |table| resolution(settings, &table, site).map(Some));
    let position = |scope, name: String| site.names.position(scope, &name);
    Some(ContactType {
        name: name.to_owned(),
        channel,
        arrivals: arrivals?,
        entrance: entrance?,
        lines: settings.find_text("lines").map(|lines| LinesId::of(position(Scope::Lines, lines))),
        patience: if channel.live { patience? } else { Distribution::never() },
        balking: settings.share("balking"),
        talk: talk?,
        wrap_up: wrap_up?,
        after_call: after_call(settings),
        wrap_up_frees_room: settings.flag("wrap_up_frees_room"),
        skill: settings.find_text("skill").map(|skill| SkillId::of(position(Scope::Skills, skill))),
        least_level: settings.count("least_level") as u16,
        requires: settings.find_text("requires").map(|text| Requirement::new(text, &site.names.traits())),
        priority: settings.find_count("priority").map_or(channel.priority, |priority| priority as u16),
        head_start: head_start?,
        position: settings.find_count("position").map(|position| position as u32),
        changes: changes?,
        score,
        objective,
        waiting_cost: settings.number("waiting_cost"),
        value: settings.number("value"),
        after_talk: settings.find_text("after_talk").map(|flow| FlowId::of(position(Scope::Flows, flow))),
        transfers: transfers?,
        pauses: pauses?,
        chasers: chasers?,
        preferred_agent: preferred_agent(settings, site),
        redial,
        reconnect,
        resolution: resolution?,
    })
}

fn entrance(name: &str, settings: &Settings, site: &mut Site<'_>) -> Option<Entrance> {
    match (settings.find_text("queue"), settings.find_text("flow")) {
        (Some(_), Some(_)) => {
            let text = "found both `queue` and `flow`, expected one of them";
            let help = "a flow leads to queues by its `enqueue` nodes";
            site.findings.complain(settings, Complaint::about("flow", text).help(help));
            None
        }
        (None, Some(flow)) => Some(Entrance::Flow(FlowId::of(site.names.position(Scope::Flows, &flow)))),
        (queue, None) => {
            let queue = queue.unwrap_or_else(|| name.to_owned());
            site.names.queues.iter().position(|known| *known == queue).map(QueueId::of).map(Entrance::Queue)
        }
    }
}

fn arrivals(settings: &Settings, site: &mut Site<'_>) -> Option<Vec<Arc<dyn Process>>> {
    let list = site.findings.made(settings, filled(settings, "arrivals"))?;
    let processes: Vec<_> = list.iter().map(|located| process(located.member(), site)).collect();
    processes.into_iter().collect()
}

/// One process; what it was told and does not heed is warned of.
pub(super) fn process(chosen: &Chosen, site: &mut Site<'_>) -> Option<Arc<dyn Process>> {
    let settings = &chosen.settings;
    if settings.find("rate").is_some() {
        let heeded: &[&str] = if settings.find("busyness").is_some() { &["every"] } else { &[] };
        site.warn_of_unheeded(settings, "rate", heeded);
    } else {
        site.warn_of_unheeded(settings, "counts", &["every"]);
    }
    if !site.calendar_is_told {
        // What does not fit a default may fit what was meant.
        return None;
    }
    let process = site.findings.made(settings, arrival::make(chosen, site.calendar))?;
    if let Some(left_out) = process.left_out() {
        site.findings.add(outside(left_out, site.calendar));
    }
    Some(process)
}

fn outside(LeftOut { count, of, first }: LeftOut, calendar: &Calendar) -> Finding {
    let (length, start) = (calendar.length, calendar.start);
    let lie = if count == 1 { "lies" } else { "lie" };
    let message = format!("{count} of {of} arrivals {lie} outside the run of {length} from {start}, and will not come");
    let help = "remove them, write `replay = \"align\"`, or change the start or length of the run".to_owned();
    Finding::warning(first, message).label("the first of them").help(help)
}
