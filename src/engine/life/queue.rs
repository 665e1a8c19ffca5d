//! The queue: a contact is offered, answered at once, or waits, and leaves without an answer.

use crate::engine::centre::Centre;
use crate::engine::contact::{Phase, Place};
use crate::plan::{Choose, LanePlan};
use crate::random::Purpose;
use crate::record::{Departure, Observer, Outcome};
use crate::scenario::{Age, Leave, WhenClosed};
use crate::units::{Instant, QueueId};

impl<Watch: Observer> Centre<'_, Watch> {
    /// A contact comes to a queue: answered, waiting or turned away.
    #[inline(always)]
    pub(crate) fn join(&mut self, slot: u32, lane: u32) {
        let place = Place::of(lane, self.plan);
        let contact = &mut self.contacts[slot];
        contact.enter(self.now, place);
        if place.plan.age == Age::SinceArrival {
            contact.record.ranked_from = contact.record.arrived.as_ticks() as i64 - place.plan.head_start;
        }
        self.meet(slot, place.plan);
    }

    /// A contact that has entered a lane meets its queue.
    #[inline(always)]
    pub(crate) fn meet(&mut self, slot: u32, plan: &LanePlan) {
        if plan.closes {
            self.enter_by_hours(slot);
        } else {
            self.enter(slot, plan);
        }
    }

    /// A contact comes to a queue that may be closed, with the rank it has.
    #[inline(never)]
    fn enter_by_hours(&mut self, slot: u32) {
        if self.plan.rules.own_courses {
            self.begin_course(slot);
        }
        let plan = &self.plan.lanes[self.contacts[slot].lane as usize];
        if plan.position > 0 {
            self.take_position(slot, plan);
        }
        let shut = plan.closes && !self.plan.queues[plan.queue.index()].door.is_open(self.now);
        if !shut {
            let asks = self.plan.rules.any && !self.is_called_back(slot);
            if !(asks && self.is_sent_elsewhere(slot, plan.queue)
                || self.plan.desk.prefers && self.goes_to_own_agent(slot))
            {
                self.enter(slot, plan);
            }
        } else if !plan.live || !self.turned_away(slot, plan.queue) {
            self.watch.offered(self.now, &self.contacts[slot].record);
            self.tell_closed_door(slot);
            self.wait(slot, plan, true);
        }
    }

    /// A contact comes to an open queue with the rank it has.
    #[inline(always)]
    fn enter(&mut self, slot: u32, plan: &LanePlan) {
        self.watch.offered(self.now, &self.contacts[slot].record);
        let agent = self.agent_for(slot, plan);
        self.tell_choice_of_agent(slot, agent);
        match agent {
            Some(agent) => self.answer(slot, agent),
            None => self.wait(slot, plan, false),
        }
    }

    /// The agent whom the rules of a lane choose for a contact: the one place where a contact looks for an agent.
    #[inline(always)]
    pub(crate) fn agent_for(&mut self, slot: u32, plan: &LanePlan) -> Option<u32> {
        let need = &self.plan.needs[plan.need as usize];
        if Watch::PLAIN {
            return self.bench.choose_at_hand(need);
        }
        if self.lanes.is_behind(&self.contacts, slot, self.now) {
            return None;
        }
        if !self.plan.one_at_a_time {
            return self.agent_at_desk(slot, plan);
        }
        if self.plan.has_holds() || matches!(need.choose, Choose::Scan | Choose::Closer) {
            self.choose_but(slot, need, &[])
        } else {
            self.bench.choose(need, &mut self.routing)
        }
    }

    /// What happens to a live contact that finds the queue closed; false when it waits all the same.
    #[inline(never)]
    fn turned_away(&mut self, slot: u32, queue: QueueId) -> bool {
        match self.plan.scenario.queues[queue.index()].when_closed {
            WhenClosed::Wait => return false,
            WhenClosed::TurnAway => self.end(slot, Outcome::Closed),
            WhenClosed::Leave(leave) => self.go_elsewhere(slot, leave),
        }
        true
    }

    /// No agent is free, or the queue is shut: the contact waits, unless there is no place or no wish.
    #[inline(always)]
    pub(super) fn wait(&mut self, slot: u32, plan: &LanePlan, shut: bool) {
        let queue = &self.queues[plan.queue.index()];
        if queue.waiting >= queue.capacity {
            self.depart(slot, Departure::Blocked);
            self.end(slot, Outcome::Blocked);
        } else if plan.balks && self.decides_to_balk(slot) {
            self.depart(slot, Departure::Abandoned);
            self.end(slot, Outcome::Balked);
        } else if shut {
            self.wait_at_door(slot);
        } else if Watch::PLAIN || !self.plan.rules.callbacks || !self.leaves_at_once_for_callback(slot) {
            self.line_up(slot);
        }
    }

    #[inline(never)]
    pub(crate) fn decides_to_balk(&mut self, slot: u32) -> bool {
        if self.is_called_back(slot) || self.plan.rules.passes_on && self.has_been_passed_on(slot) {
            return false;
        }
        let record = &self.contacts[slot].record;
        let share = self.plan.kinds[record.kind.index()].balking;
        let key = record.customer << 8 | u64::from(record.attempt & 0xff);
        self.streams.keyed(Purpose::Balking, record.kind.0, key).chance(share)
    }

    /// A contact begins to wait, in its place in its lane.
    #[inline(always)]
    pub(crate) fn line_up(&mut self, slot: u32) {
        self.begin_to_wait(slot);
        if !Watch::PLAIN && self.plan.rules.estimates {
            self.foretell(slot);
        }
        self.take_place(slot);
        if !Watch::PLAIN && self.plan.beside {
            self.look_beside(slot);
        }
    }

    /// A contact counts as waiting from now on.
    #[inline(always)]
    pub(crate) fn begin_to_wait(&mut self, slot: u32) {
        let record = &self.contacts[slot].record;
        self.queues[record.queue.index()].waiting += 1;
        self.watch.began_waiting(self.now, record);
        if !Watch::PLAIN && self.plan.desk.chases {
            self.expect_chaser(slot);
        }
    }

    /// A waiting contact takes its place in its lane, where agents find it.
    #[inline(always)]
    pub(crate) fn take_place(&mut self, slot: u32) {
        if Watch::PLAIN {
            self.lanes.insert_oldest(&mut self.contacts, slot);
        } else {
            self.lanes.insert(&mut self.contacts, slot);
        }
        let contact = &mut self.contacts[slot];
        contact.phase = Phase::Waiting;
        let entered = contact.record.entered;
        let sent_on = entered + self.queues[contact.record.queue.index()].maximum_wait;
        let mut moves_on = entered + self.plan.lanes[contact.lane as usize].until;
        if !Watch::PLAIN && self.plan.rules.own_courses {
            moves_on = self.moves_on_at(slot);
        }
        if !Watch::PLAIN && self.plan.rules.callbacks {
            moves_on = moves_on.min(self.offered_callback_at(slot));
        }
        let contact = &mut self.contacts[slot];
        // A patience that ran out on a detour through a flow ends here, not in the past.
        let at = contact.gives_up.min(sent_on).min(moves_on).max(self.now);
        self.waits.set_of(contact, slot, at);
    }

    /// A contact leaves its lane.
    #[inline(always)]
    pub(crate) fn step_out(&mut self, slot: u32) {
        self.waits.stop(&mut self.contacts, slot);
        if Watch::PLAIN {
            self.lanes.remove_linked(&mut self.contacts, slot);
        } else {
            self.lanes.remove(&mut self.contacts, slot);
        }
        self.stop_waiting(slot);
    }

    /// A contact does not count as waiting any more.
    #[inline(always)]
    pub(crate) fn stop_waiting(&mut self, slot: u32) {
        let record = &self.contacts[slot].record;
        self.queues[record.queue.index()].waiting -= 1;
        self.watch.stopped_waiting(self.now, record);
    }

    /// A waiting contact's time is up: the centre's maximum first, then the customer's patience.
    #[inline(always)]
    pub(crate) fn wait_is_over(&mut self, slot: u32) {
        if self.contacts[slot].phase != Phase::Waiting {
            self.other_time_is_up(slot);
        } else if self.moves_on_at(slot) <= self.now {
            self.move_on(slot);
        } else if !Watch::PLAIN && self.plan.rules.callbacks && self.is_offered_callback(slot) {
            self.hear_of_callback(slot);
        } else {
            self.step_out(slot);
            self.leave_unanswered(slot);
        }
    }

    /// When a waiting contact moves to the next lane.
    #[inline(always)]
    pub(crate) fn moves_on_at(&self, slot: u32) -> Instant {
        let contact = &self.contacts[slot];
        let lane = &self.plan.lanes[contact.lane as usize];
        if lane.own_course { self.course_moves_at(slot) } else { contact.record.entered + lane.until }
    }

    /// A contact has waited for its next stage: others may serve it now, and one of them who is free does.
    #[inline(never)]
    fn move_on(&mut self, slot: u32) {
        self.lanes.remove(&mut self.contacts, slot);
        if self.plan.lanes[self.contacts[slot].lane as usize].own_course
            && let Some(leave) = self.next_in_course(slot)
        {
            self.stop_waiting(slot);
            return self.send_on(slot, leave);
        }
        self.back_in_place(slot);
    }

    /// A contact that counts as waiting and is in no lane is taken by an agent who is free, or takes the place that it
    /// has by now.
    pub(crate) fn back_in_place(&mut self, slot: u32) {
        self.move_to_stage(slot);
        let agent = self.agent_for(slot, &self.plan.lanes[self.contacts[slot].lane as usize]);
        self.tell_choice_of_agent(slot, agent);
        if let Some(agent) = agent {
            return self.take_from_place(slot, agent);
        }
        self.take_place(slot);
        if self.plan.beside {
            self.look_beside(slot);
        }
    }

    /// A contact that is in no lane comes to the stage of waiting that it has reached by now.
    pub(crate) fn move_to_stage(&mut self, slot: u32) {
        if self.plan.lanes[self.contacts[slot].lane as usize].own_course {
            self.go_through_course(slot);
            return;
        }
        while self.moves_on_at(slot) <= self.now {
            self.move_lane(slot, self.contacts[slot].lane + 1);
        }
    }

    /// A contact that waits no longer goes where its queue sends it, or hangs up.
    #[inline(always)]
    pub(crate) fn leave_unanswered(&mut self, slot: u32) {
        let record = &self.contacts[slot].record;
        let maximum = self.plan.queues[record.queue.index()].maximum_wait;
        if let Some(maximum) = maximum.filter(|maximum| record.entered + maximum.after <= self.now) {
            self.send_on(slot, maximum.action);
        } else if !Watch::PLAIN && self.plan.rules.callbacks && self.must_be_called(slot) {
            self.callback_fails(slot);
        } else {
            self.depart(slot, Departure::Abandoned);
            self.end(slot, Outcome::Abandoned);
        }
    }

    /// The centre sends a contact that waited out of the queue.
    #[inline(never)]
    pub(crate) fn send_on(&mut self, slot: u32, leave: Leave) {
        let how = if leave == Leave::Disconnect { Departure::Ejected } else { Departure::FlowOut };
        self.depart(slot, how);
        self.go_elsewhere(slot, leave);
    }

    /// Where a contact goes that this queue does not keep.
    #[inline(never)]
    pub(crate) fn go_elsewhere(&mut self, slot: u32, leave: Leave) {
        match leave {
            Leave::Disconnect => self.end(slot, Outcome::Ejected),
            Leave::TransferOut => self.end(slot, Outcome::TransferredOut),
            Leave::Flow(flow) => self.enter_flow(slot, flow),
            Leave::Queue(queue) => self.move_to(slot, queue, None),
        }
    }

    /// A contact comes from another queue, with the age that this one gives it, in its own class or in another.
    pub(super) fn move_to(&mut self, slot: u32, queue: QueueId, priority: Option<u16>) {
        let contact = &mut self.contacts[slot];
        let lane = self.plan.lane(contact.record.kind.0, queue, priority);
        let (plan, arrived) = (&self.plan.lanes[lane as usize], contact.record.arrived);
        contact.move_to(self.now, Place::of(lane, self.plan));
        let counted = |since: Instant| since.as_ticks() as i64 - plan.head_start;
        match plan.age {
            Age::Keep => {}
            Age::Reset => contact.record.ranked_from = counted(self.now),
            Age::SinceArrival => contact.record.ranked_from = counted(arrived),
        }
        self.enter_by_hours(slot);
    }

    /// A queue closes: live contacts that wait there are turned away.
    pub(crate) fn close(&mut self, queue: QueueId) {
        if self.plan.desk.prefers {
            self.close_to_own(queue);
        }
        for (lane, plan) in self.plan.lanes.iter().enumerate() {
            if plan.queue == queue && self.plan.kinds[plan.kind as usize].live {
                while let Some(slot) = self.lanes.first(lane as u32) {
                    if self.contacts[slot].phase == Phase::Beside {
                        self.close_entry(slot);
                        continue;
                    }
                    self.step_out(slot);
                    self.depart(slot, Departure::Ejected);
                    self.end(slot, Outcome::Closed);
                }
            }
        }
    }

    /// A contact whose agent went comes back to its queue with its age, and its patience begins anew.
    pub(crate) fn back_in_line(&mut self, slot: u32) {
        let now = self.now;
        let contact = &mut self.contacts[slot];
        let waited = contact.record.answered_wait().as_ticks();
        contact.record.waited_before = contact.record.waited_before.saturating_add(waited);
        (contact.record.entered, contact.record.answered) = (now, Instant::NEVER);
        contact.gives_up =
            if self.plan.kinds[contact.record.kind.index()].live { now + contact.patience } else { Instant::NEVER };
        let first = contact.lane - self.plan.lanes[contact.lane as usize].stage;
        self.move_lane(slot, first);
        if self.plan.rules.own_courses {
            self.begin_course(slot);
        }
        if self.plan.desk.pauses && self.goes_to_own_agent(slot) {
            return;
        }
        self.watch.offered(now, &self.contacts[slot].record);
        let plan = &self.plan.lanes[self.contacts[slot].lane as usize];
        let agent = self.agent_for(slot, plan);
        self.tell_choice_of_agent(slot, agent);
        match agent {
            Some(agent) => self.answer(slot, agent),
            None => self.line_up(slot),
        }
    }

    /// Announces the end of a stay without an answer, and counts its wait towards the customer's.
    #[inline(never)]
    pub(crate) fn depart(&mut self, slot: u32, how: Departure) {
        self.watch.departed(self.now, &self.contacts[slot].record, how);
        self.tried.forget(self.contacts[slot].record.serial);
        if self.plan.rules.estimates {
            self.rules.foretelling.remove(&self.contacts[slot].record.serial);
        }
        if self.plan.beside {
            self.withdraw(slot);
        }
        let record = &mut self.contacts[slot].record;
        record.waited_before = record.waited_before.saturating_add(self.now.since(record.entered).as_ticks());
    }
}
