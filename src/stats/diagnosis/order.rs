//! Order within a queue: who is answered before whom, and after how many steps.

use std::collections::{BTreeMap, BTreeSet};

use super::centre::Apart;
use super::{Centre, Diagnostic, Found};
use crate::record::ContactRecord;
use crate::record::rule::{ABOVE_TARGET, HEAD_ONLY, KEPT_FREE};
use crate::units::{Instant, TeamId};

/// Everybody who waits, by age, and the answers so far.
#[derive(Debug, Default)]
pub(super) struct Order {
    /// By queue, then stay: when those waiting entered, and their numbers.
    waiting: BTreeMap<usize, BTreeMap<usize, BTreeSet<(Instant, u64)>>>,
    /// By queue: answers out of order by the order of contacts, and by what agents can do.
    overtakes: BTreeMap<usize, (u64, u64)>,
    /// By queue: answers by number of steps passed.
    steps: BTreeMap<usize, Vec<u64>>,
}

impl Order {
    pub(super) fn begin(&mut self, contact: &ContactRecord) {
        let queue = self.waiting.entry(contact.queue.index()).or_default();
        queue.entry(contact.stay as usize).or_default().insert((contact.entered, contact.serial));
    }

    pub(super) fn end(&mut self, contact: &ContactRecord) {
        let queue = self.waiting.entry(contact.queue.index()).or_default();
        queue.entry(contact.stay as usize).or_default().remove(&(contact.entered, contact.serial));
    }

    /// A contact that waits no longer is answered by somebody of a team.
    pub(super) fn answered(&mut self, now: Instant, contact: &ContactRecord, team: TeamId, centre: &Centre) {
        self.count_step(now, contact, centre);
        let counts = self.overtakes.entry(contact.queue.index()).or_default();
        let Some(stays) = self.waiting.get(&contact.queue.index()) else { return };
        let older = stays.iter().filter_map(|(stay, waiting)| Some((*stay, waiting.first()?.0)));
        let mut older = older.filter(|(_, entered)| *entered < contact.entered).peekable();
        if older.peek().is_some() {
            let able = older.any(|(stay, entered)| may_serve(now, (stay, entered), team, centre));
            *(if able { &mut counts.0 } else { &mut counts.1 }) += 1;
        }
    }

    fn count_step(&mut self, now: Instant, contact: &ContactRecord, centre: &Centre) {
        let Some(stay) = centre.stays.get(contact.stay as usize).filter(|stay| !stay.steps.is_empty()) else { return };
        let passed = stay.steps.partition_point(|at| *at <= now.since(contact.entered));
        let counts = self.steps.entry(contact.queue.index()).or_default();
        counts.resize(stay.steps.len() + 1, 0);
        counts[passed] += 1;
    }

    pub(super) fn close(self, found: &mut Found) {
        for (queue, (order, ability)) in self.overtakes {
            found.amount(Diagnostic::Overtakes, queue, "order", order);
            found.amount(Diagnostic::Overtakes, queue, "ability", ability);
        }
        for (queue, counts) in self.steps {
            let all = counts.iter().sum();
            for (step, count) in counts.into_iter().enumerate() {
                found.share(Diagnostic::AnsweredAtStep, queue, &step.to_string(), (count, all));
            }
        }
    }
}

/// Whether a team may serve such contacts of this age at this moment, but for whom the team keeps free and who is first.
fn may_serve(now: Instant, (stay, entered): (usize, Instant), team: TeamId, centre: &Centre) -> bool {
    let Some(stay) = centre.stays.get(stay) else { return false };
    match stay.apart(stay.stage(now.since(entered)), team.index()) {
        Apart::Never => false,
        Apart::Together => true,
        Apart::By(rule) => [ABOVE_TARGET, HEAD_ONLY, KEPT_FREE].iter().any(|other| other.keyword == rule),
    }
}
