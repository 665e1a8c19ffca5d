//! Contacts and agents kept apart: how long contacts wait beside somebody who is available and whose team serves such
//! contacts.
//!
//! Contacts of one type, queue and stage of waiting that are told the same rule are alike, so only their number is kept
//! up. What keeps a class from the teams that have somebody available follows from the stage, where a delay, a step or
//! people kept free say it; elsewhere it is what the last decision about the contact said.

use std::collections::BTreeMap;

use super::centre::{Apart as Stands, UNEXPLAINED};
use super::{Centre, Diagnostic, Found};
use crate::record::rule::{ABOVE_TARGET, CLOSED, DELAY, KEPT_FREE, QUEUE_WHILE, RINGING, SKILLS_WHILE, STEP};
use crate::record::{AgentState, ContactRecord, Rule};
use crate::units::{Instant, TeamId};

/// Number of the stay, stage, and the rule that was told.
type Class = (u32, u32, Option<&'static str>);

/// Contacts that are alike.
#[derive(Debug, Clone, Copy, Default)]
struct Alike {
    /// How many wait.
    waiting: u64,
    /// Time during which any waited and somebody was available [ticks].
    clock: u64,
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
    /// By number of the contact and of the stay.
    waiting: BTreeMap<(u64, u32), Waiting>,
    /// By team: agents available.
    available: Vec<u32>,
    /// The contact and the stay about which something was told last, before it begins to wait.
    told: Option<((u64, u32), Option<&'static str>)>,
    /// By queue and cause: contacts waiting beside somebody, summed over time [contact-ticks].
    areas: BTreeMap<(usize, &'static str), u64>,
    /// By queue: longest time of one stay [ticks].
    longest: BTreeMap<usize, u64>,
}

impl Apart {
    /// Nobody there; counts from this moment on.
    pub(super) fn new(from: Instant, centre: &Centre) -> Self {
        Self {
            counted: from,
            classes: BTreeMap::new(),
            waiting: BTreeMap::new(),
            available: vec![0; centre.teams.len()],
            told: None,
            areas: BTreeMap::new(),
            longest: BTreeMap::new(),
        }
    }

    /// Whether nobody waits.
    pub(super) fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }

    /// Counts the time up to now.
    fn advance(&mut self, now: Instant, centre: &Centre) {
        let elapsed = now.since(self.counted).as_ticks();
        self.counted = self.counted.max(now);
        if elapsed == 0 || self.waiting.is_empty() {
            return;
        }
        let available = &self.available;
        for (class, alike) in self.classes.iter_mut().filter(|(_, alike)| alike.waiting > 0) {
            let Some((queue, cause)) = cause(*class, available, centre) else { continue };
            alike.clock += elapsed;
            let area = self.areas.entry((queue, cause)).or_default();
            *area = area.saturating_add(elapsed.saturating_mul(alike.waiting));
        }
    }

    /// A decision about a contact, which found nobody, named this rule or none.
    pub(super) fn is_told(
        &mut self,
        now: Instant,
        (contact, place): (&ContactRecord, u32),
        rule: Option<Rule>,
        centre: &Centre,
    ) {
        let rule = rule.filter(|rule| !follows_from_stage(*rule)).map(|rule| rule.keyword);
        self.told = Some((stay_of(contact), rule));
        self.comes_into(now, stay_of(contact), class(now, (contact, place), rule, centre), centre);
    }

    /// A contact rings, and cannot be taken in any of the queues in which it waits.
    pub(super) fn rings(&mut self, now: Instant, contact: &ContactRecord, centre: &Centre) {
        self.is_kept(now, contact, RINGING, centre);
    }

    /// A rule keeps a contact from everybody, in all of the queues in which it waits.
    pub(super) fn is_kept(&mut self, now: Instant, contact: &ContactRecord, rule: Rule, centre: &Centre) {
        let stays = self.waiting.range((contact.serial, 0)..=(contact.serial, u32::MAX));
        let stays: Vec<_> = stays.map(|(stay, waiting)| (*stay, waiting.class)).collect();
        for (stay, (number, stage, _)) in stays {
            self.comes_into(now, stay, (number, stage, Some(rule.keyword)), centre);
        }
    }

    /// A contact that waits comes from its class into another.
    fn comes_into(&mut self, now: Instant, stay: (u64, u32), class: Class, centre: &Centre) {
        if self.waiting.get(&stay).is_some_and(|waiting| waiting.class != class) {
            let before = self.leave(now, stay, centre);
            self.enter(stay, class, before);
        }
    }

    pub(super) fn begin(&mut self, now: Instant, (contact, place): (&ContactRecord, u32), centre: &Centre) {
        self.advance(now, centre);
        let told = self.told.take().filter(|(stay, _)| *stay == stay_of(contact));
        self.enter(stay_of(contact), class(now, (contact, place), told.and_then(|(_, rule)| rule), centre), 0);
    }

    pub(super) fn end(&mut self, now: Instant, contact: &ContactRecord, centre: &Centre) {
        let beside = self.leave(now, stay_of(contact), centre);
        let longest = self.longest.entry(contact.queue.index()).or_default();
        *longest = beside.max(*longest);
    }

    fn enter(&mut self, stay: (u64, u32), class: Class, before: u64) {
        let alike = self.classes.entry(class).or_default();
        alike.waiting += 1;
        self.waiting.insert(stay, Waiting { class, clock: alike.clock, before });
    }

    /// Takes a contact out of its class; the time of its stay beside available agents.
    fn leave(&mut self, now: Instant, stay: (u64, u32), centre: &Centre) -> u64 {
        self.advance(now, centre);
        let Some(waiting) = self.waiting.remove(&stay) else { return 0 };
        let alike = self.classes.entry(waiting.class).or_default();
        alike.waiting = alike.waiting.saturating_sub(1);
        waiting.before + (alike.clock - waiting.clock)
    }

    pub(super) fn moved(&mut self, now: Instant, team: TeamId, turn: (AgentState, AgentState), centre: &Centre) {
        self.advance(now, centre);
        let Some(available) = self.available.get_mut(team.index()) else { return };
        *available += u32::from(turn.1 == AgentState::Available);
        *available = available.saturating_sub(u32::from(turn.0 == AgentState::Available));
    }

    pub(super) fn close(&mut self, end: Instant, centre: &Centre, found: &mut Found) {
        self.advance(end, centre);
        for ((queue, cause), area) in &self.areas {
            found.amount(Diagnostic::IdleWhileWaiting, *queue, cause, *area);
        }
        for (queue, longest) in &self.longest {
            found.amount(Diagnostic::LongestIdleWhileWaiting, *queue, "", *longest);
        }
    }
}

/// Whether a rule is looked up when time is counted, since the stage and the team say it.
pub(super) fn follows_from_stage(rule: Rule) -> bool {
    [ABOVE_TARGET, DELAY, KEPT_FREE, QUEUE_WHILE, SKILLS_WHILE, STEP].iter().any(|other| other.keyword == rule.keyword)
}

/// What tells a contact in one of the queues in which it may wait from all others.
pub(super) fn stay_of(contact: &ContactRecord) -> (u64, u32) {
    (contact.serial, contact.stay)
}

fn class(now: Instant, (contact, place): (&ContactRecord, u32), rule: Option<&'static str>, centre: &Centre) -> Class {
    let stay = centre.stays.get(contact.stay as usize);
    let stage = stay.map_or(0, |stay| stay.stage(now.since(contact.entered), place));
    (contact.stay, stage as u32, rule)
}

/// The queue of a class, and the rule that keeps it from those who are available; `None` where nobody is who serves it.
fn cause((stay, stage, told): Class, available: &[u32], centre: &Centre) -> Option<(usize, &'static str)> {
    let stay = centre.stays.get(stay as usize)?;
    let there = available.iter().enumerate().filter(|(_, people)| **people > 0);
    let stands = there.map(|(team, _)| stay.apart(stage as usize, team)).filter(|stands| *stands != Stands::Never);
    // Whom nothing else keeps apart is told before whom a stage does.
    let nearest = stands.min_by_key(|stands| *stands != Stands::Together)?;
    let cause = match (nearest, told) {
        (_, Some(told)) if [CLOSED, RINGING].iter().any(|rule| rule.keyword == told) => told,
        (Stands::By(rule), _) => rule,
        (_, told) => told.or(stay.otherwise).unwrap_or(UNEXPLAINED),
    };
    Some((stay.queue, cause))
}
