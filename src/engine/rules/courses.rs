//! Courses: contacts go through the steps of their queue, where more than the wait says when and which.

use crate::engine::centre::Centre;
use crate::engine::contact::Phase;
use crate::plan::StepRules;
use crate::record::{ContactRecord, Observer};
use crate::scenario::{AfterLast, Clock, CourseNode, Leave, OnTransfer, Step, StepTurn, When};
use crate::units::Instant;

/// Where a contact is in its course, beside its lane.
#[derive(Debug, Clone, Copy)]
pub(super) struct CourseNow {
    /// The number of the contact; another one's is of no use.
    serial: u64,
    /// What `at` of steps counts from.
    clock_from: Instant,
    /// When the last step that was taken began.
    since: Instant,
    /// When its maximum wait asks the centre next.
    check_at: Instant,
    /// By step: whether it is taken, where conditions are looked at at the entrance.
    frozen: u64,
}

const NOBODY: CourseNow = CourseNow {
    serial: u64::MAX,
    clock_from: Instant::START,
    since: Instant::START,
    check_at: Instant::NEVER,
    frozen: 0,
};

impl<Watch: Observer> Centre<'_, Watch> {
    /// What stands for a contact in a further queue begins its course there, whoever had its slot before.
    pub(crate) fn begin_course_beside(&mut self, entry: u32) {
        if let Some(before) = self.rules.courses.get_mut(entry as usize) {
            *before = NOBODY;
        }
        self.begin_course(entry);
    }

    /// Two slots change places in their courses.
    pub(crate) fn swap_courses(&mut self, one: u32, other: u32) {
        self.rules.courses.swap(one as usize, other as usize);
    }

    /// A contact enters a queue: its course begins, and it is where it is at once.
    #[inline(never)]
    pub(crate) fn begin_course(&mut self, slot: u32) {
        let record = self.contacts[slot].record;
        if self.rules.courses.len() <= slot as usize {
            self.rules.courses.resize(slot as usize + 1, NOBODY);
        }
        let from = self.clock_from(slot, &record);
        let rules = &self.plan.rules.queues[record.queue.index()];
        let check_at = rules.wait_check.as_ref().map_or(Instant::NEVER, |check| self.now + check.after);
        let frozen = self.frozen(slot, &record);
        self.rules.courses[slot as usize] =
            CourseNow { serial: record.serial, clock_from: from, since: from, check_at, frozen };
        self.go_through_course(slot);
    }

    fn clock_from(&self, slot: u32, record: &ContactRecord) -> Instant {
        let schedule = self.plan.scenario.queues[record.queue.index()].schedule;
        let before = Some(self.rules.courses[slot as usize]).filter(|before| before.serial == record.serial);
        match schedule.clock {
            Clock::SinceContactStart => record.arrived,
            Clock::SinceFirstAttempt => {
                let key = (record.kind.0, record.customer);
                self.rules.first_came.get(&key).copied().unwrap_or(record.arrived)
            }
            Clock::SinceEnqueue | Clock::SinceStepStart => {
                let goes_on = before.filter(|_| schedule.on_transfer == OnTransfer::Continue);
                goes_on.map_or(self.now, |before| before.clock_from)
            }
        }
    }

    /// Which steps are taken, if that is decided at the entrance.
    fn frozen(&self, slot: u32, record: &ContactRecord) -> u64 {
        let queue = &self.plan.scenario.queues[record.queue.index()];
        if !queue.schedule.frozen_at_entry {
            return 0;
        }
        let taken = (0..queue.steps.len()).filter(|&step| self.takes(slot, step) == Some(true));
        taken.fold(0, |bits, step| bits | 1 << (step % 64))
    }

    /// What a step asks for the type of a contact.
    fn step_rules(&self, slot: u32, step: usize) -> Option<&StepRules> {
        let record = &self.contacts[slot].record;
        self.plan.rules.step(record.kind.0, record.queue.0, step)
    }

    /// Whether a contact takes a step now; `None` when it waits for the condition.
    fn takes(&self, slot: u32, step: usize) -> Option<bool> {
        let Some(rules) = self.step_rules(slot, step) else { return Some(true) };
        if rules.skip_if.as_ref().is_some_and(|test| self.test(test)) {
            return Some(false);
        }
        let holds = rules.only_if.as_ref().is_none_or(|test| self.test(test));
        if holds { Some(true) } else { (!rules.waits).then_some(false) }
    }

    fn place_in_course(&self, slot: u32) -> &CourseNode {
        let lane = &self.plan.lanes[self.contacts[slot].lane as usize];
        &self.plan.rules.courses.of(lane.kind, lane.queue)[lane.stage as usize]
    }

    fn go_to_place(&mut self, slot: u32, place: usize) {
        let lane = self.contacts[slot].lane;
        self.move_lane(slot, lane - self.plan.lanes[lane as usize].stage + place as u32);
    }

    /// When the next step of a contact is due; never where a condition is waited for.
    fn step_due(&self, slot: u32, turn: &StepTurn) -> Instant {
        let course = &self.rules.courses[slot as usize];
        match turn.when {
            When::At(at) => course.clock_from + at,
            When::After(after) => course.since + after,
            When::Met => Instant::NEVER,
        }
    }

    /// A contact that is in no lane passes everything in its course that is due; where it goes if that ends its stay.
    pub(crate) fn go_through_course(&mut self, slot: u32) -> Option<Leave> {
        loop {
            let node = self.place_in_course(slot);
            let entered = self.contacts[slot].record.entered;
            let delay = node.next_delay.map(|(delay, place)| (entered + delay, place));
            let step = node.next_step.map(|turn| (self.step_due(slot, &turn), turn));
            let due = |at: Instant| at <= self.now;
            match (delay.filter(|(at, _)| due(*at)), step) {
                (Some((_, place)), _) => self.go_to_place(slot, place),
                (None, Some((_, turn))) if turn.when == When::Met => {
                    if self.takes(slot, turn.step) != Some(true) {
                        return None;
                    }
                    self.take_step(slot, turn.taken, self.now);
                }
                (None, Some((at, turn))) if due(at) => {
                    if let Some(leave) = self.ends_stay(slot, &turn) {
                        return Some(leave);
                    }
                    self.pass_step(slot, &turn, at);
                }
                _ => return None,
            }
        }
    }

    /// Where a contact goes after the last step, if it leaves then.
    fn ends_stay(&self, slot: u32, turn: &StepTurn) -> Option<Leave> {
        let queue = &self.plan.scenario.queues[self.contacts[slot].record.queue.index()];
        match queue.schedule.after_last {
            AfterLast::Leave(leave) if turn.step == queue.steps.len() => Some(leave),
            _ => None,
        }
    }

    /// A step that is due is taken, skipped or waited for.
    fn pass_step(&mut self, slot: u32, turn: &StepTurn, due: Instant) {
        let queue = &self.plan.scenario.queues[self.contacts[slot].record.queue.index()];
        let conditional = queue.steps.get(turn.step).is_some_and(Step::is_conditional);
        let takes = match conditional {
            true if queue.schedule.frozen_at_entry => {
                Some(self.rules.courses[slot as usize].frozen & 1 << (turn.step % 64) != 0)
            }
            true => self.takes(slot, turn.step),
            false => Some(true),
        };
        match (takes, turn.waiting) {
            (Some(true), _) => self.take_step(slot, turn.taken, due),
            (None, Some(waiting)) => self.go_to_place(slot, waiting),
            _ => self.go_to_place(slot, turn.skipped),
        }
    }

    fn take_step(&mut self, slot: u32, place: usize, since: Instant) {
        self.rules.courses[slot as usize].since = since;
        self.go_to_place(slot, place);
    }

    /// When something in the course of a waiting contact is due.
    #[inline(never)]
    pub(crate) fn course_moves_at(&self, slot: u32) -> Instant {
        let (node, course) = (self.place_in_course(slot), &self.rules.courses[slot as usize]);
        let entered = self.contacts[slot].record.entered;
        let delay = node.next_delay.map_or(Instant::NEVER, |(delay, _)| entered + delay);
        let step = node.next_step.map_or(Instant::NEVER, |turn| self.step_due(slot, &turn));
        delay.min(step).min(course.check_at)
    }

    /// A waiting contact that is in no lane any more asks whether its wait is over, and goes through its course; where it
    /// goes if that ends its stay.
    #[inline(never)]
    pub(crate) fn next_in_course(&mut self, slot: u32) -> Option<Leave> {
        let queue = self.contacts[slot].record.queue;
        let check = self.plan.rules.queues[queue.index()].wait_check.as_ref();
        if let Some(check) = check.filter(|_| self.rules.courses[slot as usize].check_at <= self.now) {
            if self.test(&check.only_if) {
                return Some(check.action);
            }
            let again = check.every.map_or(Instant::NEVER, |every| self.now + every);
            self.rules.courses[slot as usize].check_at = again;
        }
        self.go_through_course(slot)
    }

    /// Steps begin whose conditions were waited for and hold now.
    pub(super) fn begin_steps_waited_for(&mut self) {
        for &lane in &self.plan.rules.waiting {
            let Some(turn) = self.waited_for(lane) else { continue };
            while let Some(slot) = self.lanes.first(lane) {
                if self.takes(slot, turn.step) != Some(true) {
                    break;
                }
                self.waits.stop(&mut self.contacts, slot);
                self.lanes.remove(&mut self.contacts, slot);
                self.take_step(slot, turn.taken, self.now);
                if self.contacts[slot].phase == Phase::Beside {
                    self.entry_looks(slot);
                } else {
                    self.back_in_place(slot);
                }
            }
        }
    }

    /// The step that the contacts of a lane wait for, if anybody waits there.
    fn waited_for(&self, lane: u32) -> Option<StepTurn> {
        self.place_in_course(self.lanes.first(lane)?).next_step
    }

    /// When time alone may let a step begin that is waited for.
    pub(super) fn steps_begin_at(&self) -> Instant {
        let at = |&lane: &u32| {
            let (slot, turn) = (self.lanes.first(lane)?, self.waited_for(lane)?);
            let rules = self.step_rules(slot, turn.step)?;
            let tests = [&rules.only_if, &rules.skip_if].into_iter().flatten();
            tests.map(|test| self.crosses_at(test)).min()
        };
        self.plan.rules.waiting.iter().filter_map(at).min().unwrap_or(Instant::NEVER)
    }

    /// Remembers when a customer first came who will come again; forgets who will not.
    #[inline(never)]
    pub(crate) fn remember_first(&mut self, record: &ContactRecord, returns: bool) {
        let key = (record.kind.0, record.customer);
        if returns {
            self.rules.first_came.entry(key).or_insert(record.arrived);
        } else {
            self.rules.first_came.remove(&key);
        }
    }
}
