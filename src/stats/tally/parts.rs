//! Parts: which cells make up each scope, worked out once for a layout.

use super::Layout;
use crate::stats::{Scope, ScopeKind};

/// The cells of one scope, by their rows.
#[derive(Debug, Clone, Default)]
pub(super) struct Parts {
    pub(super) kinds: Vec<usize>,
    pub(super) pairs: Vec<usize>,
    pub(super) queues: Vec<usize>,
    pub(super) teams: Vec<usize>,
}

impl Parts {
    /// The cells of every scope of a layout, in the order of its scopes.
    pub(super) fn of(layout: &Layout, scopes: &[Scope]) -> Vec<Self> {
        let pairs_of_kind = pairs_by(layout, layout.kinds.len(), |(kind, _)| kind);
        let pairs_of_queue = pairs_by(layout, layout.queues.len(), |(_, queue)| queue);
        let kinds_of = |channel: &str| -> Vec<usize> {
            (0..layout.kinds.len()).filter(|&kind| layout.kinds[kind].channel == channel).collect()
        };
        let pairs_of = |kinds: &[usize]| kinds.iter().flat_map(|&kind| pairs_of_kind[kind].clone()).collect();
        let mut row_in_kind = (None, 0);
        let parts = |scope: &Scope| {
            row_in_kind =
                if row_in_kind.0 == Some(scope.of) { (Some(scope.of), row_in_kind.1 + 1) } else { (Some(scope.of), 0) };
            let row = row_in_kind.1;
            match scope.of {
                ScopeKind::All => Self {
                    kinds: (0..layout.kinds.len()).collect(),
                    pairs: (0..layout.pairs.len()).collect(),
                    queues: (0..layout.queues.len()).collect(),
                    teams: (0..layout.teams.len()).collect(),
                },
                ScopeKind::Queue => Self { pairs: pairs_of_queue[row].clone(), queues: vec![row], ..Self::default() },
                ScopeKind::Contacts => Self { kinds: vec![row], pairs: pairs_of(&[row]), ..Self::default() },
                ScopeKind::Channel => {
                    let kinds = kinds_of(&scope.name);
                    Self { pairs: pairs_of(&kinds), kinds, ..Self::default() }
                }
                ScopeKind::Team => Self { teams: vec![row], ..Self::default() },
            }
        };
        scopes.iter().map(parts).collect()
    }
}

/// Rows of pairs, gathered by one of their two members.
pub(super) fn pairs_by(layout: &Layout, members: usize, member: impl Fn((u32, u32)) -> u32) -> Vec<Vec<usize>> {
    let mut gathered = vec![Vec::new(); members];
    for (row, &pair) in layout.pairs.iter().enumerate() {
        gathered[member(pair) as usize].push(row);
    }
    gathered
}
