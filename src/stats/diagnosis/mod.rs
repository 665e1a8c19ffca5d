//! The diagnosis: what routing leaves undone or turns around, counted in runs that are asked about it.
//!
//! It listens to decisions, which costs more than counting; ordinary studies do without. Whole numbers only.

mod apart;
mod diagnostic;
mod order;
mod rows;
mod spread;

pub use diagnostic::{DIAGNOSTICS, Diagnostic};
pub use rows::{Diagnoses, DiagnosticRow};

use std::collections::BTreeMap;

use crate::record::{AgentState, ContactRecord, Decision, Departure, Exclusion, Observer, Offer, OfferEnd};
use crate::units::{AgentId, Instant, Span, TeamId};
use apart::Apart;
use order::Order;
use spread::Spread;

/// What there is to diagnose.
#[derive(Debug, Clone, Default)]
pub struct Centre {
    /// Names of queues, and the wait in each beyond which a contact counts as starved.
    pub queues: Vec<(String, Span)>,
    /// Names of teams.
    pub teams: Vec<String>,
    /// By contact type, then team: whether the team may serve it.
    pub serves: Vec<Vec<bool>>,
    /// Time at the start that does not count.
    pub warm_up: Span,
}

/// What a number is about: a diagnostic, a queue or team, and a cause or the empty word.
pub(super) type Key = (Diagnostic, usize, &'static str);

/// One number of one replication.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Observation {
    /// Added up and averaged over replications.
    Amount(u64),
    /// So many out of so many.
    Share(u64, u64),
}

/// A listener that diagnoses one replication.
#[derive(Debug)]
pub struct Diagnosis<'a> {
    centre: &'a Centre,
    apart: Apart,
    order: Order,
    spread: Spread,
    /// By queue: stays that ended after the warm-up, and those of them that waited too long.
    stays: Vec<(u64, u64)>,
}

impl<'a> Diagnosis<'a> {
    /// Nothing heard yet.
    pub fn new(centre: &'a Centre) -> Self {
        let from = Instant::START + centre.warm_up;
        Self {
            centre,
            apart: Apart::new(from),
            order: Order::default(),
            spread: Spread::new(from),
            stays: vec![(0, 0); centre.queues.len()],
        }
    }

    /// Every number of the replication, which ended at this moment.
    pub(super) fn close(mut self, end: Instant) -> BTreeMap<Key, Observation> {
        let mut found = BTreeMap::new();
        self.apart.close(end, self.centre, &mut found);
        self.order.close(&mut found);
        self.spread.close(end, &mut found);
        for (queue, (ended, starved)) in self.stays.into_iter().enumerate() {
            found.insert((Diagnostic::Starved, queue, ""), Observation::Share(starved, ended));
        }
        found
    }

    fn counts(&self, now: Instant) -> bool {
        now >= Instant::START + self.centre.warm_up
    }

    fn stay_ends(&mut self, now: Instant, contact: &ContactRecord) {
        if self.counts(now)
            && let Some((ended, starved)) = self.stays.get_mut(contact.queue.index())
        {
            *ended += 1;
            *starved += u64::from(now.since(contact.entered) > self.centre.queues[contact.queue.index()].1);
        }
    }
}

impl Observer for Diagnosis<'_> {
    const EXPLAINS: bool = true;

    fn wonders(&self, _now: Instant, contact: Option<&ContactRecord>, agent: Option<AgentId>) -> bool {
        contact.is_some() && agent.is_none()
    }

    fn decided(&mut self, now: Instant, decision: &Decision) {
        if let Decision::Agent(choice) = decision
            && choice.chosen.is_none()
        {
            let free = || choice.excluded.iter().map(|(_, why)| *why).find(|why| why.holds_back());
            let held_back = choice.held_back.or_else(free);
            self.apart.is_kept_apart(now, &choice.asking, held_back.map(Exclusion::word), self.centre);
        }
    }

    fn began_waiting(&mut self, now: Instant, contact: &ContactRecord) {
        self.apart.begin(now, contact, self.centre);
        self.order.begin(contact);
    }

    fn stopped_waiting(&mut self, now: Instant, contact: &ContactRecord) {
        self.apart.end(now, contact, self.centre);
        self.order.end(contact);
    }

    fn answered(&mut self, now: Instant, contact: &ContactRecord, _agent: AgentId, team: TeamId) {
        if self.counts(now) {
            self.order.answered(contact, team, self.centre);
        }
        self.stay_ends(now, contact);
    }

    fn departed(&mut self, now: Instant, contact: &ContactRecord, how: Departure) {
        if how != Departure::Withdrawn {
            self.stay_ends(now, contact);
        }
    }

    fn rang(&mut self, now: Instant, contact: &ContactRecord, _agent: AgentId, _team: TeamId) {
        self.apart.rings(now, contact, self.centre);
    }

    fn offer_ended(&mut self, now: Instant, contact: &ContactRecord, _offer: Offer, how: OfferEnd) {
        if how.is_in_vain() {
            self.apart.is_kept_apart(now, contact, None, self.centre);
        }
    }

    fn moved(&mut self, now: Instant, agent: AgentId, team: TeamId, from: AgentState, to: AgentState) {
        self.apart.moved(now, team, (from, to), self.centre);
        self.spread.moved(now, (agent, team), (from, to));
    }
}
