//! Load: people are slower with more in hand. Whenever their number of contacts changes, what is left of each takes as
//! many times as long as the new number says. Of turns that share their agent, each takes as many times as long as there
//! are.

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
        let turns = self.turns_shared_by(agent);
        if factors.is_empty() && turns == 0 {
            return;
        }
        let worked_on: Vec<u32> = self.held_by(agent).filter(|&slot| self.is_worked_on(slot)).collect();
        let of_load = factors.get(worked_on.len().clamp(1, factors.len().max(1)) - 1).copied().unwrap_or(1.0);
        for slot in worked_on {
            let takes_turn = turns > 1 && self.is_taking_turn(slot);
            let factor = if takes_turn { of_load * turns as f64 } else { of_load };
            let before = std::mem::replace(&mut self.note_mut(slot).factor, factor);
            let contact = &mut self.contacts[slot];
            if before.to_bits() != factor.to_bits() && contact.ends != Instant::NEVER {
                contact.ends = self.now + stretched(contact.ends.since(self.now), factor / before);
            }
        }
    }

    /// Turns that an agent works on at once, and that share the agent; none where they do not.
    fn turns_shared_by(&self, agent: u32) -> usize {
        if !self.plan.desk.turns || !self.shares_effort(agent) {
            return 0;
        }
        self.held_by(agent).filter(|&slot| self.is_taking_turn(slot)).count()
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
