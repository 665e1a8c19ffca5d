//! Waypoints: contacts known to be in a lane, so that one who does not come last finds its place without passing all
//! the others.
//!
//! Nobody keeps them up to date: contacts leave lanes without a word, and a waypoint is looked at again before it is
//! followed. One is set wherever a search has passed so many contacts, so that no search passes them all again.

use std::collections::BTreeMap;
use std::ops::Bound::{Excluded, Included};

use super::contact::{Contact, Contacts, NONE, Phase};

/// Contacts that are passed before a waypoint is looked for, and between two that are set.
const STRIDE: usize = 16;

/// Waypoints of a lane that are kept before those are thrown away that have left it.
const FEW: usize = 64;

/// A contact's place in a lane whose oldest contact is first, or in one whose newest is; larger is farther from there
/// where the search begins.
type Key = (i64, u64);

/// Where a search begins and where it goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum From {
    /// From the last contact forwards, where the oldest is first.
    Last,
    /// From the first contact backwards, where the newest is first.
    First,
}

/// The waypoints of all lanes.
#[derive(Debug, Clone, Default)]
pub(super) struct Waypoints {
    /// By lane; empty as long as nobody has searched there for long.
    lanes: Vec<Way>,
    /// Contacts passed by all searches.
    passed: u64,
}

/// The waypoints of a lane, each with its contact's slot and number.
#[derive(Debug, Clone, Default)]
struct Way {
    points: BTreeMap<Key, (u32, u64)>,
    /// Points left of the last time that those were thrown away whose contacts have left.
    kept: usize,
}

impl From {
    fn key(self, contact: &Contact) -> Key {
        match self {
            Self::Last => (contact.record.ranked_from, 0),
            Self::First => (contact.record.ranked_from, !contact.record.serial),
        }
    }

    const fn after(self, contact: &Contact) -> u32 {
        match self {
            Self::Last => contact.previous,
            Self::First => contact.next,
        }
    }
}

/// The lane of a search.
#[derive(Debug, Clone, Copy)]
pub(super) struct Along {
    pub(super) lane: u32,
    /// Its first contact.
    pub(super) first: u32,
    /// The one at which the search begins.
    pub(super) end: u32,
    pub(super) from: From,
}

impl Waypoints {
    /// Contacts passed by all searches.
    #[cfg(test)]
    pub(super) const fn passed(&self) -> u64 {
        self.passed
    }

    /// The nearest contact from an end of a lane that a contact does not pass; `NONE` where it passes all.
    #[inline(never)]
    pub(super) fn search(&mut self, contacts: &Contacts, slot: u32, along: Along) -> u32 {
        let from = along.from;
        let own = from.key(&contacts[slot]);
        let passes = |at: u32| at != NONE && from.key(&contacts[at]) > own;
        let (mut at, mut passed) = (along.end, 0);
        while passes(at) && passed < STRIDE {
            (at, passed) = (from.after(&contacts[at]), passed + 1);
        }
        self.passed += passed as u64;
        if passes(at) { self.search_far(contacts, (own, at), along) } else { at }
    }

    /// The same where the contact passes this one, which is some way from the end.
    fn search_far(&mut self, contacts: &Contacts, (own, mut at): (Key, u32), along: Along) -> u32 {
        let (lane, from) = (along.lane as usize, along.from);
        if lane >= self.lanes.len() {
            self.lanes.resize(lane + 1, Way::default());
        }
        let way = &mut self.lanes[lane];
        at = way.nearest(contacts, (own, from.key(&contacts[at])), along).unwrap_or(at);
        let mut passed = 0;
        while at != NONE && from.key(&contacts[at]) > own {
            passed += 1;
            if passed % STRIDE == 0 {
                way.set(contacts, at, along);
            }
            at = from.after(&contacts[at]);
        }
        self.passed += passed as u64;
        at
    }
}

impl Way {
    /// The waypoint nearest to a place of those behind it, no nearer to the end than this key says.
    fn nearest(&mut self, contacts: &Contacts, (own, far): (Key, Key), along: Along) -> Option<u32> {
        loop {
            let (&key, &(slot, serial)) = self.points.range((Excluded(own), Included(far))).next()?;
            if along.holds(contacts, key, (slot, serial)) {
                return Some(slot);
            }
            self.points.remove(&key);
        }
    }

    /// Sets a waypoint; throws those away whose contacts have left, once there may be more of them than of others.
    fn set(&mut self, contacts: &Contacts, slot: u32, along: Along) {
        if self.points.len() >= FEW + 2 * self.kept {
            self.points.retain(|key, point| along.holds(contacts, *key, *point));
            self.kept = self.points.len();
        }
        let contact = &contacts[slot];
        self.points.insert(along.from.key(contact), (slot, contact.record.serial));
    }
}

impl Along {
    /// Whether the contact of a waypoint is still where it was.
    fn holds(&self, contacts: &Contacts, key: Key, (slot, serial): (u32, u64)) -> bool {
        let contact = &contacts[slot];
        let is_linked = slot == self.first || contact.previous != NONE;
        let waits = contact.lane == self.lane && matches!(contact.phase, Phase::Waiting | Phase::Beside);
        is_linked && waits && contact.record.serial == serial && self.from.key(contact) == key
    }
}

#[cfg(test)]
mod tests {
    use super::super::lanes::Lanes;
    use super::*;
    use crate::plan::Plan;
    use crate::random::Streams;
    use crate::scenario::Scenario;

    /// A lane, who is in it from the first, and a source of numbers.
    struct Stage {
        lanes: Lanes,
        contacts: Contacts,
        /// Slots and keys, in the order in which they must stand.
        expected: Vec<(u32, Key)>,
        number: u64,
        comes: u64,
    }

    impl Stage {
        fn new(order: &str) -> Self {
            let text = format!(
                "[routing]\ncontact_order = '{order}'\n[contacts.c]\narrivals = '1/h'\ntalk = '1m'\n\
                                patience = '1m'\n[teams.t]\nagents = 1\n"
            );
            let (scenario, _) = Scenario::parse(&text, "w.toml", std::path::Path::new(""), &[]).expect("lawful");
            let plan = Plan::new(scenario);
            let lanes = Lanes::new(&plan, Streams::new(1, 0));
            Self { lanes, contacts: Contacts::default(), expected: Vec::new(), number: 7, comes: 0 }
        }

        fn below(&mut self, bound: u64) -> u64 {
            self.number = self.number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (self.number >> 33) % bound
        }

        fn come(&mut self, ranked_from: i64) -> u32 {
            self.comes += 1;
            let (slot, contact) = self.contacts.occupy();
            (contact.lane, contact.record.serial) = (0, self.comes);
            contact.record.ranked_from = ranked_from;
            self.lanes.insert(&mut self.contacts, slot);
            self.contacts[slot].phase = Phase::Waiting;
            slot
        }

        fn go(&mut self, slot: u32) {
            self.lanes.remove(&mut self.contacts, slot);
            self.contacts.remove(slot);
        }

        fn in_lane(&self) -> Vec<u32> {
            let next = |slot: &u32| Some(self.contacts[*slot].next).filter(|next| *next != NONE);
            std::iter::successors(self.lanes.first(0), next).collect()
        }
    }

    /// Contacts of all ages come and go; each is put where it belongs.
    fn everybody_stands_in_the_order(order: &str, from: From) {
        let mut stage = Stage::new(order);
        for turn in 0..6_000 {
            let leaves = stage.expected.len() > 900 || stage.below(3) == 0 && !stage.expected.is_empty();
            if leaves {
                let place = if turn % 2 == 0 { 0 } else { stage.below(stage.expected.len() as u64) as usize };
                let (slot, _) = stage.expected.remove(place);
                stage.go(slot);
                continue;
            }
            let ranked_from = stage.below(400) as i64;
            let slot = stage.come(ranked_from);
            let key = from.key(&stage.contacts[slot]);
            let place = match from {
                From::Last => stage.expected.partition_point(|(_, other)| *other <= key),
                From::First => stage.expected.partition_point(|(_, other)| *other > key),
            };
            stage.expected.insert(place, (slot, key));
        }
        let expected: Vec<u32> = stage.expected.iter().map(|(slot, _)| *slot).collect();
        assert_eq!(stage.in_lane(), expected);
    }

    #[test]
    fn contacts_of_any_age_take_their_places() {
        everybody_stands_in_the_order("longest-wait", From::Last);
        everybody_stands_in_the_order("newest-first", From::First);
    }

    /// Contacts passed for each that comes, while so many wait.
    fn passed_each(order: &str, waiting: u64, age: impl Fn(u64, u64) -> i64) -> f64 {
        let mut stage = Stage::new(order);
        for _ in 0..waiting {
            let drawn = stage.below(1 << 30);
            let ranked_from = age(stage.comes, drawn);
            let slot = stage.come(ranked_from);
            if drawn.is_multiple_of(4) {
                stage.go(slot);
            }
        }
        stage.lanes.passed() as f64 / waiting as f64
    }

    #[test]
    fn a_search_passes_no_more_contacts_where_more_wait() {
        let ages: [fn(u64, u64) -> i64; 4] = [
            |comes, _| -(comes as i64),
            |_, drawn| drawn as i64,
            |comes, drawn| comes as i64 - (drawn % 5_000) as i64,
            |comes, _| if comes % 2 == 0 { comes as i64 } else { 0 },
        ];
        for order in ["longest-wait", "newest-first"] {
            for (number, age) in ages.iter().enumerate() {
                let (few, many) = (passed_each(order, 2_000, age), passed_each(order, 40_000, age));
                // What is walked from the end, to a waypoint's neighbour, and once where none had been set.
                assert!(few <= 4.0 * STRIDE as f64 && many <= 4.0 * STRIDE as f64, "{order} {number}: {few}, {many}");
            }
        }
    }
}
