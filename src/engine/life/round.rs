//! Rounds: where contacts and agents are matched at certain moments only, all of those who wait at once.

use crate::engine::centre::Centre;
use crate::engine::contact::Contact;
use crate::record::Observer;
use crate::units::{Instant, Span};

/// When contacts and agents are matched, where that is not at once.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Rounds {
    /// Whether they are being matched.
    is_now: bool,
    /// When they were matched last.
    last: Option<Instant>,
    /// Whether contacts that have not looked for agents in a round come up in the next one.
    pub(super) goes_on: bool,
    /// The slot that has the timer.
    slot: u32,
}

impl<Watch: Observer> Centre<'_, Watch> {
    /// Takes a slot for the timer, before any contact has one.
    pub(crate) fn begin_rounds(&mut self) {
        if self.plan.scenario.routing.match_every > Span::ZERO {
            let (slot, own) = self.contacts.occupy();
            *own = Contact::round();
            self.rounds.slot = slot;
        }
    }

    /// Whether contacts and agents are matched in rounds.
    pub(crate) fn has_rounds(&self) -> bool {
        self.plan.scenario.routing.match_every > Span::ZERO
    }

    /// Whether nobody is matched before the next round.
    pub(crate) fn waits_for_round(&self) -> bool {
        self.has_rounds() && !self.rounds.is_now
    }

    /// Sees to it that contacts and agents are matched in the next round.
    pub(crate) fn await_round(&mut self) {
        let every = self.plan.scenario.routing.match_every.as_ticks();
        if every == 0 || self.rounds.is_now {
            return;
        }
        let since = self.now.as_ticks() % every;
        let due = since == 0 && self.rounds.last != Some(self.now);
        let at = if due { self.now } else { self.now + Span::ticks(every - since) };
        self.waits.stop(&mut self.contacts, self.rounds.slot);
        self.waits.set(&mut self.contacts, self.rounds.slot, at);
    }

    /// Matches waiting contacts and free agents, led as the scenario says; with `event`, by contacts.
    pub(crate) fn dispatch(&mut self) {
        (self.rounds.is_now, self.rounds.last) = (true, Some(self.now));
        if !self.bench.is_empty() {
            self.match_all();
        }
        self.rounds.is_now = false;
        if std::mem::take(&mut self.rounds.goes_on) {
            self.await_round();
        }
    }

    /// A contact that waits in its lane is taken by an agent whom it has found.
    pub(crate) fn take_from_lane(&mut self, slot: u32, agent: u32) {
        self.waits.stop(&mut self.contacts, slot);
        self.lanes.remove(&mut self.contacts, slot);
        let slot = if self.plan.beside { self.claim(slot) } else { slot };
        self.take_from_place(slot, agent);
    }
}
