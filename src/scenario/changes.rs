//! Changes: what becomes of a contact's class, points and age while it waits.

use super::course::Node;
use super::score::{self, POINTS, score};
use super::section::{Site, default, optional, required};
use super::{ContactType, Scenario};
use crate::family::{Complaint, Kind, Setting, Settings};
use crate::routing::Score;
use crate::units::{QueueId, Span};

/// What changes for a contact that has waited so long in a queue.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// Wait in the queue from which it holds, delay included.
    pub from: Span,
    /// Class from then on; `None`: it stays.
    pub priority: Option<u16>,
    /// What is added to the class.
    pub add_to_priority: i32,
    /// Points from then on; `None`: they stay.
    pub score: Option<Score>,
    /// What is added to the points.
    pub add_points: f64,
    /// What is added to the wait that counts.
    pub add_age: Span,
}

/// How a contact stands in a queue after some wait.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Standing {
    /// Its class.
    pub class: u16,
    /// Its points.
    pub score: Score,
    /// What has been added to the wait that counts.
    pub aged: Span,
}

/// The setting of a queue or a contact type.
pub(super) const CHANGES: Kind = Kind::List(&Kind::Table(SETTINGS));

/// What can be added to a class.
const ADDED: Kind = Kind::Number(-65_535.0, 65_535.0);

/// Class from then on.
pub(super) const PRIORITY: Setting =
    optional("priority", Kind::Count(0, 65_535), "class from then on; lower is served first; without, it stays");
/// What is added to the class.
pub(super) const ADD_TO_PRIORITY: Setting = default(
    "add_to_priority",
    ADDED,
    "0",
    "what is added to the class, a whole number; -1 makes it more urgent by one",
);
/// Points from then on.
pub(super) const SCORE: Setting =
    optional("score", Kind::Table(score::SETTINGS), "points from then on, for the key `score`; without, they stay");
/// What is added to the points.
pub(super) const ADD_POINTS: Setting = default("add_points", POINTS, "0", "what is added to the points");
/// What is added to the wait that counts.
pub(super) const ADD_AGE: Setting =
    default("add_age", Kind::Span, "\"0s\"", "what is added to the wait that counts for the place in the queue");

static SETTINGS: &[Setting] = &[
    required("at", Kind::Span, "wait in the queue at which it is made"),
    default(
        "effect_delay",
        Kind::Span,
        "\"0s\"",
        "time until it shows, as in systems that work changes out now and then",
    ),
    PRIORITY,
    ADD_TO_PRIORITY,
    SCORE,
    ADD_POINTS,
    ADD_AGE,
];

/// The changes of these settings, in order of time.
pub(super) fn changes(settings: &Settings, site: &mut Site<'_>) -> Option<Vec<Change>> {
    let list = settings.find_list("changes").unwrap_or_default();
    let changes: Vec<Option<Change>> = list.iter().map(|located| change(located.table(), site)).collect();
    let mut changes = changes.into_iter().collect::<Option<Vec<_>>>()?;
    changes.sort_by_key(|change| change.from);
    Some(changes)
}

fn change(table: &Settings, site: &mut Site<'_>) -> Option<Change> {
    let (at, delay) = (site.finite(table, "at"), site.finite(table, "effect_delay"));
    let change = Change::told(table, site);
    let change = Change { from: at?.plus(delay?), ..change? };
    if change.is_nothing() {
        let text = "this changes nothing: neither class nor points nor age";
        let help = "write `priority`, `add_to_priority`, `score`, `add_points` or `add_age`";
        site.findings.complain(table, Complaint::whole(text).help(help));
        return None;
    }
    Some(change)
}

impl Change {
    const NOTHING: Self = Self {
        from: Span::ZERO,
        priority: None,
        add_to_priority: 0,
        score: None,
        add_points: 0.0,
        add_age: Span::ZERO,
    };

    /// What a table says of it, whenever it is made.
    pub(super) fn told(table: &Settings, site: &mut Site<'_>) -> Option<Self> {
        let (score, age) = (score(table, site), site.finite(table, "add_age"));
        let added = table.number("add_to_priority");
        if added.fract() != 0.0 {
            let text = format!("`add_to_priority` is {added}, expected a whole number");
            site.findings.complain(table, Complaint::about("add_to_priority", text).help("classes are whole numbers"));
            return None;
        }
        Some(Self {
            from: Span::ZERO,
            priority: table.find_count("priority").map(|priority| priority as u16),
            add_to_priority: added as i32,
            score,
            add_points: table.number("add_points"),
            add_age: age?,
        })
    }

    /// Whether it leaves everything as it was.
    pub fn is_nothing(&self) -> bool {
        *self == Self { from: self.from, ..Self::NOTHING }
    }
}

impl Standing {
    /// How a contact stands after a change.
    fn after(self, change: &Change) -> Self {
        let class = i32::from(change.priority.unwrap_or(self.class)).saturating_add(change.add_to_priority);
        let score = change.score.unwrap_or(self.score);
        Self {
            class: class.clamp(0, i32::from(u16::MAX)) as u16,
            score: Score { base: score.base + change.add_points, ..score },
            aged: self.aged.plus(change.add_age),
        }
    }
}

impl Scenario {
    /// Everything that has changed for a contact at a place of its course, in order of time; of what changes at the same
    /// wait, steps of the queue come first, then its changes, then those of the type. Where more than the wait says when
    /// steps begin, all that were taken come first.
    fn changes(&self, contact: &ContactType, queue: QueueId, node: &Node) -> Vec<Change> {
        let queue = &self.queues[queue.index()];
        let straight = !queue.has_own_course();
        let steps = node.applied.iter().map(|&step| {
            let step = &queue.steps[step];
            let from = if straight { step.at } else { Span::ZERO };
            Change { from, ..step.change.clone() }
        });
        let passed = |change: &&Change| change.from <= node.delay;
        let changes = queue.changes.iter().chain(&contact.changes).filter(passed).cloned();
        let mut all: Vec<Change> = steps.chain(changes).collect();
        all.sort_by_key(|change| change.from);
        all
    }

    /// How a contact stands that came to a queue in a class and is at this place of its course.
    pub fn standing(&self, contact: &ContactType, queue: QueueId, class: u16, node: &Node) -> Standing {
        let score = contact.score.unwrap_or(self.queues[queue.index()].score);
        let fresh = Standing { class, score, aged: Span::ZERO };
        let made = self.changes(contact, queue, node).into_iter();
        made.fold(fresh, |standing, change| standing.after(&change))
    }
}
