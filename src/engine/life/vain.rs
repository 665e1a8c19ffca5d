//! What follows an offer in vain: for the agent, who may be kept from others for a while, and for the contact.

use crate::engine::centre::{Centre, Presence};
use crate::random::Purpose;
use crate::record::{Observer, OfferEnd};
use crate::scenario::Apart;
use crate::units::Span;

/// The offers of an agent that were in vain.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Misses {
    /// Since the last answer.
    pub(crate) in_a_row: u16,
    /// In all; names the chance of what follows the next one.
    in_all: u32,
}

impl<Watch: Observer> Centre<'_, Watch> {
    /// What follows for an agent who has not answered an offer, and between the agent and the contact.
    pub(crate) fn bear_the_consequences(&mut self, slot: u32, agent: u32, how: OfferEnd) {
        let misses = &mut self.misses[agent as usize];
        misses.in_a_row = misses.in_a_row.wrapping_add(1);
        misses.in_all = misses.in_all.wrapping_add(1);
        let misses = *misses;
        self.keep_apart(slot, agent);
        let state = &self.agents[agent as usize];
        let offers = self.plan.teams[state.team.index()].offers.as_ref();
        let Some(after) = offers.and_then(|offers| offers.after(how, misses.in_a_row)) else { return };
        let mut stream = self.streams.keyed(Purpose::Aftermath, agent, u64::from(misses.in_all));
        let lasts = after.lasts.draw(&mut stream);
        if lasts > Span::ZERO && state.is_open() {
            self.agents[agent as usize].presence = match after.agent {
                Apart::NotReady => Presence::NotReady,
                Apart::OnBreak => Presence::OnBreak,
                Apart::Off => Presence::LoggedOff,
            };
            if after.agent == Apart::OnBreak {
                self.clock_break(agent);
            }
            self.comes_back(agent, self.now + lasts);
        }
    }

    /// A contact that nobody answered to whom it was offered gets the class and age that its queue gives it then.
    pub(crate) fn be_returned(&mut self, slot: u32) {
        let (contact, plan) = (&mut self.contacts[slot], self.plan);
        let offering = &plan.scenario.queues[contact.record.queue.index()].offering;
        if let Some(class) = offering.returned_priority {
            let first = plan.lane(contact.record.kind.0, contact.record.queue, Some(class));
            let stage = plan.lanes[contact.lane as usize].stage;
            self.move_lane(slot, first + stage);
        }
        let contact = &mut self.contacts[slot];
        if offering.returned_age_is_reset {
            contact.record.ranked_from = self.now.as_ticks() as i64 - plan.lanes[contact.lane as usize].head_start;
        }
    }
}
