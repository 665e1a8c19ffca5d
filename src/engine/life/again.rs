//! Coming again: after not being served, or after being served without being helped.

use crate::engine::centre::Centre;
use crate::engine::contact::{Contact, NONE, Phase};
use crate::random::{Purpose, Stream};
use crate::record::{Cause, ContactRecord, Observer, Outcome};
use crate::scenario::Retry;
use crate::units::{Instant, QueueId, Share};

impl<Watch: Observer> Centre<'_, Watch> {
    /// The customer of an ended contact decides whether to come again.
    #[inline(always)]
    pub(crate) fn come_again(&mut self, slot: u32, outcome: Outcome) {
        let kind = self.contacts[slot].record.kind.index();
        if self.plan.kinds[kind].returns_after & 1 << outcome as u8 == 0 {
            self.is_gone(slot, outcome);
        } else {
            self.decide_to_return(slot, outcome);
        }
    }

    /// The customer of an ended contact will not come again about this.
    #[inline(always)]
    fn is_gone(&mut self, slot: u32, outcome: Outcome) {
        self.watch.gone(self.now, &self.contacts[slot].record, outcome);
        if !Watch::PLAIN && self.plan.rules.issues {
            self.close_issue(slot, outcome);
        }
    }

    /// A customer whose contact type allows it comes again, or not.
    #[cold]
    fn decide_to_return(&mut self, slot: u32, outcome: Outcome) {
        let (record, plan) = (self.contacts[slot].record, self.plan);
        let kind = &plan.scenario.contacts[record.kind.index()];
        let cause = if outcome == Outcome::Served { Cause::Reconnect } else { Cause::Redial };
        let unhelped = match &kind.resolution {
            Some(resolution) if outcome == Outcome::Served => {
                Some(self.after_talk(&record, resolution, attempt_key(&record)))
            }
            _ => None,
        };
        let retry = unhelped.as_ref().map_or(kind.retry_after(outcome), Option::as_ref);
        let at = retry.and_then(|retry| self.decide(&record, retry, cause));
        if self.plan.rules.issues {
            self.rules.issues.of(&record).goes_on = at.is_some();
        }
        let at = at.unwrap_or(Instant::NEVER);
        if self.plan.rules.remembers_first {
            self.remember_first(&record, at != Instant::NEVER);
        }
        if at == Instant::NEVER {
            self.is_gone(slot, outcome);
        } else {
            self.leave_for_home(slot, cause, at);
        }
    }

    /// The customer of an ended contact will come again, and is known by who served it last.
    fn leave_for_home(&mut self, slot: u32, cause: Cause, at: Instant) {
        let home = self.go_home(self.contacts[slot].record, cause, at);
        if self.plan.desk.chases {
            self.chase_again(slot, home);
        }
        if self.plan.desk.prefers {
            let last = self.note(slot).agent;
            self.remember(home, last);
        }
    }

    /// When the customer comes again, if at all; never when not before the horizon ends.
    fn decide(&self, record: &ContactRecord, retry: &Retry, cause: Cause) -> Option<Instant> {
        let purpose = if cause == Cause::Redial { Purpose::Redial } else { Purpose::Reconnect };
        let mut stream = self.streams.keyed(purpose, record.kind.0, attempt_key(record));
        let index = usize::from(record.attempt).min(retry.probability.len()).saturating_sub(1);
        let probability = retry.probability.get(index).copied().unwrap_or(Share::ZERO);
        if !stream.chance(probability) {
            return None;
        }
        Some((self.now + retry.delay.sampler().draw(&mut stream)).before(self.plan.end))
    }

    /// A contact is over whose customer believes to be helped, and comes again at this time; never for not within the
    /// horizon.
    pub(super) fn end_in_error(&mut self, slot: u32, outcome: Outcome, at: Instant) {
        if self.plan.rules.passes_on {
            if self.question_fails(slot) {
                return;
            }
            self.dismiss(slot);
        }
        self.leave_line(slot);
        if self.plan.rules.callbacks {
            self.forget_callback(slot);
        }
        let record = self.contacts[slot].record;
        self.watch.ended(self.now, &record, outcome);
        if self.plan.rules.issues {
            self.count_contact(slot, outcome);
            let issue = self.rules.issues.of(&record);
            (issue.unresolved, issue.goes_on) = (true, true);
        }
        if self.plan.rules.remembers_first {
            self.remember_first(&record, at != Instant::NEVER);
        }
        if at == Instant::NEVER {
            self.is_gone(slot, outcome);
        } else {
            self.leave_for_home(slot, Cause::Reconnect, at);
        }
        self.contacts.remove(slot);
    }

    /// The customer waits at home for the next attempt.
    fn go_home(&mut self, record: ContactRecord, cause: Cause, at: Instant) -> u32 {
        self.watch.will_return(self.now, &record, at);
        let waited = record.waited_before.saturating_add(record.answered_wait().as_ticks());
        let record = ContactRecord {
            arrived: at,
            entered: at,
            answered: Instant::NEVER,
            queue: QueueId(NONE),
            stay: NONE,
            attempt: record.attempt.saturating_add(1),
            cause,
            waited_before: waited,
            ..record
        };
        self.put_at_home(record, at)
    }

    /// A contact that is yet to come draws what it brings.
    pub(super) fn put_at_home(&mut self, record: ContactRecord, at: Instant) -> u32 {
        let kind = &self.plan.kinds[record.kind.index()];
        let key = attempt_key(&record);
        let stream = |purpose| -> Stream { self.streams.keyed(purpose, record.kind.0, key) };
        let spans = [
            kind.patience.draw(&mut stream(Purpose::Patience)),
            kind.talk.draw(&mut stream(Purpose::Talk)),
            kind.wrap_up.draw(&mut stream(Purpose::WrapUp)),
        ];
        let (slot, contact) = self.contacts.occupy();
        *contact = Contact { phase: Phase::Away, ..Contact::fresh(record, spans) };
        self.steps.set(&mut self.contacts, slot, at);
        slot
    }
}

/// Names the chance of one attempt of one customer.
fn attempt_key(record: &ContactRecord) -> u64 {
    record.customer << 16 | u64::from(record.attempt)
}
