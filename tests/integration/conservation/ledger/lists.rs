//! Lists: every attempt ends once, every record ends once, and every contact that was called comes of an attempt.

use std::collections::{BTreeMap, BTreeSet};

use switchboard::plan::Plan;
use switchboard::record::{Attempt, AttemptEnd, Fate, Records, on_list};

/// What is known of one list.
#[derive(Debug, Default)]
struct List {
    under_way: BTreeMap<u32, Attempt>,
    /// Attempts so far, by record.
    tried: BTreeMap<u32, u16>,
    /// Attempts that brought a contact that has not come yet.
    answers: BTreeMap<u32, Attempt>,
    /// Those whose contact neither an agent has answered nor has left.
    lives: BTreeMap<u32, Attempt>,
    ended: BTreeSet<u32>,
    /// Records by fate.
    fates: [u32; Fate::COUNT],
}

/// What is known of all lists.
#[derive(Debug)]
pub(super) struct Lists(Vec<List>);

impl Lists {
    pub(super) fn new(plan: &Plan) -> Self {
        Self(plan.campaigns.iter().map(|_| List::default()).collect())
    }

    pub(super) fn begins(&mut self, attempt: &Attempt) {
        let list = &mut self.0[attempt.campaign.index()];
        assert!(!list.ended.contains(&attempt.record) && !list.lives.contains_key(&attempt.record));
        assert!(list.under_way.insert(attempt.record, *attempt).is_none(), "one attempt at a time");
        assert_eq!(attempt.number, list.tried.get(&attempt.record).copied().unwrap_or(0) + 1);
    }

    pub(super) fn ends(&mut self, attempt: &Attempt, how: AttemptEnd) {
        let list = &mut self.0[attempt.campaign.index()];
        assert_eq!(list.under_way.remove(&attempt.record), Some(*attempt), "an attempt ends once");
        if how != AttemptEnd::AgentLeft {
            list.tried.insert(attempt.record, attempt.number);
        }
        if how.brings_contact() {
            assert!(list.answers.insert(attempt.record, *attempt).is_none());
        }
    }

    /// The contact of a customer comes who was called.
    pub(super) fn comes(&mut self, customer: u64) {
        let (campaign, record) = on_list(customer);
        let list = &mut self.0[campaign.index()];
        let attempt = list.answers.remove(&record).expect("who comes has answered");
        list.lives.insert(record, attempt);
    }

    /// An agent answers the contact of a customer, or it leaves: the attempt that it came of, the first time.
    pub(super) fn settle(&mut self, customer: u64) -> Option<Attempt> {
        let (campaign, record) = on_list(customer);
        self.0[campaign.index()].lives.remove(&record)
    }

    pub(super) fn end(&mut self, records: &Records) {
        let list = &mut self.0[records.campaign.index()];
        list.fates[records.fate as usize] += records.count;
        if records.count == 1 && !matches!(records.fate, Fate::NotTried | Fate::ToBeRetried) {
            assert!(list.ended.insert(records.first), "a record ends once");
        }
    }

    pub(super) fn close(&self, plan: &Plan) {
        for (list, campaign) in self.0.iter().zip(&plan.campaigns) {
            assert!(list.under_way.is_empty() && list.answers.is_empty());
            assert_eq!(list.fates.iter().sum::<u32>(), campaign.records, "every record ends: {:?}", list.fates);
            let not_tried = list.fates[Fate::NotTried as usize];
            // Whose agent left was not tried, and is to be dialled again.
            assert!(list.tried.len() as u32 + not_tried <= campaign.records);
        }
    }
}
