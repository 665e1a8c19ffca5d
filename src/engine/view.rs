//! View: the first few of all who are free and work for a queue, before it is looked at who may serve the contact.

use super::centre::Centre;
use super::scan::{Candidate, Scan};
use crate::plan::Need;
use crate::record::rule::OUT_OF_VIEW;
use crate::record::{Amount, Exclusion, Observer};

/// Whether somebody is in view, where only some are.
#[inline(always)]
pub(super) fn is_seen(seen: Option<&Vec<u32>>, agent: u32) -> bool {
    seen.is_none_or(|seen| seen.binary_search(&agent).is_ok())
}

impl<Watch: Observer> Centre<'_, Watch> {
    /// Those whom a choice looks at, in the order of the file; `None` where that is everybody who may serve the contact.
    #[inline(always)]
    pub(super) fn in_view(&mut self, need: &Need, slot: u32) -> Option<Vec<u32>> {
        need.view.as_deref().map(|view| self.look(view, slot))
    }

    #[inline(never)]
    fn look(&mut self, view: &Need, slot: u32) -> Vec<u32> {
        let mut scan = std::mem::take(&mut self.scan);
        self.bench.gather(view, &[], &mut scan.candidates, |_| true);
        self.pass_windows(view, slot, &mut scan);
        let mut seen: Vec<u32> = scan.candidates.iter().map(|one| one.agent).collect();
        seen.sort_unstable();
        self.scan = scan;
        seen
    }

    /// The same for those who tell of decisions, with how many they are at most.
    pub(super) fn told_in_view(&self, need: &Need, slot: u32) -> Option<(Vec<u32>, Exclusion)> {
        let view = need.view.as_deref()?;
        let Some((crate::plan::Key::Window(first), keys)) = view.keys.split_last() else { return None };
        let Scan { mut candidates, .. } = Scan::default();
        self.bench.gather(view, &[], &mut candidates, |_| true);
        let numbers = |one: &Candidate| keys.iter().map(|key| self.number(key, (view, slot), *one)).collect();
        let mut order: Vec<(Vec<f64>, u32)> = candidates.iter().map(|one| (numbers(one), one.agent)).collect();
        order.sort_by(|(one, agent), (other, than)| {
            let differs = one.iter().zip(other).map(|(one, other)| one.total_cmp(other)).find(|order| order.is_ne());
            differs.unwrap_or_else(|| agent.cmp(than))
        });
        let mut seen: Vec<u32> = order.into_iter().take(*first).map(|(_, agent)| agent).collect();
        seen.sort_unstable();
        Some((seen, Exclusion::Rule(OUT_OF_VIEW.with(Amount::Number(*first as u64)))))
    }
}
