//! Called: what becomes of records, once their customers have answered, or the run is over.

use crate::engine::centre::Centre;
use crate::engine::dialler::{Tries, Trying};
use crate::engine::rules::Heard;
use crate::plan::CampaignPlan;
use crate::random::Purpose;
use crate::record::{Attempt, AttemptEnd, Called, Fate, Observer, Outcome, Records, on_list};
use crate::units::{CampaignId, Span};

impl<Watch: Observer> Centre<'_, Watch> {
    /// Hears what has become of contacts that calls have brought.
    pub(super) fn hear_of_calls(&mut self) {
        for Heard { customer, wait, outcome } in self.rules.take_called() {
            let (campaign, record) = on_list(customer);
            let campaign = campaign.index();
            if outcome != Some(Outcome::Unfinished) {
                self.settle((campaign, record), wait, outcome.is_none());
            }
            if let Some(outcome) = outcome {
                self.live_is_over((campaign, record), outcome);
            }
        }
    }

    /// An agent has answered the contact of a record, or the contact has left; the first of the two counts.
    fn settle(&mut self, (campaign, record): (usize, u32), wait: Span, answered: bool) {
        let (day, plan) = (self.plan.days.day_of(self.now), &self.plan.campaigns[campaign]);
        let now = &mut self.dialler.campaigns[campaign];
        let Some(live) = now.lives.get_mut(&record).filter(|live| !live.settled) else { return };
        now.in_flight -= u32::from(live.in_flight);
        (live.in_flight, live.settled) = (false, true);
        let attempt = live.attempt;
        now.note_live(day, (wait, answered), plan);
        self.watch.live_settled(self.now, &attempt, wait, answered);
    }

    /// The contact of a record is over.
    fn live_is_over(&mut self, (campaign, record): (usize, u32), outcome: Outcome) {
        let Some(live) = self.dialler.campaigns[campaign].lives.remove(&record) else { return };
        match outcome {
            Outcome::Unfinished => self.end_record(&live.attempt, Fate::Unfinished),
            Outcome::Served if live.called == Called::Live => self.end_record(&live.attempt, Fate::Reached),
            _ => self.decide_on_record(&live.attempt, live.tries, live.called),
        }
    }

    /// A record that was tried in vain is dialled again, or is over.
    pub(super) fn decide_on_record(&mut self, attempt: &Attempt, tries: Tries, called: Called) {
        let plan: &CampaignPlan = &self.plan.campaigns[attempt.campaign.index()];
        let again = plan.retry(called).filter(|(_, most)| tries.by(called) <= *most && tries.number < plan.attempts);
        if let Some((after, _)) = again {
            let key = u64::from(attempt.record) << 16 | u64::from(tries.number);
            let mut stream = self.streams.keyed(Purpose::DialAgain, attempt.campaign.0, key);
            let at = self.now + after.draw(&mut stream);
            return self.dialler.campaigns[attempt.campaign.index()].put_back(at, (attempt.record, tries));
        }
        self.end_record(attempt, if called == Called::BadNumber { Fate::BadNumber } else { Fate::GivenUp });
    }

    fn end_record(&mut self, attempt: &Attempt, fate: Fate) {
        let Attempt { campaign, kind, record: first, .. } = *attempt;
        self.watch.records_ended(self.now, &Records { campaign, kind, first, count: 1, fate });
    }

    /// The run is over: every record that is not has one of the other fates.
    #[inline(never)]
    pub(crate) fn close_lists(&mut self) {
        self.hear_of_calls();
        let mut under_way: Vec<Trying> = std::mem::take(&mut self.dialler.under_way).into_values().collect();
        under_way.sort_unstable_by_key(|trying| (trying.attempt.campaign, trying.attempt.record));
        for Trying { attempt, .. } in under_way {
            self.watch.attempt_ended(self.now, &attempt, AttemptEnd::Unfinished);
            self.end_record(&attempt, Fate::Unfinished);
        }
        for (number, plan) in self.plan.campaigns.iter().enumerate() {
            let now = &self.dialler.campaigns[number];
            let again = now.again.iter().map(|std::cmp::Reverse((_, record, _))| *record).min();
            let left = [
                (again.unwrap_or(0), now.again.len() as u32, Fate::ToBeRetried),
                (now.fresh, plan.records - now.fresh, Fate::NotTried),
            ];
            for (first, count, fate) in left.into_iter().filter(|(_, count, _)| *count > 0) {
                let records = Records { campaign: CampaignId::of(number), kind: plan.kind, first, count, fate };
                self.watch.records_ended(self.now, &records);
            }
        }
    }
}
