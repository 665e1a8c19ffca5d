//! Staff: people come, take breaks and go; whoever is with a customer does so as the team's rules say.

use crate::engine::centre::{Centre, Leaving, Presence, who};
use crate::engine::contact::{NONE, Phase};
use crate::engine::roster::Change;
use crate::record::Observer;
use crate::scenario::{AtShiftEnd, LateBreak, Lead, LostUpdates};
use crate::units::{AgentId, Instant, Span, TeamId};

impl<Watch: Observer> Centre<'_, Watch> {
    /// Something changes that the roster knew of.
    #[inline(never)]
    pub(crate) fn change(&mut self, change: Change) {
        match change {
            Change::Come(agent) => self.come(agent.0),
            Change::BreakOver(agent) => self.break_over(agent.0),
            Change::BreakDue(agent, length, ends) => self.break_due(agent.0, length, ends),
            Change::Refresh(flow, node) => self.refresh(flow, node),
            Change::MayTryAgain(agent) => self.may_try_again(agent.0),
            Change::Go(agent) => self.shift_over(agent.0),
            Change::Count(team, step) => self.count(team, step),
            Change::Close(queue, count) => {
                self.match_those_left();
                self.close(queue);
                self.roster.plan_closing(queue, count + 1);
            }
            // Whatever happens, rules look around after it, and campaigns.
            Change::Look | Change::Dial => {}
        }
        if self.roster.next_at() > self.now {
            self.match_those_left();
        }
    }

    /// A person comes to work, or stays after all when the next shift begins before the last contact was finished; one
    /// who is still there from a shift that ends at this moment just stays.
    fn come(&mut self, agent: u32) {
        let state = &mut self.agents[agent as usize];
        if state.presence != Presence::Away && state.leaving != Leaving::Home {
            return;
        }
        let login = state.presence == Presence::Away;
        (state.presence, state.leaving) = (Presence::There, Leaving::No);
        if std::mem::take(&mut state.overtime) {
            self.watch.overtime_ended(self.now, who(self.plan, agent).1);
        }
        if login {
            self.teams[who(self.plan, agent).1.index()].at_work += 1;
            self.clock_login(agent);
        }
        self.ready(agent);
    }

    /// A person who is there and free looks for work, unless others lead.
    fn ready(&mut self, agent: u32) {
        if self.plan.scenario.routing.lead == Lead::Event {
            self.take_next(agent);
        } else {
            self.sit_down(agent);
        }
    }

    fn break_over(&mut self, agent: u32) {
        let back = self.back_at.get(agent as usize).is_none_or(|at| *at == self.now);
        let was = self.agents[agent as usize].presence;
        if back && matches!(was, Presence::OnBreak | Presence::NotReady | Presence::LoggedOff | Presence::Unseen) {
            self.agents[agent as usize].presence = Presence::There;
            if was == Presence::OnBreak {
                self.clock_break(agent);
            }
            self.ready(agent);
        }
    }

    /// A break begins now, or as soon as the agent is free.
    fn break_due(&mut self, agent: u32, length: Span, ends: Instant) {
        let state = &self.agents[agent as usize];
        if matches!(state.presence, Presence::There | Presence::NotReady | Presence::Unseen)
            && state.leaving == Leaving::No
        {
            self.breaks[agent as usize] = (length, ends);
            self.agents[agent as usize].leaving = Leaving::ForBreak;
            self.seat(agent);
            self.leave_if_free(agent);
        }
    }

    /// A shift ends: the agent goes now, after the contact, or hands it back.
    fn shift_over(&mut self, agent: u32) {
        let state = &mut self.agents[agent as usize];
        if state.presence == Presence::Away {
            return;
        }
        state.leaving = Leaving::Home;
        let busy = state.held != NONE;
        self.seat(agent);
        if busy && self.plan.teams[who(self.plan, agent).1.index()].at_shift_end == AtShiftEnd::HandBack {
            self.hand_back(agent);
        } else if busy {
            self.agents[agent as usize].overtime = true;
            self.watch.overtime_began(self.now, who(self.plan, agent).1);
        } else {
            self.leave_if_free(agent);
        }
    }

    /// An agent who has finished everything does what was put off.
    #[inline(never)]
    pub(crate) fn leave_if_free(&mut self, agent: u32) {
        let state = self.agents[agent as usize];
        if state.held != NONE {
            return;
        }
        match state.leaving {
            Leaving::No => {}
            Leaving::Home => self.go_off(agent),
            Leaving::ForBreak => self.take_break(agent),
        }
    }

    fn take_break(&mut self, agent: u32) {
        let (length, ends) = self.breaks[agent as usize];
        let (_, team) = who(self.plan, agent);
        self.agents[agent as usize].leaving = Leaving::No;
        let until = match self.plan.teams[team.index()].late_break {
            LateBreak::Shift => self.now + length,
            LateBreak::Shorten => ends,
        };
        if until <= self.now {
            self.take_next(agent);
            return;
        }
        self.agents[agent as usize].presence = Presence::OnBreak;
        self.clock_break(agent);
        self.seat(agent);
        self.tell(agent);
        self.comes_back(agent, until);
    }

    /// A person will be ready again, unless something else is decided before that.
    pub(crate) fn comes_back(&mut self, agent: u32, at: Instant) {
        self.back_at[agent as usize] = at;
        self.roster.add(at, Change::BreakOver(AgentId(agent)));
    }

    /// An agent who has ended a contact is not known to be free for a while.
    #[inline(always)]
    pub(crate) fn be_unseen(&mut self, agent: u32) {
        if self.plan.sees_late {
            self.come_to_be_seen(agent);
        }
    }

    #[inline(never)]
    fn come_to_be_seen(&mut self, agent: u32) {
        let state = self.agents[agent as usize];
        if !matches!(state.presence, Presence::There | Presence::Unseen) || state.leaving != Leaving::No {
            return;
        }
        let after = self.seen_after();
        if after > Span::ZERO {
            self.agents[agent as usize].presence = Presence::Unseen;
            self.comes_back(agent, self.now + after);
            self.tell_those_waiting();
        }
    }

    /// How long it takes this time until an agent is known to be free.
    fn seen_after(&mut self) -> Span {
        let routing = &self.plan.scenario.routing;
        let is_lost = |lost: &LostUpdates| self.routing.uniform() < lost.share.get();
        routing.lost_updates.filter(is_lost).map_or(routing.free_seen_after, |lost| lost.found_after)
    }

    fn go_off(&mut self, agent: u32) {
        let state = &mut self.agents[agent as usize];
        (state.presence, state.leaving) = (Presence::Away, Leaving::No);
        let overtime = std::mem::take(&mut state.overtime);
        self.teams[who(self.plan, agent).1.index()].at_work -= 1;
        self.seat(agent);
        self.tell(agent);
        if overtime {
            self.watch.overtime_ended(self.now, who(self.plan, agent).1);
        }
        if self.plan.desk.prefers {
            self.leave_own_contacts(agent);
        }
    }

    /// Gives everything an agent holds back to where it came from, and lets the agent go.
    fn hand_back(&mut self, agent: u32) {
        let (id, team) = who(self.plan, agent);
        for slot in self.unfinished(agent) {
            if matches!(self.contacts[slot].phase, Phase::Offer(_)) {
                self.leave_ringing(slot);
                continue;
            }
            if self.contacts[slot].phase == Phase::Dialling {
                self.stop_dialling(slot, agent);
                continue;
            }
            if self.contacts[slot].phase == Phase::WrapUp {
                self.agents[agent as usize].wrapping -= 1;
                self.release(slot, agent);
                continue;
            }
            self.agents[agent as usize].talking -= u16::from(self.contacts[slot].phase != Phase::OnHold);
            if self.plan.rules.issues {
                self.is_left_by(slot, agent);
            }
            self.let_go(slot, agent);
            self.put_down(slot);
            self.watch.handed_back(self.now, &self.contacts[slot].record, id, team);
            self.back_in_line(slot);
        }
        let state = &mut self.agents[agent as usize];
        // What ends at this very instant ends with this agent, who goes then.
        if state.held == NONE {
            (state.presence, state.leaving) = (Presence::Away, Leaving::No);
            self.teams[team.index()].at_work -= 1;
        }
        if self.plan.desk.interrupts {
            self.go_on_with_held(agent);
        }
        self.note_end(agent);
        self.tell(agent);
        if self.plan.desk.prefers && self.agents[agent as usize].presence == Presence::Away {
            self.leave_own_contacts(agent);
        }
    }

    /// Contacts that an agent holds and that do not end at this very instant, in the order of the answers.
    fn unfinished(&self, agent: u32) -> Vec<u32> {
        let (mut unfinished, mut held) = (Vec::new(), self.agents[agent as usize].held);
        while held != NONE {
            let contact = &self.contacts[held];
            // Whoever has asked for another stays until that is done.
            if contact.ends > self.now && contact.phase != Phase::Staying {
                unfinished.push(held);
            }
            held = contact.next;
        }
        unfinished.reverse();
        unfinished
    }

    /// People of a counted team from a step of its staffing on.
    fn count(&mut self, team: TeamId, step: u32) {
        let wanted = self.roster.people(team, step);
        self.roster.plan_count(team, step + 1);
        let present = self.teams[team.index()].present;
        for _ in present..wanted {
            self.one_more(team);
        }
        for _ in wanted..present {
            self.one_fewer(team);
        }
    }

    /// Somebody who was about to go stays; if nobody was, somebody comes.
    fn one_more(&mut self, team: TeamId) {
        let now = &mut self.teams[team.index()];
        if now.surplus > 0 {
            self.surplus -= 1;
            now.surplus -= 1;
            now.present += 1;
            self.watch.overtime_ended(self.now, team);
        } else if let Some(agent) = now.at_home.pop() {
            now.present += 1;
            self.come(agent);
        }
    }

    /// Somebody who is free goes; if nobody is, the first to finish will, or a contact is handed back.
    fn one_fewer(&mut self, team: TeamId) {
        self.teams[team.index()].present -= 1;
        if let Some(agent) = self.idle_of(team).or_else(|| self.kept_apart_of(team)) {
            self.teams[team.index()].at_home.push(agent);
            self.agents[agent as usize].leaving = Leaving::Home;
            self.go_off(agent);
        } else if self.plan.teams[team.index()].at_shift_end == AtShiftEnd::HandBack {
            let mut people = self.plan.teams[team.index()].agents.clone().rev();
            if let Some(agent) = people.find(|&agent| self.agents[agent as usize].presence == Presence::There) {
                self.teams[team.index()].at_home.push(agent);
                self.hand_back_now(agent);
            }
        } else {
            self.surplus += 1;
            self.teams[team.index()].surplus += 1;
            self.watch.overtime_began(self.now, team);
        }
    }

    fn hand_back_now(&mut self, agent: u32) {
        self.agents[agent as usize].leaving = Leaving::Home;
        self.seat(agent);
        self.hand_back(agent);
    }

    /// Somebody of a team who holds nothing; who became available last, where nobody has room beside a contact.
    fn idle_of(&self, team: TeamId) -> Option<u32> {
        let plan = &self.plan.teams[team.index()];
        let profile = self.plan.agents.get(plan.agents.start as usize)?.profile;
        let idle = |agent: &u32| {
            let state = &self.agents[*agent as usize];
            let there = matches!(state.presence, Presence::There | Presence::Unseen);
            state.held == NONE && there && state.leaving == Leaving::No
        };
        let latest = (0..self.plan.channels.len()).find_map(|channel| self.bench.latest(channel, profile).filter(idle));
        latest.or_else(|| if self.plan.one_at_a_time { None } else { plan.agents.clone().rev().find(idle) })
    }

    /// Somebody of a team who holds nothing and is kept from contacts for a while after an offer in vain.
    fn kept_apart_of(&self, team: TeamId) -> Option<u32> {
        let apart = |agent: &u32| {
            let state = &self.agents[*agent as usize];
            let presence = matches!(state.presence, Presence::NotReady | Presence::OnBreak | Presence::LoggedOff);
            presence && state.held == NONE && state.leaving == Leaving::No
        };
        self.rings.then(|| self.plan.teams[team.index()].agents.clone().rev().find(apart)).flatten()
    }

    /// Whether an agent who has just finished is one of those their team has too many of, and goes.
    #[inline(always)]
    pub(crate) fn relieved(&mut self, agent: u32) -> bool {
        self.surplus > 0 && self.is_surplus(agent)
    }

    #[inline(never)]
    fn is_surplus(&mut self, agent: u32) -> bool {
        let team = self.agents[agent as usize].team.index();
        if self.teams[team].surplus == 0 || self.agents[agent as usize].held != NONE {
            return false;
        }
        self.surplus -= 1;
        self.teams[team].surplus -= 1;
        self.teams[team].at_home.push(agent);
        let state = &mut self.agents[agent as usize];
        (state.leaving, state.overtime) = (Leaving::Home, true);
        true
    }
}
