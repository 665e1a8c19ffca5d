//! Load: people are slower with more in hand. Whenever their number of contacts changes, what is left of each takes as
//! many times as long as the new number says.

use crate::engine::centre::Centre;
use crate::engine::contact::{NONE, Phase};
use crate::record::Observer;
use crate::units::{Instant, Span};

impl<Watch: Observer> Centre<'_, Watch> {
    /// Works out anew when the work on each contact of an agent ends, if the number of them has changed.
    #[inline(never)]
    pub(crate) fn keep_pace(&mut self, agent: u32) {
        let team = self.agents[agent as usize].team;
        let factors = &self.plan.scenario.teams[team.index()].slowdown;
        let hands = self.held_by(agent).filter(|&slot| self.is_worked_on(slot)).count();
        let Some(&factor) = factors.get(hands.clamp(1, factors.len().max(1)) - 1) else { return };
        let worked_on: Vec<u32> = self.held_by(agent).filter(|&slot| self.is_worked_on(slot)).collect();
        for slot in worked_on {
            let before = std::mem::replace(&mut self.note_mut(slot).factor, factor);
            let contact = &mut self.contacts[slot];
            if before.to_bits() != factor.to_bits() && contact.ends != Instant::NEVER {
                contact.ends = self.now + stretched(contact.ends.since(self.now), factor / before);
            }
        }
    }

    /// Whether an agent does something about a contact right now.
    fn is_worked_on(&self, slot: u32) -> bool {
        matches!(self.contacts[slot].phase, Phase::Talking | Phase::WrapUp)
    }

    /// The contacts that an agent holds, the one taken last first.
    pub(crate) fn held_by(&self, agent: u32) -> impl Iterator<Item = u32> + '_ {
        let held = |slot: u32| (slot != NONE).then_some(slot);
        std::iter::successors(held(self.agents[agent as usize].held), move |&slot| held(self.contacts[slot].next))
    }
}

/// A span so many times as long.
pub(super) fn stretched(span: Span, factor: f64) -> Span {
    if factor.to_bits() == 1.0_f64.to_bits() { span } else { Span::seconds(span.as_seconds() * factor) }
}
