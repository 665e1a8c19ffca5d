//! Issues: what customers needed and made of it; kept only where they are followed.

use super::Tally;
use crate::record::{Felt, IssueEnd, IssueRecord};
use crate::stats::{Counts, Field};
use crate::units::Instant;

/// Issues whose first contact was of one type and came in one interval, as far as they ended.
pub(super) type IssueCells = Vec<Counts>;

impl Tally {
    /// An issue is over.
    #[cold]
    pub(super) fn note_issue(&mut self, now: Instant, issue: &IssueRecord, how: IssueEnd) {
        let cell = self.rows.at(issue.opened) * self.layout.kinds.len() + issue.kind.index();
        self.seldom.issues.resize(self.kinds.len(), Counts::default());
        book(&mut self.seldom.issues[cell], now, issue, how);
    }

    pub(super) fn add_issues(&self, kind: usize, interval: usize, counts: &mut Counts) {
        if let Some(cell) = self.seldom.issues.get((interval + 1) * self.layout.kinds.len() + kind) {
            counts.absorb(cell);
        }
    }
}

fn book(counts: &mut Counts, now: Instant, issue: &IssueRecord, how: IssueEnd) {
    counts.add_issues(how, 1);
    if how == IssueEnd::Open {
        return;
    }
    let resolved = how == IssueEnd::Resolved;
    let hard = issue.contacts > 1 || issue.transfers > 0 || issue.explanations > 0;
    for (field, value) in [
        (Field::IssueContacts, u64::from(issue.contacts)),
        (Field::IssueHandled, u64::from(issue.handled > 0)),
        (Field::IssueByFirst, u64::from(resolved && issue.handled == 1)),
        (Field::IssueByOne, u64::from(resolved && issue.contacts == 1)),
        (Field::IssueHard, u64::from(hard)),
        (Field::IssueTime, if resolved { now.since(issue.opened).as_ticks() } else { 0 }),
        (Field::IssueLost, issue.lost().as_ticks()),
        (Field::IssueExplanations, u64::from(issue.explanations)),
        (Field::IssueExplaining, issue.explaining.as_ticks()),
        (Field::IssueUnhelped, u64::from(issue.unhelped)),
        (Field::IssueMistaken, u64::from(issue.mistaken)),
        (Field::IssueCost, issue.cost),
    ] {
        counts.add(field, value);
    }
    if let Some(Felt { satisfied, leaves, lost }) = issue.felt {
        let felt = [Field::IssueFelt, Field::IssueSatisfied, Field::IssueLeaves, Field::IssueWorth];
        felt.into_iter().zip([MILLION, satisfied, leaves, lost]).for_each(|(field, value)| counts.add(field, value));
    }
}

/// Issues that are felt are counted in millionths, as what is felt.
const MILLION: u64 = 1_000_000;
