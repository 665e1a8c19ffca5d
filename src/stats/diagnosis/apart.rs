//! Contacts and agents kept apart: how long contacts wait beside somebody who is available and may serve them.
//!
//! Contacts of one type, queue and cause are alike, so only their number is kept up.

use std::collections::BTreeMap;

use super::{Centre, Diagnostic, Key, Observation};
use crate::record::{AgentState, ContactRecord};
use crate::units::{Instant, QueueId, TeamId};

/// The cause where no rule is stated.
const UNEXPLAINED: &str = "unexplained";

/// Type, queue and cause.
type Class = (usize, usize, &'static str);

/// Contacts that are alike.
#[derive(Debug, Clone, Copy, Default)]
struct Alike {
    /// How many wait.
    waiting: u64,
    /// Time during which any waited and somebody was available for them [ticks].
    clock: u64,
    /// The same times the number of those waiting [contact-ticks].
    area: u64,
}

/// A contact that waits.
#[derive(Debug, Clone, Copy)]
struct Waiting {
    class: Class,
    /// The clock of its class when it came into it.
    clock: u64,
    /// Time beside available agents in earlier classes of the same stay [ticks].
    before: u64,
}

/// Everybody who waits, and everybody who is available.
#[derive(Debug)]
pub(super) struct Apart {
    /// Up to when time has been counted.
    counted: Instant,
    classes: BTreeMap<Class, Alike>,
    /// By number and queue.
    waiting: BTreeMap<(u64, u32), Waiting>,
    /// By team: agents available.
    available: Vec<u32>,
    /// Contacts that wait, in all classes.
    present: usize,
    /// The contact whose cause was told last, before it begins to wait.
    told: Option<(u64, &'static str)>,
    /// By queue: longest time of one stay [ticks].
    longest: BTreeMap<usize, u64>,
}

impl Apart {
    /// Nobody there; counts from this moment on.
    pub(super) fn new(from: Instant) -> Self {
        Self {
            counted: from,
            classes: BTreeMap::new(),
            waiting: BTreeMap::new(),
            available: Vec::new(),
            present: 0,
            told: None,
            longest: BTreeMap::new(),
        }
    }

    /// Counts the time up to now.
    fn advance(&mut self, now: Instant, centre: &Centre) {
        let elapsed = now.since(self.counted).as_ticks();
        self.counted = self.counted.max(now);
        if elapsed == 0 || self.present == 0 {
            return;
        }
        let available = &self.available;
        for ((kind, ..), alike) in self.classes.iter_mut().filter(|(_, alike)| alike.waiting > 0) {
            let serves = centre.serves.get(*kind).map_or(&[][..], Vec::as_slice);
            if serves.iter().zip(available).any(|(serves, available)| *serves && *available > 0) {
                alike.clock += elapsed;
                alike.area = alike.area.saturating_add(elapsed.saturating_mul(alike.waiting));
            }
        }
    }

    /// A contact found nobody, or nobody whom a rule let it have.
    pub(super) fn is_kept_apart(
        &mut self,
        now: Instant,
        contact: &ContactRecord,
        by: Option<&'static str>,
        centre: &Centre,
    ) {
        let cause = by.unwrap_or(UNEXPLAINED);
        self.told = Some((contact.serial, cause));
        if self.waiting.get(&(contact.serial, contact.queue.0)).is_some_and(|waiting| waiting.class.2 != cause) {
            let before = self.leave(now, contact, centre);
            self.enter(contact, cause, before);
        }
    }

    /// A contact rings, and cannot be taken from any of the queues in which it waits.
    pub(super) fn rings(&mut self, now: Instant, contact: &ContactRecord, centre: &Centre) {
        let queues = self.waiting.range((contact.serial, 0)..=(contact.serial, u32::MAX));
        let queues: Vec<u32> = queues.map(|((_, queue), _)| *queue).collect();
        for queue in queues {
            let there = ContactRecord { queue: QueueId(queue), ..*contact };
            self.is_kept_apart(now, &there, Some("ringing"), centre);
        }
        self.is_kept_apart(now, contact, Some("ringing"), centre);
    }

    pub(super) fn begin(&mut self, now: Instant, contact: &ContactRecord, centre: &Centre) {
        self.advance(now, centre);
        let told = self.told.take().filter(|(serial, _)| *serial == contact.serial);
        self.enter(contact, told.map_or(UNEXPLAINED, |(_, cause)| cause), 0);
    }

    pub(super) fn end(&mut self, now: Instant, contact: &ContactRecord, centre: &Centre) {
        let beside = self.leave(now, contact, centre);
        let longest = self.longest.entry(contact.queue.index()).or_default();
        *longest = beside.max(*longest);
    }

    fn enter(&mut self, contact: &ContactRecord, cause: &'static str, before: u64) {
        let class = (contact.kind.index(), contact.queue.index(), cause);
        let alike = self.classes.entry(class).or_default();
        alike.waiting += 1;
        self.present += 1;
        self.waiting.insert((contact.serial, contact.queue.0), Waiting { class, clock: alike.clock, before });
    }

    /// Takes a contact out of its class; the time of its stay beside available agents.
    fn leave(&mut self, now: Instant, contact: &ContactRecord, centre: &Centre) -> u64 {
        self.advance(now, centre);
        let Some(waiting) = self.waiting.remove(&(contact.serial, contact.queue.0)) else { return 0 };
        let alike = self.classes.entry(waiting.class).or_default();
        alike.waiting = alike.waiting.saturating_sub(1);
        self.present = self.present.saturating_sub(1);
        waiting.before + (alike.clock - waiting.clock)
    }

    pub(super) fn moved(&mut self, now: Instant, team: TeamId, turn: (AgentState, AgentState), centre: &Centre) {
        self.advance(now, centre);
        if self.available.len() <= team.index() {
            self.available.resize(team.index() + 1, 0);
        }
        let available = &mut self.available[team.index()];
        *available += u32::from(turn.1 == AgentState::Available);
        *available = available.saturating_sub(u32::from(turn.0 == AgentState::Available));
    }

    pub(super) fn close(&mut self, end: Instant, centre: &Centre, found: &mut BTreeMap<Key, Observation>) {
        self.advance(end, centre);
        let mut areas: BTreeMap<Key, u64> = BTreeMap::new();
        for ((_, queue, cause), alike) in &self.classes {
            *areas.entry((Diagnostic::IdleWhileWaiting, *queue, cause)).or_default() += alike.area;
        }
        for (queue, _) in centre.queues.iter().enumerate() {
            areas.entry((Diagnostic::IdleWhileWaiting, queue, UNEXPLAINED)).or_default();
            let longest = self.longest.get(&queue).copied().unwrap_or(0);
            found.insert((Diagnostic::LongestIdleWhileWaiting, queue, ""), Observation::Amount(longest));
        }
        found.extend(areas.into_iter().map(|(key, area)| (key, Observation::Amount(area))));
    }
}
