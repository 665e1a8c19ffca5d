//! The run: takes what is due next, moves the clock there, acts.

use super::centre::Centre;
use super::contact::Phase;
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
        limit = centre.run_until(centre.ends.beyond());
    }
    centre.cut();
    Ending { at: centre.now, contacts: centre.serial, events: centre.events, limit }
}

impl<Watch: Observer> Centre<'_, Watch> {
    /// Plays everything before `end`.
    fn run_until(&mut self, end: Instant) -> Option<LimitMet> {
        let (limits, most_present) = (self.plan.scenario.limits, self.most_present());
        loop {
            let (change, ends, step) = (self.roster.next_at(), self.ends.next_at(), self.steps.next_at());
            let (arrival, wait) = (self.arrivals.next_at(), self.waits.next_at());
            let at = change.min(ends).min(step).min(arrival).min(wait);
            if at >= end {
                return None;
            }
            self.events += 1;
            self.now = at;
            // Of what is due at the same instant, in the order of the table in `engine`.
            if ends == at && change != at {
                self.end_of_work(self.ends.next_slot());
            } else if arrival == at && change != at && step != at {
                self.arrive(self.arrivals.next_slot());
            } else if change == at || step == at {
                self.change_or_step(change == at);
            } else if let Some(slot) = self.waits.take(&mut self.contacts) {
                self.wait_is_over(slot);
            }
            if !self.lanes.left.is_empty() {
                self.serve_heads();
            }
            if self.events >= limits.events {
                return Some(LimitMet::Events(limits.events));
            }
            if self.contacts.present() >= most_present {
                return Some(LimitMet::ContactsPresent(most_present as u64));
            }
        }
    }

    /// Contacts present at which the run ends: the scenario's limit, or what the length of the horizon leaves room for.
    fn most_present(&self) -> usize {
        self.plan.scenario.limits.contacts_present.min(self.waits.most() as u64) as usize
    }

    /// The next change of the roster, or the next step of a contact that is neither waiting nor with an agent.
    #[inline(never)]
    fn change_or_step(&mut self, is_change: bool) {
        if is_change {
            if let Some(change) = self.roster.take() {
                self.change(change);
            }
        } else if let Some(slot) = self.steps.take(&mut self.contacts) {
            match self.contacts[slot].phase {
                Phase::InFlow(then) => self.go_on(slot, then),
                Phase::Away => self.admit(slot),
                Phase::AtDoor => self.door_moves(slot),
                Phase::Talking | Phase::WrapUp | Phase::Waiting | Phase::Gone => unreachable!("has no such timer"),
            }
        }
    }
}
