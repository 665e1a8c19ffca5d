//! Membership: which queues a team serves, which of them first, from which wait on, and at which times.

use super::condition::Condition;
use super::score::{AMOUNT, POINTS};
use super::section::{Site, default, optional};
use crate::family::{Around, Choice, Complaint, Kind, Located, Scope, Setting, Settings};
use crate::units::{QueueId, Share, Span};

/// What a team does for one queue.
#[derive(Debug, Clone, PartialEq)]
pub struct Membership {
    /// The queue.
    pub queue: QueueId,
    /// People who become free take contacts of the queues with the lowest rank first.
    pub rank: u16,
    /// Contacts that have waited less are not seen.
    pub delay: Span,
    /// Of those who are free for a contact of the queue, those with the lowest are asked first.
    pub penalty: u16,
    /// It serves the queue only while this holds; `None`: always.
    pub while_: Option<Condition>,
    /// Share of each agent's work that contacts of the queue should make; `None`: as it comes.
    pub target: Option<Share>,
    /// What an agent does beyond that share.
    pub above_target: AboveTarget,
    /// Points of an agent and a contact of the queue together.
    pub points: PairPoints,
}

/// What an agent does of whose work a queue makes more than its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AboveTarget {
    /// Serves the queue all the same.
    Serve,
    /// Takes nobody from it.
    StayIdle,
}

/// Points of an agent and a contact together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PairPoints {
    /// Points at once.
    pub base: f64,
    /// Points for each minute that the contact has waited.
    pub per_minute_waiting: f64,
    /// Points for each minute that the agent has been idle.
    pub per_minute_idle: f64,
}

impl PairPoints {
    /// Those of teams that say nothing else.
    pub const USUAL: Self = Self { base: 0.0, per_minute_waiting: 1.0, per_minute_idle: 1.0 };

    /// Points after so long a wait and so long an idle time [minutes].
    pub fn after(&self, waiting: f64, idle: f64) -> f64 {
        self.base + self.per_minute_waiting * waiting + self.per_minute_idle * idle
    }
}

/// The setting of a team.
pub(super) static QUEUES: Kind = Kind::Map(Some(Scope::Queues), &Kind::Table(SETTINGS));

static SETTINGS: &[Setting] = &[
    default(
        "rank",
        Kind::Count(0, 65_535),
        "1",
        "whoever becomes free takes contacts of the queue with the lowest rank first, whatever waits in others",
    ),
    default("delay", Kind::Span, "\"0s\"", "contacts that have waited less are not offered to this team"),
    default(
        "penalty",
        Kind::Count(0, 65_535),
        "0",
        "of those who are free for a contact, the people with the lowest penalty are asked first, before any key",
    ),
    optional(
        "while",
        Kind::Condition(Around::Queue),
        "the team serves the queue only while this holds, such as `\"switch.rush\"`; contacts in hand are finished",
    ),
    optional(
        "target",
        Kind::Share,
        "share of each agent's work that contacts of the queue should make, for the keys `target-share` and \
         `share-deficit`; without, none",
    ),
    default(
        "above_target",
        Kind::Choice(ABOVE_TARGET),
        "\"serve\"",
        "what an agent does of whose work, in contacts that are over, the queue makes more than its `target`",
    ),
    default(
        "points",
        Kind::Table(POINTS_OF_PAIRS),
        "{}",
        "points of an agent and a contact, for the keys `pair-score`",
    ),
];

const ABOVE_TARGET: &[Choice] = &[
    Choice { word: "serve", summary: "serves the queue all the same" },
    Choice {
        word: "stay-idle",
        summary: "takes nobody from the queue, even with nothing else to do, until other work has brought its share down",
    },
];

static POINTS_OF_PAIRS: &[Setting] = &[
    default("base", POINTS, "0", "points at once"),
    default(
        "per_minute_waiting",
        AMOUNT,
        "1",
        "points for each minute that the contact has waited, credited time included",
    ),
    default("per_minute_idle", AMOUNT, "1", "points for each minute that the agent has been available"),
];

/// The queues of a team; empty where it serves all alike.
pub(super) fn memberships(settings: &Settings, site: &mut Site<'_>) -> Option<Vec<Membership>> {
    let written = settings.find_map("queues").unwrap_or_default();
    let member = |(queue, located): &(String, Located)| {
        let table = located.table();
        let delay = site.finite(table, "delay")?;
        let queue = QueueId::of(site.names.position(Scope::Queues, queue));
        let (target, points) = (table.find_share("target"), table.table("points"));
        let above_target = above_target(table, target, site)?;
        let points = PairPoints {
            base: points.number("base"),
            per_minute_waiting: points.number("per_minute_waiting"),
            per_minute_idle: points.number("per_minute_idle"),
        };
        Some(Membership {
            queue,
            rank: table.count("rank") as u16,
            delay,
            penalty: table.count("penalty") as u16,
            while_: site.condition(table, "while", Around::Queue, queue),
            target,
            above_target,
            points,
        })
    };
    written.iter().map(member).collect()
}

fn above_target(table: &Settings, target: Option<Share>, site: &mut Site<'_>) -> Option<AboveTarget> {
    if table.choice("above_target") == "serve" {
        return Some(AboveTarget::Serve);
    }
    if target.is_none() {
        let text = "`above_target` is `stay-idle`, and there is no `target`, expected both";
        let complaint = Complaint::about("above_target", text).help("write the share: `target = \"25%\"`");
        site.findings.complain(table, complaint);
        return None;
    }
    Some(AboveTarget::StayIdle)
}
