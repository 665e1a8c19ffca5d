//! Estimates of waits: what a queue says of how long one who comes or waits will still wait, and how that turns out.

use std::collections::{BTreeMap, BTreeSet};

use super::Monitor;
use crate::engine::centre::Centre;
use crate::plan::Plan;
use crate::record::{ContactRecord, Foretold, Observer};
use crate::routing::estimate::{Answer, Newcomer, QueueLength, Seen};
use crate::routing::{Estimating, Estimator};
use crate::scenario::Count;
use crate::units::{Instant, QueueId, Span, TeamId};

/// Estimates of contacts that wait, by number of the contact, and the queue that made them.
pub(crate) type Foretelling = BTreeMap<u64, (QueueId, Foretold)>;

/// A queue as its estimator has seen it.
#[derive(Debug)]
pub(super) struct Outlook {
    estimator: Box<dyn Estimating>,
    /// Whether the queue states it; if not, places are not kept.
    is_own: bool,
    /// Who waits: class of the type, when it entered, and number.
    line: BTreeSet<(u16, Instant, u64)>,
    /// By class: how many of them.
    of_class: BTreeMap<u16, u32>,
    /// Teams that may ever serve the queue.
    members: Vec<TeamId>,
    /// Queues that they may serve, this one among them.
    rivals: Vec<u32>,
}

impl Outlook {
    pub(super) fn new(plan: &Plan, queue: usize) -> Self {
        let own = plan.rules.queues[queue].estimator.as_ref();
        let members = plan.rules.queues[queue].members.clone();
        let shares = |other: &u32| plan.rules.queues[*other as usize].members.iter().any(|team| members.contains(team));
        Self {
            estimator: own.map_or_else(|| QueueLength::default().begin(), |own| own.begin()),
            is_own: own.is_some(),
            line: BTreeSet::new(),
            of_class: BTreeMap::new(),
            rivals: (0..plan.rules.queues.len() as u32).filter(shares).collect(),
            members,
        }
    }

    pub(super) fn began_waiting(&mut self, contact: &ContactRecord, class: u16) {
        if !self.is_own {
            return;
        }
        let others = self.of_class.entry(class).or_default();
        self.estimator.began_waiting(Newcomer { entered: contact.entered, class, first_of_class: *others == 0 });
        *others += 1;
        self.line.insert((class, contact.entered, contact.serial));
    }

    pub(super) fn stopped_waiting(&mut self, contact: &ContactRecord, class: u16) {
        if self.line.remove(&(class, contact.entered, contact.serial))
            && let Some(others) = self.of_class.get_mut(&class)
        {
            *others -= 1;
        }
    }

    fn answered(&mut self, answer: Answer) {
        self.estimator.answered(answer);
    }

    /// Contacts that come before one, and those of its class among them.
    fn before(&self, class: u16, waiting: Option<&ContactRecord>) -> (u32, u32) {
        let better: u32 = self.of_class.range(..class).map(|(_, number)| number).sum();
        let equal = match waiting {
            None => self.of_class.get(&class).copied().unwrap_or(0),
            Some(contact) => {
                let first = (class, Instant::START, 0);
                self.line.range(first..(class, contact.entered, contact.serial)).count() as u32
            }
        };
        (better + equal, equal)
    }
}

impl Monitor {
    /// An agent has answered a contact of a queue.
    pub(super) fn answer_seen(&mut self, now: Instant, contact: &ContactRecord) {
        let (queue, class) = (contact.queue.index(), self.classes[contact.kind.index()]);
        let staffed = self.outlooks[queue].members.iter().map(|&team| self.at_work(team)).sum();
        let answer = Answer { now, wait: now.since(contact.entered), class, staffed };
        self.outlooks[queue].answered(answer);
    }

    /// What an estimator is shown of a queue, but for who is available: for a contact that waits there, or for one of a
    /// type that comes now; without either, for one that comes after all who wait.
    fn seen(&self, now: Instant, queue: QueueId, whom: Whom<'_>) -> Seen {
        let outlook = &self.outlooks[queue.index()];
        let (class, contact) = match whom {
            Whom::Waiting(contact) => (self.classes[contact.kind.index()], Some(contact)),
            Whom::Coming(class) => (class, None),
        };
        let (before, of_class) = outlook.before(class, contact);
        let since = |at: Instant| now.since(at);
        Seen {
            now,
            position: before + 1,
            position_in_class: of_class + 1,
            class,
            waited: contact.map_or(Span::ZERO, |contact| since(contact.entered)),
            oldest: self.oldest(queue.0).map_or(Span::ZERO, since),
            available: 0,
            staffed: outlook.members.iter().map(|&team| self.at_work(team)).sum(),
            handle_time: self.handle_time(queue.0),
            written_handle_time: 0.0,
            share_of_work: self.share_of_work(queue),
        }
    }

    /// Share of a queue in all talk and wrap-up so far of the queues that its people may serve.
    fn share_of_work(&self, queue: QueueId) -> f64 {
        let rivals = &self.outlooks[queue.index()].rivals;
        let all: u64 = rivals.iter().map(|&rival| self.work(rival)).sum();
        if all == 0 { 1.0 } else { self.work(queue.0) as f64 / all as f64 }
    }
}

/// Whose wait is estimated.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Whom<'a> {
    /// A contact that waits.
    Waiting(&'a ContactRecord),
    /// One of this class that comes now.
    Coming(u16),
}

impl<Watch: Observer> Centre<'_, Watch> {
    /// The wait still to come of somebody in a queue [seconds; infinite where no end is in sight].
    pub(crate) fn further_wait(&self, queue: QueueId, whom: Whom<'_>) -> f64 {
        let rules = &self.plan.rules.queues[queue.index()];
        let available = self.people(Count::Available, &rules.members);
        self.heard(|it| {
            let mut seen = it.seen(self.now, queue, whom);
            (seen.available, seen.written_handle_time) = (available, rules.handle_time);
            if !it.outlooks[queue.index()].is_own {
                seen.position = self.queues[queue.index()].waiting + 1;
            }
            it.outlooks[queue.index()].estimator.further_wait(&seen)
        })
    }

    /// The wait of one who comes to a queue now, after all who wait there [seconds].
    pub(crate) fn expected_wait(&self, queue: QueueId) -> f64 {
        self.further_wait(queue, Whom::Coming(self.plan.rules.queues[queue.index()].last_class))
    }

    /// A contact begins to wait, for whom nobody is free: how long that should take is kept, to see how it turns out.
    #[inline(never)]
    pub(crate) fn foretell(&mut self, slot: u32) {
        let record = &self.contacts[slot].record;
        if self.plan.rules.queues[record.queue.index()].estimator.is_none() {
            return;
        }
        let wait = Span::seconds(self.further_wait(record.queue, Whom::Waiting(record)));
        if !wait.is_never() {
            let foretold = Foretold { at: self.now, wait };
            self.rules.foretelling.insert(record.serial, (record.queue, foretold));
        }
    }

    /// A contact is answered whose wait may have been foretold in this queue.
    #[inline(never)]
    pub(crate) fn see_how_it_turned_out(&mut self, slot: u32) {
        let record = &self.contacts[slot].record;
        let made = self.rules.foretelling.remove(&record.serial);
        if let Some((_, foretold)) = made.filter(|(queue, _)| *queue == record.queue) {
            self.watch.turned_out(self.now, record, foretold);
        }
    }
}
