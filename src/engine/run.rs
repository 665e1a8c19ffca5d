//! The run: takes what is due next, moves the clock there, acts.

use super::centre::Centre;
use super::contact::{NONE, Phase};
use crate::plan::Plan;
use crate::random::Streams;
use crate::record::Observer;
use crate::scenario::AtEnd;
use crate::units::Instant;

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ending {
    /// When the last thing happened, or the horizon ended.
    pub at: Instant,
    /// Contacts that arrived.
    pub contacts: u64,
    /// Events handled.
    pub events: u64,
    /// The limit that ended the run before its time.
    pub limit: Option<LimitMet>,
}

/// A limit of the scenario that a run met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LimitMet {
    /// More events than `limits.events`.
    Events(u64),
    /// More contacts present than `limits.contacts_present`, or than the length of the horizon leaves room for.
    ContactsPresent(u64),
}

/// Plays a plan once and announces what happens.
pub fn play<Watch: Observer>(plan: &Plan, streams: Streams, watch: Watch) -> Ending {
    let mut centre = Centre::new(plan, watch, streams);
    let mut limit = centre.run_until(plan.end);
    if limit.is_none() {
        centre.now = plan.end;
    }
    if plan.scenario.horizon.at_end == AtEnd::Drain && limit.is_none() {
        centre.roster.stop();
        limit = centre.run_until(centre.timers.beyond());
    }
    centre.cut();
    Ending { at: centre.now, contacts: centre.serial, events: centre.events, limit }
}

/// What is due next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Due {
    /// Rank among what is due at the same instant; see the table in `engine`.
    rank: u8,
    /// Number of the contact; 0 where there is none.
    serial: u64,
    /// Slot of the contact, or number of the source.
    slot: u32,
}

impl<Watch: Observer> Centre<'_, Watch> {
    /// Plays everything before `end`.
    fn run_until(&mut self, end: Instant) -> Option<LimitMet> {
        let limits = self.plan.scenario.limits;
        let most_present = limits.contacts_present.min(self.timers.most_slots() as u64) as usize;
        loop {
            let (wake, arrival, change) = (self.timers.next_at(), self.arrivals.next_at(), self.roster.next_at());
            let at = wake.min(arrival).min(change);
            if at >= end {
                return None;
            }
            self.events += 1;
            self.now = at;
            if wake < arrival && wake < change {
                self.wake_next(at);
            } else if arrival < wake && arrival < change {
                let source = self.arrivals.next_slot();
                self.arrive(source);
            } else {
                self.play_instant(at);
            }
            if self.events >= limits.events {
                return Some(LimitMet::Events(limits.events));
            }
            if self.contacts.present() >= most_present {
                return Some(LimitMet::ContactsPresent(most_present as u64));
            }
        }
    }

    /// The contact that wakes first acts, unless others wake at the same instant.
    #[inline(always)]
    fn wake_next(&mut self, at: Instant) {
        let slot = self.timers.next_slot();
        self.timers.clear(slot);
        if self.timers.next_at() == at {
            self.timers.set(slot, at);
            self.play_instant(at);
        } else {
            self.act(slot);
        }
    }

    /// A contact does what it woke up for.
    #[inline(always)]
    fn act(&mut self, slot: u32) {
        self.contacts[slot].wake = Instant::NEVER;
        match self.contacts[slot].phase {
            Phase::Talking => self.talk_ends(slot),
            Phase::Waiting => self.wait_is_over(slot),
            other => self.act_otherwise(slot, other),
        }
    }

    /// The turns that a plain call never takes, kept out of the way of those that it does.
    #[inline(never)]
    fn act_otherwise(&mut self, slot: u32, phase: Phase) {
        match phase {
            Phase::WrapUp => self.wrap_up_ends(slot),
            Phase::InFlow(then) => self.go_on(slot, then),
            Phase::Away => self.admit(slot),
            Phase::AtDoor => self.door_moves(slot),
            Phase::Talking | Phase::Waiting | Phase::Gone => unreachable!("acts elsewhere or not at all"),
        }
    }

    /// Everything due at one instant, in the order of the table in `engine`.
    #[inline(never)]
    fn play_instant(&mut self, at: Instant) {
        let mut due: Vec<Due> = Vec::new();
        loop {
            self.gather(at, &mut due);
            let contact = due.last().map_or(u8::MAX, |due| due.rank);
            let change = if self.roster.next_at() == at { 0 } else { u8::MAX };
            let arrival = if self.arrivals.next_at() == at { 3 } else { u8::MAX };
            let first = contact.min(change).min(arrival);
            if first == u8::MAX {
                return;
            }
            if first == contact {
                self.act_if_due(at, due.pop());
            } else if first == change {
                if let Some(change) = self.roster.take() {
                    self.change(change);
                }
            } else {
                let source = self.arrivals.next_slot();
                self.arrive(source);
            }
            self.events += 1;
            if self.events >= self.plan.scenario.limits.events {
                self.put_back(at, &due);
                return;
            }
        }
    }

    /// Takes what is due at the instant from the agenda into the list, last what comes first.
    fn gather(&mut self, at: Instant, due: &mut Vec<Due>) {
        let known = due.len();
        while self.timers.next_at() == at {
            let slot = self.timers.next_slot();
            self.timers.clear(slot);
            let contact = &self.contacts[slot];
            due.push(Due { rank: rank(contact.phase), serial: contact.record.serial, slot });
        }
        if due.len() > known {
            due.sort_unstable_by_key(|due| std::cmp::Reverse((due.rank, due.serial, due.slot)));
        }
    }

    /// A contact acts unless what was due has been cancelled or put off since it was gathered.
    fn act_if_due(&mut self, at: Instant, due: Option<Due>) {
        let Some(Due { rank: was, serial, slot }) = due else { return };
        let contact = &self.contacts[slot];
        if contact.wake == at && contact.record.serial == serial && rank(contact.phase) == was {
            self.act(slot);
        }
    }

    /// Leaves what is still due to the agenda.
    fn put_back(&mut self, at: Instant, due: &[Due]) {
        for due in due {
            if self.contacts[due.slot].wake == at && due.slot != NONE {
                self.timers.set(due.slot, at);
            }
        }
    }
}

/// Rank of a contact's wake-up among what is due at the same instant.
fn rank(phase: Phase) -> u8 {
    match phase {
        Phase::Talking | Phase::WrapUp => 1,
        Phase::InFlow(_) | Phase::Away | Phase::AtDoor => 2,
        Phase::Waiting | Phase::Gone => 4,
    }
}
