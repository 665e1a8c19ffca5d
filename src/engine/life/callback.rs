//! Callbacks: a customer leaves the line and keeps a place in a queue, and is called when its turn comes.
//!
//! Until then the contact waits like everybody else, but for ever. Whoever takes it dials first, as something that rings
//! takes time; where the customer is called before an agent is there, the contact is in no lane meanwhile.

use std::collections::BTreeMap;

use crate::engine::centre::Centre;
use crate::engine::contact::{NONE, Phase, Reply};
use crate::engine::rules::Whom;
use crate::random::Purpose;
use crate::record::{CallbackTurn, Caller, ContactRecord, Departure, Observer, OfferEnd, Outcome};
use crate::scenario::{Callback, Leave};
use crate::units::{Instant, QueueId, Span};

/// Callbacks that are open, and who has been offered one.
#[derive(Debug, Default)]
pub(crate) struct Callbacks {
    /// By number of the contact: those that are open.
    open: BTreeMap<u64, CallbackNow>,
    /// By number of the contact: the queue that has offered it one.
    offered: BTreeMap<u64, QueueId>,
    /// By queue: customers who are being called before an agent is there.
    ahead: BTreeMap<QueueId, usize>,
}

/// One callback.
#[derive(Debug, Clone, Copy)]
struct CallbackNow {
    /// The queue that offered it.
    from: QueueId,
    /// When it was accepted.
    accepted: Instant,
    /// Until when it was promised.
    promised: Instant,
    /// How often the customer was called.
    calls: u32,
    /// Whether the customer is on the line.
    on_line: bool,
}

impl<'plan, Watch: Observer> Centre<'plan, Watch> {
    fn callback_of(&self, queue: QueueId) -> Option<&'plan Callback> {
        self.plan.scenario.queues[queue.index()].callback.as_ref()
    }

    fn callback(&self, slot: u32) -> Option<&CallbackNow> {
        self.rules.callbacks.open.get(&self.contacts[slot].record.serial)
    }

    /// Whether the customer of a contact is not on the line.
    pub(crate) fn must_be_called(&self, slot: u32) -> bool {
        self.callback(slot).is_some_and(|callback| !callback.on_line)
    }

    /// Whether a contact is one whose customer is called back.
    pub(crate) fn is_called_back(&self, slot: u32) -> bool {
        self.plan.rules.callbacks && self.callback(slot).is_some()
    }

    /// When a contact that waits is offered a callback; never where it is not, or has been.
    pub(crate) fn offered_callback_at(&self, slot: u32) -> Instant {
        let record = &self.contacts[slot].record;
        let offer_at = self.callback_of(record.queue).and_then(|of| of.offer_at);
        match offer_at {
            Some(at)
                if self.callback(slot).is_none()
                    && !self.is_accompanied(slot)
                    && self.rules.callbacks.offered.get(&record.serial) != Some(&record.queue) =>
            {
                record.entered + at
            }
            _ => Instant::NEVER,
        }
    }

    /// Whether a contact that waits in its lane is offered a callback now, before anything else becomes of it.
    pub(crate) fn is_offered_callback(&self, slot: u32) -> bool {
        let goes = self.contacts[slot].gives_up.min(self.sent_on_at(slot)) <= self.now;
        !goes && self.offered_callback_at(slot) <= self.now
    }

    /// A contact that waits in its lane is offered a callback, and leaves or waits on.
    #[inline(never)]
    pub(crate) fn hear_of_callback(&mut self, slot: u32) {
        if let Some(promised) = self.hear_offer(slot) {
            self.step_out(slot);
            self.leave_for_callback(slot, promised);
        } else {
            self.lanes.remove(&mut self.contacts, slot);
            self.take_place(slot);
        }
    }

    /// A contact that would have to wait may be offered a callback; whether it accepts, and has gone.
    #[inline(never)]
    pub(crate) fn leaves_at_once_for_callback(&mut self, slot: u32) -> bool {
        let offered = self.offered_callback_at(slot) <= self.now;
        let promised = if offered { self.hear_offer(slot) } else { None };
        if let Some(promised) = promised {
            self.leave_for_callback(slot, promised);
        }
        promised.is_some()
    }

    /// A contact is offered a callback by its queue, once: until when it is promised, if it accepts.
    fn hear_offer(&mut self, slot: u32) -> Option<Instant> {
        let record = self.contacts[slot].record;
        self.rules.callbacks.offered.insert(record.serial, record.queue);
        self.accepts_callback(slot, record.queue)
    }

    /// A contact that waits no longer leaves its queue for a callback.
    fn leave_for_callback(&mut self, slot: u32, promised: Instant) {
        let from = self.contacts[slot].record.queue;
        self.depart(slot, Departure::FlowOut);
        let to = self.callback_of(from).map_or(from, |of| of.queue);
        self.begin_callback(slot, from, promised);
        self.go_elsewhere(slot, Leave::Queue(to));
    }

    /// Whether the customer of a contact is offered a callback by a queue and accepts it, and until when it is promised.
    pub(crate) fn accepts_callback(&mut self, slot: u32, queue: QueueId) -> Option<Instant> {
        let of = self.callback_of(queue).filter(|_| self.callback(slot).is_none() && !self.is_accompanied(slot))?;
        let open = || self.rules.callbacks.open.values().filter(|callback| callback.from == queue).count() as u64;
        let asks = self.plan.rules.queues[queue.index()].callback_if.as_ref();
        if of.most.is_some_and(|most| open() >= u64::from(most)) || asks.is_some_and(|test| !self.test(test)) {
            return None;
        }
        let record = self.as_in(slot, queue);
        let expected = self.further_wait(queue, Whom::Coming(self.plan.kinds[record.kind.index()].priority));
        let key = record.customer << 16 | u64::from(record.attempt);
        let mut stream = self.streams.keyed(Purpose::Callback, record.kind.0, key << 8);
        let accepts = stream.chance(of.accepted_at(expected));
        let turn = if accepts { CallbackTurn::Accepted } else { CallbackTurn::Declined };
        self.watch.callback(self.now, &record, turn);
        accepts.then(|| self.now + Span::seconds(expected) + of.within)
    }

    /// A contact as it is in a queue, or would be if it came there now.
    fn as_in(&self, slot: u32, queue: QueueId) -> ContactRecord {
        let record = self.contacts[slot].record;
        if record.queue == queue {
            return record;
        }
        let stay = self.plan.stay_of(self.plan.lane(record.kind.0, queue, None));
        ContactRecord { queue, stay, entered: self.now, ..record }
    }

    /// The customer of a contact that is in no queue hangs up, to be called back.
    pub(crate) fn begin_callback(&mut self, slot: u32, from: QueueId, promised: Instant) {
        self.leave_line(slot);
        let expires = self.callback_of(from).map_or(Span::NEVER, |of| of.expires_after);
        let (serial, accepted) = (self.contacts[slot].record.serial, self.now);
        self.rules.callbacks.open.insert(serial, CallbackNow { from, accepted, promised, calls: 0, on_line: false });
        self.contacts[slot].gives_up = self.now + expires;
    }

    /// The customer of a contact in a flow is offered a callback by a queue; whether it accepts.
    pub(crate) fn accepts_in_flow(&mut self, slot: u32, queue: QueueId) -> bool {
        let promised = self.accepts_callback(slot, queue);
        if let Some(promised) = promised {
            self.begin_callback(slot, queue, promised);
        }
        promised.is_some()
    }

    /// A contact that comes out of a flow, and whose customer has hung up, goes where the queue calls back from.
    pub(crate) fn waits_to_be_called(&mut self, slot: u32, from: QueueId) {
        let to = self.callback_of(from).map_or(from, |of| of.queue);
        let lane = self.plan.lane(self.contacts[slot].record.kind.0, to, None);
        let head_start = self.plan.lanes[lane as usize].head_start;
        self.contacts[slot].record.ranked_from = self.now.as_ticks() as i64 - head_start;
        self.go_elsewhere(slot, Leave::Queue(to));
    }

    /// What comes of a call: whether the customer answers, and after how long.
    fn dial(&mut self, slot: u32, caller: Caller) -> (bool, Span) {
        let record = self.contacts[slot].record;
        let Some(callback) = self.rules.callbacks.open.get_mut(&record.serial) else { return (true, Span::ZERO) };
        callback.calls += 1;
        let (from, calls) = (callback.from, u64::from(callback.calls));
        let Some(of) = self.callback_of(from) else { return (true, Span::ZERO) };
        let key = (record.customer << 16 | u64::from(record.attempt)) << 8 | calls.min(255);
        let mut stream = self.streams.keyed(Purpose::Callback, record.kind.0, key);
        self.watch.callback(self.now, &record, CallbackTurn::Dialled(caller));
        if stream.chance(of.answer) {
            return (true, of.answer_after.sampler().draw(&mut stream));
        }
        (false, if stream.chance(of.busy) { Span::ZERO } else { of.ring })
    }

    /// An agent takes a contact whose customer must be called first: what comes of it, and after how long.
    #[inline(never)]
    pub(crate) fn call_back(&mut self, slot: u32) -> (Reply, Span) {
        let (reached, time) = self.dial(slot, Caller::Agent);
        (if reached { Reply::Accepted } else { Reply::InVain(OfferEnd::NotReached) }, time)
    }

    /// The customer of a contact answers the call, and is on the line from now on.
    fn is_reached(&mut self, slot: u32, caller: Caller) {
        let record = self.contacts[slot].record;
        if let Some(callback) = self.rules.callbacks.open.get_mut(&record.serial).filter(|callback| !callback.on_line) {
            callback.on_line = true;
            self.watch.callback(self.now, &record, CallbackTurn::Reached(caller));
        }
    }

    /// A contact whose customer was to be called back is with an agent: the callback is done.
    #[inline(never)]
    pub(crate) fn callback_is_done(&mut self, slot: u32) {
        self.is_reached(slot, Caller::Agent);
        let record = self.contacts[slot].record;
        self.rules.callbacks.offered.remove(&record.serial);
        if let Some(CallbackNow { accepted, promised, .. }) = self.rules.callbacks.open.remove(&record.serial) {
            self.watch.callback(self.now, &record, CallbackTurn::Connected { accepted, promised });
        }
    }

    /// The customer of a contact that is in no lane and counts as waiting did not answer: it is called again later, or not.
    pub(crate) fn was_not_reached(&mut self, slot: u32, caller: Caller) {
        self.watch.callback(self.now, &self.contacts[slot].record, CallbackTurn::NotReached(caller));
        let Some(callback) = self.callback(slot).copied() else { return self.back_in_place(slot) };
        let of = self.callback_of(callback.from);
        let (attempts, again) = of.map_or((0, Span::ZERO), |of| (of.attempts, of.again_after));
        if callback.calls >= attempts || self.contacts[slot].gives_up <= self.now {
            self.stop_waiting(slot);
            return self.callback_fails(slot);
        }
        let at = (self.now + again).min(self.contacts[slot].gives_up);
        self.contacts[slot].phase = Phase::Resting;
        self.steps.set(&mut self.contacts, slot, at);
    }

    /// A callback that was in vain takes its place again, or is given up.
    pub(crate) fn rests_no_more(&mut self, slot: u32) {
        if self.contacts[slot].gives_up <= self.now {
            self.stop_waiting(slot);
            self.callback_fails(slot);
        } else {
            self.back_in_place(slot);
        }
    }

    /// A contact that waits no longer is given up: its customer is not called any more.
    pub(crate) fn callback_fails(&mut self, slot: u32) {
        self.depart(slot, Departure::Ejected);
        self.end(slot, Outcome::Unreached);
    }

    /// A contact leaves the centre: nobody is called any more.
    pub(crate) fn forget_callback(&mut self, slot: u32) {
        let serial = self.contacts[slot].record.serial;
        self.rules.callbacks.open.remove(&serial);
        self.rules.callbacks.offered.remove(&serial);
    }

    /// Customers whose callbacks are near enough to their turn are called, where that is done before an agent is there.
    #[inline(never)]
    pub(crate) fn call_those_due(&mut self) {
        while let Some(slot) = self.next_to_call() {
            self.waits.stop(&mut self.contacts, slot);
            self.lanes.remove(&mut self.contacts, slot);
            if self.plan.beside {
                self.set_aside(slot);
            }
            *self.rules.callbacks.ahead.entry(self.contacts[slot].record.queue).or_default() += 1;
            let (reached, time) = self.dial(slot, Caller::Centre);
            self.contacts[slot].phase = Phase::Dialled { reached };
            self.steps.set(&mut self.contacts, slot, self.now + time);
        }
    }

    /// The first contact whose customer is to be called before an agent is there.
    fn next_to_call(&self) -> Option<u32> {
        let mut queues = (0..self.plan.queues.len()).map(QueueId::of);
        queues.find_map(|queue| self.next_to_call_in(queue, self.furthest_call(queue)?))
    }

    /// The last place in a queue at which a customer is called before an agent is there, if any is.
    fn furthest_call(&self, queue: QueueId) -> Option<usize> {
        let calls = self.plan.scenario.queues.iter().filter_map(|from| from.callback.as_ref());
        calls.filter(|of| of.queue == queue).filter_map(Callback::place).max()
    }

    fn next_to_call_in(&self, queue: QueueId, furthest: usize) -> Option<u32> {
        let called = self.rules.callbacks.ahead.get(&queue).copied().unwrap_or(0);
        let place = |slot: u32| {
            let callback = self.callback(slot).filter(|callback| !callback.on_line)?;
            self.callback_of(callback.from)?.place()
        };
        let lanes = (0..).zip(&self.plan.lanes).filter(|(_, lane)| lane.queue == queue);
        let waits = |slot: &u32| self.contacts[*slot].phase == Phase::Waiting;
        let first = |lane| self.lanes.of_lane(&self.contacts, lane).filter(waits).take(furthest);
        let mut line: Vec<u32> = lanes.flat_map(|(lane, _)| first(lane)).collect();
        line.sort_by(|&one, &other| self.lanes.compare(&self.contacts, one, other, self.now));
        (called..furthest).zip(line).find_map(|(at, slot)| (at < place(slot)?).then_some(slot))
    }

    /// A call made before an agent is there ends: the customer waits for one, or was not reached.
    pub(crate) fn call_ends(&mut self, slot: u32, reached: bool) {
        if let Some(called) = self.rules.callbacks.ahead.get_mut(&self.contacts[slot].record.queue) {
            *called -= 1;
        }
        if !reached {
            return self.was_not_reached(slot, Caller::Centre);
        }
        self.is_reached(slot, Caller::Centre);
        let record = self.contacts[slot].record;
        let of = self.callback(slot).and_then(|callback| self.callback_of(callback.from));
        let key = record.customer << 16 | u64::from(record.attempt);
        let mut stream = self.streams.keyed(Purpose::Patience, record.kind.0, key | 1 << 63);
        let patience = of.map_or(Span::NEVER, |of| of.patience.sampler().draw(&mut stream));
        self.contacts[slot].gives_up = self.now + patience;
        self.contacts[slot].agent = NONE;
        self.back_in_place(slot);
    }
}
