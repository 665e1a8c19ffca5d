//! Why not: what keeps an agent and a contact apart at this moment.

use crate::engine::centre::{AgentNow, Centre, Leaving, Presence};
use crate::engine::contact::{NONE, Phase};
use crate::plan::Need;
use crate::record::rule::{ABOVE_TARGET, CLOSED, HEAD_ONLY, KEPT_FREE, MISSED_IT};
use crate::record::{Amount, Exclusion, Observer};
use crate::units::Span;

impl<Watch: Observer> Centre<'_, Watch> {
    /// Why an agent cannot answer a contact that looks for one; `None` for who could.
    pub(super) fn why_not(&self, agent: u32, slot: u32) -> Option<Exclusion> {
        let (state, contact) = (&self.agents[agent as usize], &self.contacts[slot]);
        let need = &self.plan.needs[self.plan.lanes[contact.lane as usize].need as usize];
        let occupied = (!self.bench.holds(need.channel as usize, agent)).then(|| self.occupied(agent));
        let standing = self.plan.standing(contact.lane, state.team).exclusion(self.now.since(contact.record.entered));
        let apart = standing.filter(|why| why.is_for_good()).or(occupied).or(standing);
        apart.or_else(|| self.is_kept_free(agent, need)).or_else(|| self.is_above_target(agent, slot))
    }

    /// Why an agent who looks for a contact cannot take this one, which waits; `None` for what the agent could take.
    pub(super) fn why_not_now(&self, agent: u32, slot: u32) -> Option<Exclusion> {
        let (state, contact) = (&self.agents[agent as usize], &self.contacts[slot]);
        let need = &self.plan.needs[self.plan.lanes[contact.lane as usize].need as usize];
        let standing = self.plan.standing(contact.lane, state.team).exclusion(self.now.since(contact.record.entered));
        let room = state.is_open() && (state.used == 0 || self.has_room(state, need.channel as usize));
        let occupied = (!room).then(|| self.occupied(agent));
        let closed = (contact.phase == Phase::AtDoor).then_some(Exclusion::Rule(CLOSED));
        let apart = standing.filter(|why| why.is_for_good()).or(occupied).or(closed).or(standing);
        let apart = apart.or_else(|| self.is_behind(slot)).or_else(|| self.is_kept_free(agent, need));
        apart.or_else(|| self.is_above_target(agent, slot))
    }

    /// Whether others come before a contact in a queue of which only the first may be taken.
    pub(super) fn is_behind(&self, slot: u32) -> Option<Exclusion> {
        self.lanes.is_behind(&self.contacts, slot, self.now).then_some(Exclusion::Rule(HEAD_ONLY))
    }

    /// Whether too few others of an agent's team would stay free.
    fn is_kept_free(&self, agent: u32, need: &Need) -> Option<Exclusion> {
        let state = &self.agents[agent as usize];
        let pool = need.channel * self.plan.profiles.len() as u32 + state.profile;
        let reserve = need.reserves.iter().find(|reserve| reserve.pool == pool)?;
        let others = self.bench.others_free(need.channel as usize, agent, state.team);
        let [keeps, would_be] = [reserve.others, others].map(|number| Amount::Number(u64::from(number)));
        (others < reserve.others).then_some(Exclusion::Rule(KEPT_FREE.with_both(keeps, would_be)))
    }

    /// Whether the queue of a contact makes more than its target of an agent's work, who stays idle then.
    fn is_above_target(&self, agent: u32, slot: u32) -> Option<Exclusion> {
        let queue = self.contacts[slot].record.queue;
        if !self.queues_above_target(agent).contains(&queue) {
            return None;
        }
        let target = self.plan.scenario.teams[self.agents[agent as usize].team.index()].target(queue).unwrap_or(0.0);
        let shares = [self.clocks.share(agent, queue.index()), target];
        let [share, target] = shares.map(|share| Amount::Share((share * 1e6).round() as u64));
        Some(Exclusion::Rule(ABOVE_TARGET.with_both(share, target)))
    }

    /// What keeps an agent from taking one more contact.
    fn occupied(&self, agent: u32) -> Exclusion {
        let state = &self.agents[agent as usize];
        if state.held != NONE {
            return self.held_up(state);
        }
        match (state.presence, state.leaving) {
            (Presence::Away, _) => Exclusion::NotAtWork,
            (Presence::OnBreak, _) => Exclusion::OnBreak,
            (Presence::NotReady, _) => {
                let back = self.back_at.get(agent as usize);
                Exclusion::NotReady(back.map_or(Span::ZERO, |back| back.since(self.now)))
            }
            (Presence::There, Leaving::ForBreak) => Exclusion::BreakIsDue,
            (Presence::There, Leaving::Home) => Exclusion::ShiftIsOver,
            // Who is there, holds nothing and has no seat has just let go of a contact that rang.
            (Presence::There, Leaving::No) => Exclusion::Rule(MISSED_IT),
        }
    }

    /// What keeps an agent from taking one more contact who holds some already.
    fn held_up(&self, state: &AgentNow) -> Exclusion {
        let latest = &self.contacts[state.held];
        let number = u32::from(state.talking) + u32::from(state.wrapping) + u32::from(state.ringing);
        match (state.leaving, number, latest.phase) {
            (Leaving::ForBreak, 2.., _) => Exclusion::BreakIsDue,
            (Leaving::Home, 2.., _) => Exclusion::ShiftIsOver,
            (Leaving::No, 2.., _) => Exclusion::NoRoom(number),
            (.., Phase::WrapUp) => Exclusion::WrappingUp(latest.record.serial),
            (.., Phase::Ringing { .. }) => Exclusion::Ringing(latest.record.serial),
            _ => Exclusion::Busy(latest.record.serial),
        }
    }
}
