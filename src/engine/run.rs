//! The run: takes what is due next, moves the clock there, acts.

use std::cell::RefCell;
use std::rc::Rc;

use super::centre::Centre;
use super::contact::Phase;
use super::life::site::refreshed;
use super::roster::Change;
use super::rules::{Ears, Monitor};
use crate::plan::{Course, Plan};
use crate::random::Streams;
use crate::record::{Observer, Plainly, Together};
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
    if plan.course == Course::Plain && Watch::FORESEES {
        play_through(plan, Centre::new(plan, Plainly(watch), streams))
    } else if plan.rules.any || plan.dials() {
        let monitor = Rc::new(RefCell::new(Monitor::new(plan)));
        let mut centre = Centre::new(plan, Together(watch, Ears(Rc::clone(&monitor))), streams);
        centre.rules.hear(monitor);
        play_through(plan, centre)
    } else {
        play_through(plan, Centre::new(plan, watch, streams))
    }
}

fn play_through<Watch: Observer>(plan: &Plan, mut centre: Centre<'_, Watch>) -> Ending {
    centre.begin_rounds();
    for (flow, node) in refreshed(plan) {
        centre.roster.add(Instant::START, Change::Refresh(flow, node));
    }
    let mut limit = centre.run_until(plan.end);
    if limit.is_none() {
        centre.now = plan.end;
    }
    if plan.scenario.horizon.at_end == AtEnd::Drain && limit.is_none() {
        centre.roster.stop();
        limit = centre.run_until(centre.ends.beyond());
    }
    centre.cut();
    centre.close_lists();
    Ending { at: centre.now, contacts: centre.serial, events: centre.events, limit }
}

impl<Watch: Observer> Centre<'_, Watch> {
    /// Plays everything before `end`.
    fn run_until(&mut self, end: Instant) -> Option<LimitMet> {
        while self.events < self.most_events && self.contacts.present() < self.most_present {
            if Watch::PLAIN && self.play_plainly(end) {
                continue;
            }
            if !Watch::PLAIN && self.plan.rules.any {
                self.look_around();
            }
            if !Watch::PLAIN && self.plan.dials() {
                self.look_after_campaigns();
            }
            let (ends, arrival, wait) = (self.ends.next_at(), self.arrivals.next_at(), self.waits.next_at());
            let usual = ends.min(arrival).min(wait);
            let rare = self.next_rare(end);
            // Of what is due at the same instant, in the order of the table in `engine`.
            if rare <= usual {
                if rare == end {
                    return None;
                }
                let change = self.roster.next_at() == rare;
                if change || ends != rare {
                    self.change_or_step(rare, change);
                    continue;
                }
            }
            if ends == usual {
                self.begin_event(usual);
                self.end_in_turn();
            } else if arrival == usual {
                self.begin_event(usual);
                self.arrive_in_turn();
            } else if self.waits.is_due() {
                self.begin_event(usual);
                self.one_wait_is_over();
            }
            if !Watch::PLAIN && !self.lanes.left.is_empty() {
                self.serve_heads();
            }
        }
        Some(self.limit_met())
    }

    /// When a change of the roster, a step of a contact that is neither waiting nor with an agent, or the end is next.
    #[inline(always)]
    pub(super) fn next_rare(&self, end: Instant) -> Instant {
        self.roster.next_at().min(self.steps.next_at()).min(end)
    }

    /// The agent who is next ends what is due.
    #[inline(always)]
    fn end_in_turn(&mut self) {
        let agent = self.ends.next_slot();
        if Watch::PLAIN {
            self.end_in_general(agent);
        } else {
            self.end_of_work(agent);
        }
    }

    /// A contact comes, which on the plain course never falls into this turn.
    #[inline(always)]
    fn arrive_in_turn(&mut self) {
        if !Watch::PLAIN {
            let _ = self.arrive(self.arrivals.next_slot());
        }
    }

    /// A waiting contact's time is up.
    #[inline(always)]
    pub(super) fn one_wait_is_over(&mut self) {
        if let Some(slot) = self.waits.take(&mut self.contacts) {
            self.wait_is_over(slot);
        }
    }

    #[inline(always)]
    pub(super) fn begin_event(&mut self, at: Instant) {
        self.events += 1;
        self.now = at;
    }

    #[cold]
    fn limit_met(&self) -> LimitMet {
        if self.events >= self.most_events {
            LimitMet::Events(self.most_events)
        } else {
            LimitMet::ContactsPresent(self.most_present as u64)
        }
    }

    /// The next change of the roster, or the next step of a contact that is neither waiting nor with an agent.
    #[inline(never)]
    fn change_or_step(&mut self, at: Instant, is_change: bool) {
        if is_change {
            self.begin_event(at);
            if let Some(change) = self.roster.take() {
                self.change(change);
            }
        } else if self.steps.is_due() {
            self.begin_event(at);
            self.step();
        }
        if !Watch::PLAIN && !self.lanes.left.is_empty() {
            self.serve_heads();
        }
    }

    fn step(&mut self) {
        let Some(slot) = self.steps.take(&mut self.contacts) else { return };
        match self.contacts[slot].phase {
            Phase::InFlow { node, way } => self.take_way(slot, node, way),
            Phase::Away => self.admit(slot),
            Phase::AtDoor => self.door_moves(slot),
            Phase::Dialled { reached } => self.call_ends(slot, reached),
            Phase::Resting => self.rests_no_more(slot),
            Phase::Inactive => self.writes_again(slot),
            Phase::Dialling => self.attempt_ends(slot),
            _ => unreachable!("has no such timer"),
        }
    }
}
