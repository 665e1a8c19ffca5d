//! Agents of their own: contacts that go to one person before everybody else, and wait for that person alone.
//!
//! Whoever becomes free takes those who wait for nobody else first, in the order in which they came, whatever reserves,
//! guards, targets and delays say. Whom a condition has taken off the queue, or whose skills it has taken away, is as good as
//! away for new contacts.

use std::collections::VecDeque;

use crate::engine::centre::{Centre, Presence};
use crate::engine::contact::{NONE, Phase};
use crate::record::{Departure, Observer, Outcome, Rule};
use crate::scenario::PreferredAgent;
use crate::units::{Instant, QueueId, Span};

/// By agent: contacts that wait for that one; empty where none ever do.
pub(crate) type Own = Vec<VecDeque<u32>>;

impl<Watch: Observer> Centre<'_, Watch> {
    fn preferred(&self, slot: u32) -> Option<&PreferredAgent> {
        self.plan.scenario.contacts[self.contacts[slot].record.kind.index()].preferred_agent.as_ref()
    }

    /// Terms on which a contact waits for its agent: how long, whether also while that one is away, and for how many
    /// others at most.
    fn terms(&self, slot: u32) -> (Span, bool, u32) {
        match self.preferred(slot) {
            _ if self.is_owned(slot) => (self.owner_wait(slot), false, u32::MAX),
            Some(of) => (of.wait, of.while_away, of.most_waiting),
            None => (Span::ZERO, false, 0),
        }
    }

    /// Whether a contact has come back from being inactive.
    fn is_owned(&self, slot: u32) -> bool {
        self.note(slot).pauses > 0
    }

    fn owner_wait(&self, slot: u32) -> Span {
        let kind = self.contacts[slot].record.kind.index();
        self.plan.scenario.contacts[kind].pauses.as_ref().map_or(Span::ZERO, |pauses| pauses.owner_wait)
    }

    /// A contact comes to an open queue: true when the agent of its own takes it, or it waits for that one.
    #[inline(never)]
    pub(crate) fn goes_to_own_agent(&mut self, slot: u32) -> bool {
        if self.note(slot).asked {
            return false;
        }
        let Some(agent) = self.own_agent(slot) else { return false };
        self.note_mut(slot).asked = true;
        if self.takes_own(slot, agent) {
            self.watch.offered(self.now, &self.contacts[slot].record);
            self.tell_own(slot, agent, true);
            self.contacts[slot].phase = Phase::ForAgent;
            self.answer(slot, agent);
            return true;
        }
        self.waits_for_own(slot, agent) && self.wait_for_own(slot, agent)
    }

    /// The agent of a contact's own, if there is one who may serve it.
    fn own_agent(&self, slot: u32) -> Option<u32> {
        let record = &self.contacts[slot].record;
        let fixed = self.preferred(slot).filter(|_| !self.is_owned(slot)).and_then(|of| of.team);
        let agent = match fixed.map(|team| self.plan.teams[team.index()].agents.clone()) {
            Some(people) if people.is_empty() => return None,
            Some(people) => people.start + (record.customer % u64::from(people.end - people.start)) as u32,
            None => self.note(slot).agent,
        };
        let need = &self.plan.needs[self.plan.lanes[self.contacts[slot].lane as usize].need as usize];
        (agent != NONE && need.profiles.contains(&self.agents[agent as usize].profile)).then_some(agent)
    }

    /// Whether the agent of a contact's own takes it now.
    fn takes_own(&self, slot: u32, agent: u32) -> bool {
        let beyond = !self.is_owned(slot) && self.preferred(slot).is_some_and(|of| of.beyond_room);
        !self.is_unable(slot, agent)
            && (self.can_take(agent, self.row_of(slot) as usize) || beyond && self.can_exceed(agent))
    }

    /// Whether a condition keeps an agent now from a contact of its own that it has not begun.
    fn is_unable(&self, slot: u32, agent: u32) -> bool {
        self.why_unable(slot, agent).is_some()
    }

    /// The condition that keeps an agent now from a contact of its own.
    pub(super) fn why_unable(&self, slot: u32, agent: u32) -> Option<Rule> {
        let asks = self.plan.has_holds() && !self.is_owned(slot);
        if asks { self.unable_now(agent, self.contacts[slot].lane) } else { None }
    }

    /// Whether a contact waits for the agent of its own.
    fn waits_for_own(&self, slot: u32, agent: u32) -> bool {
        let (wait, while_away, most) = self.terms(slot);
        let is_away = matches!(self.agents[agent as usize].presence, Presence::Away | Presence::LoggedOff);
        let is_there = !is_away && !self.is_unable(slot, agent);
        let busy_for = self.preferred(slot).filter(|_| !self.is_owned(slot)).map_or(Span::NEVER, |of| of.busy_for);
        wait > Span::ZERO
            && (is_there || while_away)
            && (self.own[agent as usize].len() as u64) < u64::from(most)
            && (busy_for.is_never() || self.busy_for(agent) <= busy_for)
    }

    /// How long an agent is expected to be busy with the first of the contacts in hand that should end.
    fn busy_for(&self, agent: u32) -> Span {
        let left = |slot: u32| {
            let contact = &self.contacts[slot];
            let of = &self.plan.scenario.contacts[contact.record.kind.index()];
            let mean = Span::seconds(of.talk.mean() + of.wrap_up.mean());
            let passed = if contact.record.answered == Instant::NEVER {
                Span::ZERO
            } else {
                self.now.since(contact.record.answered)
            };
            Span::ticks(mean.as_ticks().saturating_sub(passed.as_ticks()))
        };
        self.held_by(agent).map(left).min().unwrap_or(Span::ZERO)
    }

    /// A contact begins to wait for one agent; false when there is no place in the queue.
    fn wait_for_own(&mut self, slot: u32, agent: u32) -> bool {
        let queue = &self.queues[self.contacts[slot].record.queue.index()];
        if queue.waiting >= queue.capacity {
            return false;
        }
        self.watch.offered(self.now, &self.contacts[slot].record);
        self.tell_own(slot, agent, false);
        if self.plan.lanes[self.contacts[slot].lane as usize].balks && self.decides_to_balk(slot) {
            self.depart(slot, Departure::Abandoned);
            self.end(slot, Outcome::Balked);
            return true;
        }
        self.begin_to_wait(slot);
        let at = self.stops_waiting_for_own(slot).min(self.sent_on_at(slot)).min(self.contacts[slot].gives_up);
        let contact = &mut self.contacts[slot];
        (contact.phase, contact.agent) = (Phase::ForAgent, agent);
        self.own[agent as usize].push_back(slot);
        self.seat(agent);
        self.waits.set(&mut self.contacts, slot, at.max(self.now));
        true
    }

    /// When a contact that waits for one agent may be taken by anybody.
    fn stops_waiting_for_own(&self, slot: u32) -> Instant {
        self.contacts[slot].record.entered + self.terms(slot).0
    }

    /// The time is up of a contact that waits for one agent: of that wait, of all waiting, or of its patience.
    #[inline(never)]
    pub(crate) fn wait_for_own_is_over(&mut self, slot: u32) {
        self.leave_own_list(slot);
        if self.stops_waiting_for_own(slot) <= self.now {
            self.back_in_place(slot);
        } else {
            self.stop_waiting(slot);
            self.leave_unanswered(slot);
        }
    }

    /// Takes a contact off the list of those who wait for one agent.
    pub(crate) fn leave_own_list(&mut self, slot: u32) {
        let agent = std::mem::replace(&mut self.contacts[slot].agent, NONE);
        let own = &mut self.own[agent as usize];
        if own.front() == Some(&slot) {
            own.pop_front();
        } else {
            own.retain(|&other| other != slot);
        }
        self.seat(agent);
        if self.plan.desk.in_turn {
            self.lanes.left.push(self.contacts[slot].lane);
        }
    }

    /// The first contact that waits for an agent and fits in.
    pub(crate) fn first_own(&self, agent: u32) -> Option<u32> {
        let own = self.own.get(agent as usize)?;
        let takes = |&slot: &u32| self.can_take(agent, self.row_of(slot) as usize) && !self.is_unable(slot, agent);
        own.iter().copied().find(takes)
    }

    /// Whether an agent leaves room for contacts that wait for nobody else and do not fit in.
    pub(crate) fn keeps_for_own(&self, agent: u32) -> bool {
        let Some(own) = self.own.get(agent as usize) else { return false };
        self.leaves_room(agent) && own.iter().any(|&slot| !self.is_unable(slot, agent))
    }

    /// An agent takes a contact that waits for nobody else.
    pub(crate) fn take_own(&mut self, slot: u32, agent: u32) {
        self.waits.stop(&mut self.contacts, slot);
        self.leave_own_list(slot);
        self.take_from_place(slot, agent);
    }

    /// An agent goes: contacts that wait for nobody else may be taken by anybody, unless they wait on.
    #[inline(never)]
    pub(crate) fn leave_own_contacts(&mut self, agent: u32) {
        let waiting: Vec<u32> = self.own[agent as usize].iter().copied().collect();
        for slot in waiting {
            self.let_others_take(slot);
        }
    }

    /// A contact that waits for one agent may be taken by anybody, unless it waits on while that one is away.
    fn let_others_take(&mut self, slot: u32) -> bool {
        let goes = !self.terms(slot).1;
        if goes {
            self.waits.stop(&mut self.contacts, slot);
            self.leave_own_list(slot);
            self.back_in_place(slot);
        }
        goes
    }

    /// Conditions have changed: who may serve contacts that wait for nobody else takes them, and those that wait for
    /// somebody who may not any more may be taken by anybody. Whether there was one.
    #[inline(never)]
    pub(crate) fn look_after_own_contacts(&mut self) -> bool {
        let mut any = false;
        for agent in 0..self.own.len() as u32 {
            let waiting: Vec<u32> = self.own[agent as usize].iter().copied().collect();
            let unable: Vec<u32> = waiting.into_iter().filter(|&slot| self.is_unable(slot, agent)).collect();
            for slot in unable {
                any |= self.let_others_take(slot);
            }
            if self.first_own(agent).is_some() {
                self.take_next(agent);
                any = true;
            } else if self.plan.desk.in_turn {
                self.seat(agent);
            }
        }
        any
    }

    /// A queue closes: live contacts that wait in it for one agent are turned away.
    #[inline(never)]
    pub(crate) fn close_to_own(&mut self, queue: QueueId) {
        let here = |slot: &u32| {
            let record = &self.contacts[*slot].record;
            record.queue == queue && self.plan.kinds[record.kind.index()].live
        };
        let waiting: Vec<u32> = self.own.iter().flatten().copied().filter(here).collect();
        for slot in waiting {
            self.waits.stop(&mut self.contacts, slot);
            self.leave_own_list(slot);
            self.stop_waiting(slot);
            self.depart(slot, Departure::Ejected);
            self.end(slot, Outcome::Closed);
        }
    }
}
