//! Order within a queue: who is answered before whom, and after how many steps.

use std::collections::{BTreeMap, BTreeSet};

use super::centre::Apart;
use super::{Centre, Diagnostic, Found};
use crate::record::ContactRecord;
use crate::record::rule::{ABOVE_TARGET, HEAD_ONLY, KEPT_FREE, QUEUE_WHILE, SKILLS_WHILE};
use crate::units::{Instant, TeamId};

/// Contacts by when they entered, and their numbers.
type Ages = BTreeSet<(Instant, u64)>;

/// Everybody who waits, by age, and the answers so far.
#[derive(Debug, Default)]
pub(super) struct Order {
    /// By queue, then stay and place: when those waiting entered, and their numbers.
    waiting: BTreeMap<usize, BTreeMap<(usize, u32), Ages>>,
    /// By queue: answers out of order by the order of contacts, and by what agents can do.
    overtakes: BTreeMap<usize, (u64, u64)>,
    /// By queue: answers by number of steps passed.
    steps: BTreeMap<usize, Vec<u64>>,
}

impl Order {
    pub(super) fn begin(&mut self, contact: &ContactRecord, place: u32) {
        self.alike(contact, place).insert((contact.entered, contact.serial));
    }

    pub(super) fn end(&mut self, contact: &ContactRecord, place: u32) {
        self.alike(contact, place).remove(&(contact.entered, contact.serial));
    }

    /// A contact, which may wait, comes from one place of its course to another.
    pub(super) fn turn(&mut self, contact: &ContactRecord, from: u32, to: u32) {
        if self.alike(contact, from).remove(&(contact.entered, contact.serial)) {
            self.begin(contact, to);
        }
    }

    fn alike(&mut self, contact: &ContactRecord, place: u32) -> &mut Ages {
        let queue = self.waiting.entry(contact.queue.index()).or_default();
        queue.entry((contact.stay as usize, place)).or_default()
    }

    /// A contact that waits no longer is answered by somebody of a team.
    pub(super) fn answered(
        &mut self,
        now: Instant,
        (contact, place): (&ContactRecord, u32),
        team: TeamId,
        centre: &Centre,
    ) {
        self.count_step(now, (contact, place), centre);
        let counts = self.overtakes.entry(contact.queue.index()).or_default();
        let Some(stays) = self.waiting.get(&contact.queue.index()) else { return };
        let older = stays.iter().filter_map(|(at, waiting)| Some((*at, waiting.first()?.0)));
        let mut older = older.filter(|(_, entered)| *entered < contact.entered).peekable();
        if older.peek().is_some() {
            let able = older.any(|(at, entered)| may_serve(now, (at, entered), team, centre));
            *(if able { &mut counts.0 } else { &mut counts.1 }) += 1;
        }
    }

    fn count_step(&mut self, now: Instant, (contact, place): (&ContactRecord, u32), centre: &Centre) {
        let Some(stay) = centre.stays.get(contact.stay as usize) else { return };
        let Some(&passed) = stay.passed.get(stay.stage(now.since(contact.entered), place)) else { return };
        let counts = self.steps.entry(contact.queue.index()).or_default();
        counts.resize(counts.len().max(passed + 1), 0);
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
fn may_serve(now: Instant, ((stay, place), entered): ((usize, u32), Instant), team: TeamId, centre: &Centre) -> bool {
    let Some(stay) = centre.stays.get(stay) else { return false };
    match stay.apart(stay.stage(now.since(entered), place), team.index()) {
        Apart::Never => false,
        Apart::Together => true,
        Apart::By(rule) => {
            [ABOVE_TARGET, HEAD_ONLY, KEPT_FREE, QUEUE_WHILE, SKILLS_WHILE].iter().any(|other| other.keyword == rule)
        }
    }
}
