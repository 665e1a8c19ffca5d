//! Experience: what customers make of their issues, by numbers that the scenario states: links that were observed, which
//! is not to say that one thing causes the other.

use super::section::{default, optional};
use crate::family::{Choice, Kind, Setting, Settings};
use crate::record::{Felt, IssueEnd, IssueRecord};
use crate::units::{Share, Span};

/// How satisfaction and loyalty go with what happened; all shares are of customers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Experience {
    /// Satisfied with an issue that one contact resolved without anything that follows.
    pub satisfied: Share,
    /// Fewer for each further contact.
    pub further_contact: Share,
    /// Fewer for each transfer.
    pub transfer: Share,
    /// Fewer for each time that they explain it again.
    pub explanation: Share,
    /// Fewer where it is not resolved.
    pub unresolved: Share,
    /// Time waited in all that nobody minds.
    pub wait_free: Span,
    /// Fewer for each minute beyond that.
    pub wait_minute: Share,
    /// Meaning to leave: after one contact, after more, and where it is not resolved.
    pub leave: [Share; 3],
    /// What a customer is worth who leaves [money].
    pub customer_value: f64,
}

/// Shares are counted in millionths.
const MILLION: f64 = 1e6;

impl Experience {
    /// What SQM Group found in surveys of callers: 86 % satisfied after one call and 44 % after four, 12 points fewer after
    /// a transfer (2021); 5 %, 9 % and 25 % who mean to leave after one call, after more, and unhelped (2022).
    /// Correlation, not cause. What an unresolved issue alone does to satisfaction is not among the findings.
    pub const SQM: Self = Self {
        satisfied: Share::percent(86),
        further_contact: Share::percent(14),
        transfer: Share::percent(12),
        leave: [Share::percent(5), Share::percent(9), Share::percent(25)],
        ..Self::NOTHING
    };

    /// Everybody satisfied, whatever happens.
    const NOTHING: Self = Self {
        satisfied: Share::ONE,
        further_contact: Share::ZERO,
        transfer: Share::ZERO,
        explanation: Share::ZERO,
        unresolved: Share::ZERO,
        wait_free: Span::ZERO,
        wait_minute: Share::ZERO,
        leave: [Share::ZERO; 3],
        customer_value: 0.0,
    };

    /// What customers make of an issue that ended like this.
    pub fn of(&self, issue: &IssueRecord, how: IssueEnd) -> Felt {
        let resolved = how == IssueEnd::Resolved;
        let minutes = issue.waited.as_seconds().max(self.wait_free.as_seconds()) - self.wait_free.as_seconds();
        let fewer = self.further_contact.get() * f64::from(issue.contacts.saturating_sub(1))
            + self.transfer.get() * f64::from(issue.transfers)
            + self.explanation.get() * f64::from(issue.explanations)
            + self.wait_minute.get() * minutes / 60.0
            + if resolved { 0.0 } else { self.unresolved.get() };
        let [once, more, unresolved] = self.leave;
        let leaves = match (resolved, issue.contacts) {
            (false, _) => unresolved,
            (true, 0 | 1) => once,
            (true, _) => more,
        };
        let millionths = |share: f64| (share.clamp(0.0, 1.0) * MILLION).round() as u64;
        Felt {
            satisfied: millionths(self.satisfied.get() - fewer),
            leaves: millionths(leaves.get()),
            lost: (leaves.get() * self.customer_value * MILLION).round() as u64,
        }
    }
}

pub(super) static SETTINGS: &[Setting] = &[
    default("like", Kind::Choice(LIKE), "\"nobody\"", "whose findings hold for whatever is not written here"),
    optional(
        "satisfied",
        Kind::Share,
        "customers who are satisfied with an issue that one contact resolved without anything that follows; without, as \
         `like` says",
    ),
    optional(
        "further_contact",
        Kind::Share,
        "fewer are for each further contact that it takes; without, as `like` says",
    ),
    optional("transfer", Kind::Share, "fewer are for each transfer; without, as `like` says"),
    optional("explanation", Kind::Share, "fewer are for each time they explain it again; without, as `like` says"),
    optional("unresolved", Kind::Share, "fewer are where it is not resolved; without, as `like` says"),
    optional("wait_free", Kind::Span, "time waited in all that nobody minds; without, as `like` says"),
    optional("wait_minute", Kind::Share, "fewer are for each minute beyond that; without, as `like` says"),
    optional("leave_after_one", Kind::Share, "customers who mean to leave though one contact resolved it"),
    optional(
        "leave_after_more",
        Kind::Share,
        "customers who mean to leave though it was resolved, after more contacts",
    ),
    optional("leave_unresolved", Kind::Share, "customers who mean to leave as it was not resolved"),
    default("customer_value", Kind::Number(0.0, 1e9), "0", "what a customer is worth who leaves, in money"),
];

const LIKE: &[Choice] = &[
    Choice { word: "nobody", summary: "all are satisfied whatever happens, and nobody means to leave" },
    Choice {
        word: "sqm",
        summary: "SQM Group's surveys of callers: 86% satisfied after one call, 14 points fewer for each further one, 12 \
                  fewer after a transfer (2021); 5% mean to leave after one call, 9% after more, 25% if unresolved \
                  (2022). Correlation, not cause. Nothing is said of waits and explanations",
    },
];

/// The experience of these settings.
pub(super) fn build(settings: &Settings) -> Experience {
    let like = if settings.choice("like") == "sqm" { Experience::SQM } else { Experience::NOTHING };
    let share = |name, otherwise| settings.find_share(name).unwrap_or(otherwise);
    let [once, more, unresolved] = like.leave;
    Experience {
        satisfied: share("satisfied", like.satisfied),
        further_contact: share("further_contact", like.further_contact),
        transfer: share("transfer", like.transfer),
        explanation: share("explanation", like.explanation),
        unresolved: share("unresolved", like.unresolved),
        wait_free: settings.find_span("wait_free").unwrap_or(like.wait_free),
        wait_minute: share("wait_minute", like.wait_minute),
        leave: [share("leave_after_one", once), share("leave_after_more", more), share("leave_unresolved", unresolved)],
        customer_value: settings.number("customer_value"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::{ContactTypeId, Instant};

    /// What is felt after so many contacts and transfers.
    fn felt(contacts: u32, transfers: u32, how: IssueEnd) -> (u64, u64) {
        let issue = IssueRecord::opened(ContactTypeId(0), 0, Instant::START);
        let Felt { satisfied, leaves, .. } = Experience::SQM.of(&IssueRecord { contacts, transfers, ..issue }, how);
        (satisfied / 10_000, leaves / 10_000)
    }

    /// <https://www.sqmgroup.com>: call transfers (2021), first call resolution, stopping customers defecting (2022).
    #[test]
    fn like_sqm_each_number_is_the_one_published() {
        assert_eq!(felt(1, 0, IssueEnd::Resolved), (86, 5));
        assert_eq!(felt(4, 0, IssueEnd::Resolved), (44, 9));
        assert_eq!(felt(1, 1, IssueEnd::Resolved), (86 - 12, 5));
        assert_eq!(felt(2, 0, IssueEnd::Resolved).1, 9);
        assert_eq!(felt(1, 0, IssueEnd::GivenUp).1, 25);
    }

    #[test]
    fn waits_that_nobody_minds_cost_nothing_and_minutes_beyond_them_do() {
        let experience = Experience {
            wait_free: Span::seconds(180.0),
            wait_minute: Share::percent(3),
            customer_value: 200.0,
            ..Experience::SQM
        };
        let waited = |seconds| {
            let issue = IssueRecord::opened(ContactTypeId(0), 0, Instant::START);
            let issue = IssueRecord { contacts: 1, waited: Span::seconds(seconds), ..issue };
            experience.of(&issue, IssueEnd::Resolved)
        };
        assert_eq!(waited(170.0), Felt { satisfied: 860_000, leaves: 50_000, lost: 10_000_000 });
        assert_eq!(waited(300.0).satisfied, 800_000);
        assert_eq!(waited(1e6).satisfied, 0);
    }
}
