//! Rules that ask for the state of the centre: switches, holds, courses of steps, admission.
//!
//! A plan without such rules never comes here. One that has some looks around after everything that happens, and at the
//! moments at which time alone changes something: first switches and numbers that adapt, then contacts that leave for
//! want of agents or whose step may begin, and last whoever may be matched now who could not before. What a look
//! changes is looked at again, until nobody is matched.

mod admission;
mod courses;
mod estimates;
mod holds;
mod look;
mod monitor;
mod read;
mod switches;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

pub(super) use estimates::Whom;
pub(super) use holds::Taker;
pub(super) use monitor::{Ears, Heard, Monitor};

use self::courses::CourseNow;
use self::estimates::Foretelling;
use self::switches::SwitchNow;
use super::issues::Issues;
use super::life::callback::Callbacks;
use super::passages::Passages;
use crate::plan::Plan;
use crate::units::Instant;

/// The state of all rules.
#[derive(Debug)]
pub(crate) struct RulesNow {
    /// What conditions read; `None` where a plan has none.
    monitor: Option<Rc<RefCell<Monitor>>>,
    switches: Vec<SwitchNow>,
    /// Numbers that adapt: now, and when they are looked at next.
    adapts: Vec<(u32, Instant)>,
    /// By slot: where its contact is in its course; empty where courses are lines.
    courses: Vec<CourseNow>,
    /// By contact type and customer: when the customer first came; only of those who will come again.
    first_came: BTreeMap<(u32, u64), Instant>,
    /// The look around that is planned next.
    next_look: Instant,
    /// When somebody may leave for want of agents whose grace is not over.
    grace_ends: Instant,
    /// Callbacks that are open, and who has been offered one.
    pub(crate) callbacks: Callbacks,
    /// What was foretold to those who wait, where a queue has an estimator.
    pub(crate) foretelling: Foretelling,
    /// What comes of talks, where agents pass contacts on.
    pub(crate) passages: Passages,
    /// Issues that have not ended, where customers are followed.
    pub(crate) issues: Issues,
}

impl RulesNow {
    /// Everything off.
    pub(crate) fn new(plan: &Plan) -> Self {
        Self {
            monitor: None,
            switches: plan.rules.switches.iter().map(|_| SwitchNow::default()).collect(),
            adapts: plan.rules.adapts.iter().map(|of| (of.start, Instant::START + of.every)).collect(),
            courses: Vec::new(),
            first_came: BTreeMap::new(),
            next_look: Instant::NEVER,
            grace_ends: Instant::NEVER,
            callbacks: Callbacks::default(),
            foretelling: Foretelling::new(),
            passages: Passages::default(),
            issues: Issues::default(),
        }
    }

    /// The same, reading from a monitor.
    pub(crate) fn hear(&mut self, monitor: Rc<RefCell<Monitor>>) {
        self.monitor = Some(monitor);
    }

    /// What has become of contacts that calls have brought, since this was asked last.
    pub(crate) fn take_called(&mut self) -> Vec<Heard> {
        self.monitor.as_ref().map_or_else(Vec::new, |monitor| std::mem::take(&mut monitor.borrow_mut().called))
    }
}
