//! Picks: the waiting contacts of each lane in the orders in which people pick them out themselves; kept only where
//! somebody does.

use std::collections::BTreeSet;

use super::contact::{Contact, Contacts};
use super::lanes::Lanes;
use crate::plan::Plan;

/// A contact's place: a number of ticks, then its own number; and its slot.
type Place = (u64, u64, u32);

/// By lane: the places of its contacts.
type Order = Vec<BTreeSet<Place>>;

/// Waiting contacts in the orders that are asked for; the others are empty.
#[derive(Debug, Clone)]
pub(super) struct Picks {
    easiest: Order,
    oldest: Order,
}

impl Picks {
    /// Nobody waiting; nothing where nobody picks.
    pub(super) fn new(plan: &Plan) -> Option<Box<Self>> {
        let (easiest, oldest) = (plan.desk.picks_easiest, plan.desk.picks_oldest);
        let order = |asked| vec![BTreeSet::new(); if asked { plan.lanes.len() } else { 0 }];
        (easiest || oldest).then(|| Box::new(Self { easiest: order(easiest), oldest: order(oldest) }))
    }

    /// A contact has come to a lane.
    #[inline(never)]
    pub(super) fn insert(&mut self, contacts: &Contacts, slot: u32) {
        for (order, key) in self.orders(&contacts[slot], slot) {
            order.insert(key);
        }
    }

    /// A contact goes from its lane.
    #[inline(never)]
    pub(super) fn remove(&mut self, contacts: &Contacts, slot: u32) {
        for (order, key) in self.orders(&contacts[slot], slot) {
            order.remove(&key);
        }
    }

    /// The orders in which a contact has a place, and which.
    fn orders(&mut self, contact: &Contact, slot: u32) -> impl Iterator<Item = (&mut BTreeSet<Place>, Place)> {
        let (lane, serial) = (contact.lane as usize, contact.record.serial);
        let work = contact.talk.plus(contact.wrap_up).as_ticks();
        let since = contact.record.entered.as_ticks();
        let easiest = self.easiest.get_mut(lane).map(|order| (order, (work, serial, slot)));
        let oldest = self.oldest.get_mut(lane).map(|order| (order, (since, serial, slot)));
        easiest.into_iter().chain(oldest)
    }
}

impl Lanes {
    /// The contact of these lanes that takes the least work of those that may be taken.
    pub(crate) fn easiest(&self, lanes: &[u32], may: impl Fn(u32) -> bool) -> Option<u32> {
        self.picks.as_ref().and_then(|picks| first(&picks.easiest, lanes, may))
    }

    /// The contact of these lanes that came to its queue first of those that may be taken.
    pub(crate) fn oldest(&self, lanes: &[u32], may: impl Fn(u32) -> bool) -> Option<u32> {
        self.picks.as_ref().and_then(|picks| first(&picks.oldest, lanes, may))
    }
}

fn first(order: &Order, lanes: &[u32], may: impl Fn(u32) -> bool) -> Option<u32> {
    let first = |&lane: &u32| order.get(lane as usize)?.iter().find(|(_, _, slot)| may(*slot));
    let firsts = lanes.iter().filter_map(first);
    firsts.min().map(|(_, _, slot)| *slot)
}
