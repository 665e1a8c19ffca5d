//! Lanes: which contact types can wait in which queues, in which class and for how long already.
//!
//! The lanes of one type in one queue and class follow each other, a lane for each place of the queue's course.

use super::rules::Courses;
use crate::routing::Score;
use crate::scenario::{Age, OnTransfer, Scenario};
use crate::units::{QueueId, Share, Span};

/// One lane.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each answers a question of its own at every arrival")]
pub struct LanePlan {
    /// The contact type.
    pub kind: u32,
    /// The queue.
    pub queue: QueueId,
    /// Priority class that the contact brings to this queue.
    pub priority: u16,
    /// Place in the course of its queue, and how many lanes of the same contacts come before it.
    pub stage: u32,
    /// Wait in this queue after which its contacts move to the next lane, where the wait alone says so.
    pub until: Span,
    /// Whether more than the wait says where its contacts move.
    pub own_course: bool,
    /// Priority class that its contacts have here.
    pub urgency: u16,
    /// Points that its contacts have here.
    pub score: Score,
    /// What has been added to the wait that counts until here [ticks].
    pub aged: i64,
    /// Place that its contacts take when they enter, among those of their queue and class [1 is the first]; 0 by their wait.
    pub position: u32,
    /// Place among the lanes by the keys before the one that looks at the wait; equal ones have one number.
    pub class: u16,
    /// By how much the wait of its contacts counts less [ticks].
    pub shift: i64,
    /// Place among the lanes by the keys that decide between equal waits.
    pub then: u16,
    /// What its contacts need of an agent: a row of `Plan::needs`.
    pub need: u32,
    /// Whether its customers wait on the line.
    pub live: bool,
    /// Whether its contacts are asked more before they meet the queue: whether it is open, what the state of the centre
    /// says, what place they take, whether they have an agent of their own.
    pub closes: bool,
    /// Whether its contacts may leave at once when nobody is free.
    pub balks: bool,
    /// What age a contact has that enters.
    pub age: Age,
    /// Time credited at entry [ticks].
    pub head_start: i64,
}

/// What waiting contacts are compared by where time does not change their order: smaller is first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Rank {
    /// Place of the lane by what comes before the wait.
    pub class: u16,
    /// Moment from which the wait is counted [ticks]; the other way round where the newest is first.
    pub from: i64,
    /// Place of the lane by what decides between equal waits.
    pub then: u16,
    /// Number of the contact.
    pub serial: u64,
}

/// Every lane that some contact can reach, by type, queue and class.
pub(super) fn lanes(scenario: &Scenario, courses: &Courses) -> Vec<LanePlan> {
    let counts = scenario.counts_waits();
    let credited = |span: Span| if counts { clipped(span) } else { 0 };
    // A course that goes on in another queue must be known from the first one.
    let remembers = scenario.queues.iter().any(|queue| queue.schedule.on_transfer == OnTransfer::Continue);
    let mut lanes = Vec::new();
    for (kind, contact) in scenario.contacts.iter().enumerate() {
        for (queue, priority) in scenario.reach(contact).stays {
            let course = courses.of(kind as u32, queue);
            let own_course = scenario.queues[queue.index()].has_own_course();
            let at_once = scenario.standing(contact, queue, priority, &course[0]).aged;
            for (stage, node) in course.iter().enumerate() {
                let standing = scenario.standing(contact, queue, priority, node);
                lanes.push(LanePlan {
                    kind: kind as u32,
                    queue,
                    priority,
                    stage: stage as u32,
                    until: node.until,
                    own_course,
                    urgency: standing.class,
                    score: standing.score,
                    aged: credited(standing.aged),
                    position: if counts { contact.position.unwrap_or(0) } else { 0 },
                    class: 0,
                    shift: 0,
                    then: 0,
                    need: 0,
                    live: contact.channel.live,
                    balks: contact.balking > Share::ZERO,
                    closes: remembers
                        || !scenario.queues[queue.index()].lets_in_always()
                        || counts && contact.position.is_some()
                        || contact.preferred_agent.is_some(),
                    age: scenario.queues[queue.index()].age,
                    head_start: credited(contact.head_start.plus(at_once)),
                });
            }
        }
    }
    lanes
}

/// Which type can stay in which queue, and by lane the row; several lanes of a queue may hold one type.
pub(super) fn stays(lanes: &[LanePlan]) -> (Vec<(u32, u32)>, Vec<u32>) {
    let stay = |lane: &LanePlan| (lane.kind, lane.queue.0);
    let mut stays: Vec<(u32, u32)> = lanes.iter().map(stay).collect();
    stays.sort_unstable();
    stays.dedup();
    let row = |lane| stays.partition_point(|known| *known < stay(lane)) as u32;
    let rows = lanes.iter().map(row).collect();
    (stays, rows)
}

/// A span as ticks that can be added to a moment.
fn clipped(span: Span) -> i64 {
    span.as_ticks().min(i64::MAX as u64 / 4) as i64
}
