//! The look around after everything that happens, in plans with rules that ask for the state of the centre.

use crate::engine::centre::Centre;
use crate::engine::roster::Change;
use crate::record::Observer;
use crate::units::Instant;

impl<Watch: Observer> Centre<'_, Watch> {
    /// Lets everything happen that the state of the centre calls for now.
    #[inline(never)]
    pub(crate) fn look_around(&mut self) {
        if self.rules.next_look <= self.now {
            self.rules.next_look = Instant::NEVER;
        }
        self.adapt();
        loop {
            let turned = self.turn_switches();
            self.leave_without_agents();
            self.begin_steps_waited_for();
            let own = turned && self.plan.desk.prefers && self.look_after_own_contacts();
            if !own && !self.match_one_held() && !self.match_one_in_view() {
                break;
            }
        }
        if self.plan.rules.callbacks {
            self.call_those_due();
        }
        self.plan_next_look();
    }

    /// The first of the contacts that something may have kept from agents until now is answered; whether there was one.
    /// Where people leave room for contacts that are kept from them now, that may be any.
    fn match_one_held(&mut self) -> bool {
        let any = self.plan.desk.in_turn;
        self.plan.has_holds() && !self.unmatched && self.match_one(|centre, lane| any || centre.may_be_held(lane))
    }

    /// The first of the contacts that have somebody in view now who may serve them is answered; whether there was one.
    fn match_one_in_view(&mut self) -> bool {
        let looks = |centre: &Self, lane: u32| {
            let need = centre.plan.lanes[lane as usize].need;
            centre.plan.needs[need as usize].view.is_some()
        };
        !self.unmatched && self.match_one(looks)
    }

    /// The first waiting contact of some lanes for which somebody is free is answered; whether there was one.
    pub(crate) fn match_one(&mut self, of: impl Fn(&Self, u32) -> bool) -> bool {
        if self.lanes.is_empty() || self.bench.is_empty() {
            return false;
        }
        let lanes = (0..self.plan.lanes.len() as u32).filter(|&lane| of(self, lane));
        let mut heads = self.heads_of(lanes);
        heads.sort_by(|&one, &other| self.lanes.compare(&self.contacts, one, other, self.now));
        for slot in heads {
            let plan = &self.plan.lanes[self.contacts[slot].lane as usize];
            if let Some(agent) = self.agent_for(slot, plan) {
                self.tell_choice_of_agent(slot, Some(agent));
                self.take_from_lane(slot, agent);
                return true;
            }
        }
        false
    }

    /// Plans to look around when time alone may change something.
    fn plan_next_look(&mut self) {
        let adapts = self.rules.adapts.iter().map(|(_, at)| *at).min().unwrap_or(Instant::NEVER);
        let changes = &self.plan.rules.changes;
        let change = changes.get(changes.partition_point(|at| *at <= self.now)).copied().unwrap_or(Instant::NEVER);
        let at = self.switches_turn_at().min(adapts).min(change).min(self.rules.grace_ends).min(self.steps_begin_at());
        let at = at.before(self.plan.end);
        if at < self.rules.next_look && at > self.now {
            self.rules.next_look = at;
            self.roster.add(at, Change::Look);
        }
    }
}
