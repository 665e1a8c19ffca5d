//! The diagnosis: what routing leaves undone or turns around, counted in runs that are asked about it.
//!
//! It listens to decisions, which costs more than counting; runs that do not ask do without. Whole numbers only.

mod apart;
mod centre;
mod diagnostic;
mod found;
mod order;
mod spread;

pub use centre::{Apart as Stands, Centre, DiagnosedRow, Stay, UNEXPLAINED, read};
pub use diagnostic::{DIAGNOSTICS, Diagnostic};
pub use found::Found;

use std::collections::HashMap;

use crate::record::rule::CALLBACK;
use crate::record::{
    AgentState, CallbackTurn, Caller, ContactRecord, Decision, Departure, Exclusion, Observer, Offer, OfferEnd, Rule,
};
use crate::units::{AgentId, Instant, TeamId};
use apart::{Apart, follows_from_stage, stay_of};
use order::Order;
use spread::Spread;

/// A listener that diagnoses one replication.
#[derive(Debug)]
pub struct Diagnosis<'a> {
    centre: &'a Centre,
    apart: Apart,
    order: Order,
    spread: Spread,
    /// By contact and stay: its place in the course of its queue, where more than the wait decides; the first without an
    /// entry.
    places: HashMap<(u64, u32), u32>,
    /// By queue: stays that ended after the warm-up, and those of them that waited too long.
    stays: Vec<(u64, u64)>,
}

impl<'a> Diagnosis<'a> {
    /// Nothing heard yet.
    pub fn new(centre: &'a Centre) -> Self {
        let from = Instant::START + centre.warm_up;
        Self {
            centre,
            apart: Apart::new(from, centre),
            order: Order::default(),
            spread: Spread::new(from),
            places: HashMap::new(),
            stays: vec![(0, 0); centre.queues.len()],
        }
    }

    /// The numbers of the replication, which ended at this moment, one for each row of the centre.
    pub fn close(mut self, end: Instant) -> Vec<(u64, u64)> {
        let mut found = Found::default();
        self.apart.close(end, self.centre, &mut found);
        self.order.close(&mut found);
        self.spread.close(end, &mut found);
        for (queue, (ended, starved)) in self.stays.into_iter().enumerate() {
            found.share(Diagnostic::Starved, queue, "", (starved, ended));
        }
        found.rows(self.centre)
    }

    fn counts(&self, now: Instant) -> bool {
        now >= Instant::START + self.centre.warm_up
    }

    fn place(&self, contact: &ContactRecord) -> u32 {
        self.places.get(&stay_of(contact)).copied().unwrap_or(0)
    }

    /// A decision about a contact named this rule or none.
    fn is_told(&mut self, now: Instant, contact: &ContactRecord, rule: Option<Rule>) {
        let place = self.place(contact);
        self.apart.is_told(now, (contact, place), rule, self.centre);
    }

    fn stay_ends(&mut self, now: Instant, contact: &ContactRecord) {
        if self.counts(now)
            && let Some((ended, starved)) = self.stays.get_mut(contact.queue.index())
        {
            *ended += 1;
            *starved += u64::from(now.since(contact.entered) > self.centre.queues[contact.queue.index()].1);
        }
        self.places.remove(&stay_of(contact));
    }
}

impl Observer for Diagnosis<'_> {
    const EXPLAINS: bool = true;

    fn wonders(&self, _now: Instant, contact: Option<&ContactRecord>, agent: Option<AgentId>) -> bool {
        match (contact, agent) {
            (Some(_), None) => true,
            (None, Some(_)) => !self.apart.is_empty(),
            _ => false,
        }
    }

    fn decided(&mut self, now: Instant, decision: &Decision) {
        match decision {
            Decision::Agent(choice) if choice.chosen.is_none() => {
                let mut rules = choice.excluded.iter().filter_map(|(_, why)| why.rule());
                let free = || rules.find(|rule| !follows_from_stage(*rule));
                let rule = choice.held_back.and_then(Exclusion::rule).or_else(free);
                self.is_told(now, &choice.asking, rule);
            }
            Decision::Contact(choice) if choice.chosen.is_none() => {
                let rules = choice.excluded.iter().filter_map(|(contact, why)| Some((contact, why.rule()?)));
                for (contact, rule) in rules.filter(|(_, rule)| !follows_from_stage(*rule)) {
                    self.is_told(now, contact, Some(rule));
                }
            }
            Decision::Agent(_) | Decision::Contact(_) => {}
        }
    }

    fn stands_at(&mut self, _now: Instant, contact: &ContactRecord, place: u32) {
        if self.centre.stays.get(contact.stay as usize).is_some_and(Stay::has_own_course) {
            let before = self.places.insert(stay_of(contact), place).unwrap_or(0);
            self.order.turn(contact, before, place);
        }
    }

    fn began_waiting(&mut self, now: Instant, contact: &ContactRecord) {
        let place = self.place(contact);
        self.apart.begin(now, (contact, place), self.centre);
        self.order.begin(contact, place);
    }

    fn stopped_waiting(&mut self, now: Instant, contact: &ContactRecord) {
        self.apart.end(now, contact, self.centre);
        self.order.end(contact, self.place(contact));
    }

    fn answered(&mut self, now: Instant, contact: &ContactRecord, _agent: AgentId, team: TeamId) {
        if self.counts(now) {
            self.order.answered(now, (contact, self.place(contact)), team, self.centre);
        }
        self.stay_ends(now, contact);
    }

    fn departed(&mut self, now: Instant, contact: &ContactRecord, how: Departure) {
        if how == Departure::Withdrawn {
            self.places.remove(&stay_of(contact));
        } else {
            self.stay_ends(now, contact);
        }
    }

    fn rang(&mut self, now: Instant, contact: &ContactRecord, _agent: AgentId, _team: TeamId) {
        self.apart.rings(now, contact, self.centre);
    }

    fn callback(&mut self, now: Instant, contact: &ContactRecord, turn: CallbackTurn) {
        if matches!(turn, CallbackTurn::Dialled(Caller::Centre) | CallbackTurn::NotReached(_)) {
            self.apart.is_kept(now, contact, CALLBACK, self.centre);
        }
    }

    fn offer_ended(&mut self, now: Instant, contact: &ContactRecord, _offer: Offer, how: OfferEnd) {
        if how.is_in_vain() {
            self.is_told(now, contact, None);
        }
    }

    fn moved(&mut self, now: Instant, agent: AgentId, team: TeamId, from: AgentState, to: AgentState) {
        self.apart.moved(now, team, (from, to), self.centre);
        self.spread.moved(now, (agent, team), (from, to));
    }
}
