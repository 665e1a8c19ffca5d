//! Why not: what keeps an agent and a contact apart at this moment.

use crate::engine::centre::{AgentNow, Centre, Leaving, Presence};
use crate::engine::contact::{Contact, NONE, Phase};
use crate::engine::rules::Taker;
use crate::record::rule::{
    ABOVE_TARGET, CLOSED, HEAD_ONLY, MATCH_EVERY, MISSED_IT, OVERLOAD, PREFERRED_AGENT, ROOM, UNSEEN,
};
use crate::record::{Amount, Exclusion, Observer};
use crate::units::Span;

impl<Watch: Observer> Centre<'_, Watch> {
    /// Why an agent cannot answer a contact that looks for one in a row of seats; `None` for who could.
    pub(super) fn why_not(&self, agent: u32, slot: u32, row: usize) -> Option<Exclusion> {
        let (state, contact) = (&self.agents[agent as usize], &self.contacts[slot]);
        let occupied = (!self.bench.holds(row, agent)).then(|| self.without_seat(agent, row));
        let standing = self.plan.standing(contact.lane, state.team).exclusion(self.now.since(contact.record.entered));
        let apart = standing.filter(|why| why.is_for_good()).or(occupied).or(standing);
        let apart = apart.or_else(|| self.is_kept(agent, contact)).or_else(|| self.is_above_target(agent, slot));
        let apart = apart.or_else(|| self.tried.keeps(contact.record.serial, agent, self.now).map(Exclusion::Rule));
        apart.or_else(|| self.rings_at(slot, agent).then_some(Exclusion::Ringing(contact.record.serial)))
    }

    /// Why an agent who looks for a contact cannot take this one, which waits; `None` for what the agent could take.
    pub(super) fn why_not_now(&self, agent: u32, slot: u32) -> Option<Exclusion> {
        let (state, contact) = (&self.agents[agent as usize], &self.contacts[slot]);
        if contact.phase == Phase::ForAgent && contact.agent == agent {
            return self.why_not_own(agent, slot);
        }
        let need = &self.plan.needs[self.plan.lanes[contact.lane as usize].need as usize];
        let standing = self.plan.standing(contact.lane, state.team).exclusion(self.now.since(contact.record.entered));
        let room = self.has_room_or_makes_it(agent, need.channel as usize);
        let occupied = (!room).then(|| self.occupied(agent));
        let apart = standing.filter(|why| why.is_for_good()).or(occupied);
        let apart = apart.or_else(|| Self::waits_elsewhere(contact)).or(standing);
        let apart = apart.or_else(|| self.is_behind(slot)).or_else(|| self.is_kept(agent, contact));
        let passed_over = || self.is_passed_over(agent, contact.lane).then_some(Exclusion::Rule(OVERLOAD));
        let tried = || self.tried.keeps(contact.record.serial, agent, self.now).map(Exclusion::Rule);
        let apart = apart.or_else(|| self.is_above_target(agent, slot)).or_else(passed_over).or_else(tried);
        let waits = contact.phase != Phase::ForAgent && self.waits_for_round();
        apart.or_else(|| waits.then(|| self.next_round()))
    }

    /// What keeps a contact that finds nobody from everybody: others before it, or that it waits for the next round, also
    /// beside somebody who is free before that.
    pub(super) fn holds_back(&self, slot: u32) -> Option<Exclusion> {
        self.is_behind(slot).or_else(|| self.has_rounds().then(|| self.next_round()))
    }

    fn next_round(&self) -> Exclusion {
        Exclusion::Rule(MATCH_EVERY.with(Amount::Span(self.plan.scenario.routing.match_every)))
    }

    /// Whether a contact waits where this agent does not look.
    fn waits_elsewhere(contact: &Contact) -> Option<Exclusion> {
        match contact.phase {
            Phase::AtDoor => Some(Exclusion::Rule(CLOSED)),
            Phase::ForAgent => Some(Exclusion::Rule(PREFERRED_AGENT)),
            _ => None,
        }
    }

    /// Whether others come before a contact in a queue of which only the first may be taken.
    pub(super) fn is_behind(&self, slot: u32) -> Option<Exclusion> {
        self.lanes.is_behind(&self.contacts, slot, self.now).then_some(Exclusion::Rule(HEAD_ONLY))
    }

    /// The rule that keeps an agent from a contact now whom nothing else does.
    fn is_kept(&self, agent: u32, contact: &Contact) -> Option<Exclusion> {
        if !self.plan.has_holds() {
            return None;
        }
        let (state, lane) = (&self.agents[agent as usize], &self.plan.lanes[contact.lane as usize]);
        let off_bench = !self.bench.holds(self.plan.needs[lane.need as usize].channel as usize, agent);
        let taker = Taker { profile: state.profile, team: state.team, off_bench };
        self.kept_by(taker, contact, lane).map(Exclusion::Rule)
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
    pub(super) fn occupied(&self, agent: u32) -> Exclusion {
        let state = &self.agents[agent as usize];
        if state.held != NONE {
            return self.held_up(state);
        }
        match (state.presence, state.leaving) {
            (Presence::Away | Presence::LoggedOff, _) => Exclusion::NotAtWork,
            (Presence::OnBreak, _) => Exclusion::OnBreak,
            (Presence::NotReady, _) => Exclusion::NotReady(self.until_back(agent)),
            (Presence::Unseen, Leaving::No) => Exclusion::Rule(UNSEEN.with(Amount::Span(self.until_back(agent)))),
            (Presence::There | Presence::Unseen, Leaving::ForBreak) => Exclusion::BreakIsDue,
            (Presence::There | Presence::Unseen, Leaving::Home) => Exclusion::ShiftIsOver,
            // Who is there, holds nothing and has no seat has just let go of a contact that rang, or never has room.
            (Presence::There, Leaving::No) if self.rings => Exclusion::Rule(MISSED_IT),
            (Presence::There, Leaving::No) => Exclusion::Rule(ROOM),
        }
    }

    fn until_back(&self, agent: u32) -> Span {
        self.back_at.get(agent as usize).map_or(Span::ZERO, |back| back.since(self.now))
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
            (.., Phase::Dialling) => Exclusion::Dialling,
            (.., Phase::Offer(_)) => Exclusion::Ringing(latest.record.serial),
            _ => Exclusion::Busy(latest.record.serial),
        }
    }
}
