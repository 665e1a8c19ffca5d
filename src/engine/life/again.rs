//! Coming again: after not being served, or after being served without being helped.

use crate::engine::centre::{Centre, before};
use crate::engine::contact::{Contact, NONE, Phase};
use crate::random::{Purpose, Stream};
use crate::record::{Cause, ContactRecord, Observer, Outcome};
use crate::scenario::Retry;
use crate::units::{Instant, QueueId, Share};

impl<Watch: Observer> Centre<'_, Watch> {
    /// The customer of an ended contact decides whether to come again.
    #[inline]
    pub(crate) fn come_again(&mut self, slot: u32, outcome: Outcome) {
        let contact = self.contacts[slot];
        let plan = &self.plan.scenario.contacts[contact.record.kind.index()];
        let (retry, cause) = match outcome {
            Outcome::Served => (&plan.reconnect, Cause::Reconnect),
            Outcome::Abandoned | Outcome::Balked => (&plan.redial.abandoned, Cause::Redial),
            Outcome::Blocked => (&plan.redial.blocked, Cause::Redial),
            Outcome::Closed => (&plan.redial.closed, Cause::Redial),
            _ => (&None, Cause::Redial),
        };
        let at = retry.as_ref().map_or(Instant::NEVER, |retry| self.decide(&contact.record, retry, cause));
        if at == Instant::NEVER {
            self.watch.gone(self.now, &contact.record, outcome);
        } else {
            self.go_home(contact.record, cause, at);
        }
    }

    /// When the customer comes again; never when not, or not before the horizon ends.
    fn decide(&self, record: &ContactRecord, retry: &Retry, cause: Cause) -> Instant {
        let purpose = if cause == Cause::Redial { Purpose::Redial } else { Purpose::Reconnect };
        let mut stream = self.streams.keyed(purpose, record.kind.0, attempt_key(record));
        let index = usize::from(record.attempt).min(retry.probability.len()).saturating_sub(1);
        let probability = retry.probability.get(index).copied().unwrap_or(Share::ZERO);
        if !stream.chance(probability) {
            return Instant::NEVER;
        }
        before(self.now + retry.delay.sampler().draw(&mut stream), self.plan.end)
    }

    /// The customer waits at home for the next attempt.
    fn go_home(&mut self, record: ContactRecord, cause: Cause, at: Instant) {
        self.watch.will_return(self.now, &record, at);
        let waited = record.waited_before.saturating_add(record.answered_wait().as_ticks());
        let record = ContactRecord {
            arrived: at,
            entered: at,
            answered: Instant::NEVER,
            queue: QueueId(NONE),
            attempt: record.attempt.saturating_add(1),
            cause,
            waited_before: waited,
            ..record
        };
        let kind = &self.plan.kinds[record.kind.index()];
        let key = attempt_key(&record);
        let stream = |purpose| -> Stream { self.streams.keyed(purpose, record.kind.0, key) };
        let contact = Contact {
            record,
            wake: Instant::NEVER,
            gives_up: Instant::NEVER,
            patience: kind.patience.draw(&mut stream(Purpose::Patience)),
            talk: kind.talk.draw(&mut stream(Purpose::Talk)),
            wrap_up: kind.wrap_up.draw(&mut stream(Purpose::WrapUp)),
            talked: Instant::NEVER,
            flow_entered: at,
            phase: Phase::Away,
            lane: NONE,
            previous: NONE,
            next: NONE,
            agent: NONE,
            flow: NONE,
            steps: 0,
            on_line: false,
        };
        let slot = self.take_in(contact);
        self.wake(slot, at);
    }
}

/// Names the chance of one attempt of one customer.
fn attempt_key(record: &ContactRecord) -> u64 {
    record.customer << 16 | u64::from(record.attempt)
}
