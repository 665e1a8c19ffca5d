//! Order within a queue: who is answered before whom.

use std::collections::{BTreeMap, BTreeSet};

use super::{Centre, Diagnostic, Key, Observation};
use crate::record::ContactRecord;
use crate::units::{Instant, TeamId};

/// Everybody who waits, by age, and the answers that were out of order.
#[derive(Debug, Default)]
pub(super) struct Order {
    /// By queue, then type: when those waiting entered, and their numbers.
    waiting: BTreeMap<usize, BTreeMap<usize, BTreeSet<(Instant, u64)>>>,
    /// By queue: answers out of order by the order of contacts, and by what agents can do.
    overtakes: BTreeMap<usize, (u64, u64)>,
}

impl Order {
    pub(super) fn begin(&mut self, contact: &ContactRecord) {
        let queue = self.waiting.entry(contact.queue.index()).or_default();
        queue.entry(contact.kind.index()).or_default().insert((contact.entered, contact.serial));
    }

    pub(super) fn end(&mut self, contact: &ContactRecord) {
        let queue = self.waiting.entry(contact.queue.index()).or_default();
        queue.entry(contact.kind.index()).or_default().remove(&(contact.entered, contact.serial));
    }

    /// A contact that waits no longer is answered by somebody of a team.
    pub(super) fn answered(&mut self, contact: &ContactRecord, team: TeamId, centre: &Centre) {
        let counts = self.overtakes.entry(contact.queue.index()).or_default();
        let Some(kinds) = self.waiting.get(&contact.queue.index()) else { return };
        let overtaken = |(_, waiting): &(&usize, &BTreeSet<(Instant, u64)>)| {
            waiting.first().is_some_and(|(entered, _)| *entered < contact.entered)
        };
        let serves = |kind: &usize| centre.serves.get(*kind).and_then(|teams| teams.get(team.index())).copied();
        let mut kinds = kinds.iter().filter(overtaken).peekable();
        if kinds.peek().is_some() {
            let able = kinds.any(|(kind, _)| serves(kind) == Some(true));
            *(if able { &mut counts.0 } else { &mut counts.1 }) += 1;
        }
    }

    pub(super) fn close(self, found: &mut BTreeMap<Key, Observation>) {
        for (queue, (order, ability)) in self.overtakes {
            found.insert((Diagnostic::Overtakes, queue, "order"), Observation::Amount(order));
            found.insert((Diagnostic::Overtakes, queue, "ability"), Observation::Amount(ability));
        }
    }
}
