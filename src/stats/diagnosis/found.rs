//! What one replication was found to be, put into the rows of its centre.

use std::collections::BTreeMap;

use super::{Centre, DiagnosedRow, Diagnostic, UNEXPLAINED};
use crate::stats::ScopeKind;

/// Numbers by diagnostic, queue or team, and cause: above and below the line.
#[derive(Debug, Clone, Default)]
pub struct Found(BTreeMap<(Diagnostic, usize, String), (u64, u64)>);

impl Found {
    /// A number of its own.
    pub(super) fn amount(&mut self, diagnostic: Diagnostic, of: usize, cause: &str, amount: u64) {
        self.share(diagnostic, of, cause, (amount, 1));
    }

    /// So many out of so many.
    pub(super) fn share(&mut self, diagnostic: Diagnostic, of: usize, cause: &str, share: (u64, u64)) {
        self.0.insert((diagnostic, of, cause.to_owned()), share);
    }

    /// The number of each row of a centre. A number of its own stands over 1, and over 0 where there is none.
    pub(super) fn rows(&self, centre: &Centre) -> Vec<(u64, u64)> {
        centre.rows.iter().map(|row| self.row(row, centre)).collect()
    }

    fn row(&self, row: &DiagnosedRow, centre: &Centre) -> (u64, u64) {
        let Some((diagnostic, cause)) = row.about() else { return (0, 0) };
        let named = |of: usize| match row.of {
            ScopeKind::All => true,
            ScopeKind::Team => centre.teams.get(of).is_some_and(|name| *name == row.name),
            _ => centre.queues.get(of).is_some_and(|(name, _)| *name == row.name),
        };
        // A rule that nobody foresaw here explains nothing.
        let known = |own: &str| own == cause || cause == UNEXPLAINED && !centre.tells(diagnostic, own);
        let same = |key: &(Diagnostic, usize, String)| key.0 == diagnostic && named(key.1) && known(&key.2);
        let mut found = self.0.iter().filter(|(key, _)| same(key)).map(|(_, number)| *number);
        match diagnostic {
            Diagnostic::WorkloadSpread => found.next().unwrap_or((0, 0)),
            Diagnostic::LongestIdleWhileWaiting => (found.map(|(longest, _)| longest).max().unwrap_or(0), 1),
            Diagnostic::IdleWhileWaiting | Diagnostic::Overtakes => (found.map(|(amount, _)| amount).sum(), 1),
            Diagnostic::AnsweredAtStep | Diagnostic::Starved => {
                found.fold((0, 0), |sum, share| (sum.0 + share.0, sum.1 + share.1))
            }
        }
    }
}

impl Centre {
    /// Whether some row tells a diagnostic by this cause.
    fn tells(&self, diagnostic: Diagnostic, cause: &str) -> bool {
        self.rows.iter().any(|row| row.about() == Some((diagnostic, cause)))
    }
}
