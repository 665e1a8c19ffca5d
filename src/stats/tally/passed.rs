//! Contacts passed on: transfers and questions; kept only where there are some.

use super::Tally;
use crate::record::{ContactRecord, HandOver, Transfer};
use crate::stats::{Counts, Field};

/// Cells, as many as there are; empty until something happens.
#[derive(Debug, Clone, Default)]
pub(super) struct Passed {
    /// Stays of one type in one queue: transfers by kind.
    stays: Vec<[u32; Transfer::ALL.len()]>,
    /// Contacts of one type that were passed on at least once, and at least twice.
    kinds: Vec<[u32; 2]>,
}

impl Tally {
    /// An agent passes a contact on, or asks somebody else about it.
    #[cold]
    pub(super) fn note_hand_over(&mut self, contact: &ContactRecord, hand_over: HandOver) {
        let (stay, _) = self.stay(contact);
        let kind = self.rows.at(contact.arrived) * self.layout.kinds.len() + contact.kind.index();
        let passed = &mut self.seldom.passed;
        passed.stays.resize(self.stays.len(), Default::default());
        passed.kinds.resize(self.kinds.len(), Default::default());
        passed.stays[stay][hand_over.how as usize] += 1;
        if hand_over.how.passes_on() && (1..=2).contains(&hand_over.number) {
            passed.kinds[kind][usize::from(hand_over.number) - 1] += 1;
        }
    }

    pub(super) fn add_transfers(&self, cell: usize, counts: &mut Counts) {
        let Some(cell) = self.seldom.passed.stays.get(cell) else { return };
        Transfer::ALL.into_iter().zip(cell).for_each(|(how, number)| counts.add_transfers(how, u64::from(*number)));
    }

    pub(super) fn add_passed_on(&self, kind: usize, interval: usize, counts: &mut Counts) {
        let cell = (interval + 1) * self.layout.kinds.len() + kind;
        let Some([once, again]) = self.seldom.passed.kinds.get(cell) else { return };
        counts.add(Field::PassedOn, u64::from(*once));
        counts.add(Field::PassedOnAgain, u64::from(*again));
    }
}
