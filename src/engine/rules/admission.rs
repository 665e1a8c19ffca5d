//! Admission: contacts that a queue sends elsewhere as they come, or for want of agents.

use crate::engine::centre::Centre;
use crate::engine::contact::Phase;
use crate::record::Observer;
use crate::scenario::Leave;
use crate::units::{FlowId, Instant, NodeId, QueueId};

impl<Watch: Observer> Centre<'_, Watch> {
    /// Sends a contact elsewhere that comes to an open queue, if the state of the centre calls for it.
    #[inline(never)]
    pub(crate) fn is_sent_elsewhere(&mut self, slot: u32, queue: QueueId) -> bool {
        let leave = self.goes_elsewhere(queue);
        if let Some(leave) = leave {
            self.go_elsewhere(slot, leave);
        }
        leave.is_some()
    }

    /// Where a contact goes that comes to an open queue which does not take it.
    pub(crate) fn goes_elsewhere(&self, queue: QueueId) -> Option<Leave> {
        let rules = &self.plan.rules.queues[queue.index()];
        let overflow = rules.overflow.iter().find(|(when, _)| self.test(when)).map(|(_, action)| *action);
        let absent = || {
            let rule = rules.no_agents.as_ref().filter(|rule| !rule.join.is_empty())?;
            self.are_absent(&rules.members, &rule.join).then_some(rule.action)
        };
        overflow.or_else(absent)
    }

    /// The first case of a node that holds now; the number of all cases where none does.
    #[inline(never)]
    pub(crate) fn first_case(&self, flow: FlowId, node: NodeId) -> usize {
        let cases = &self.plan.rules.flows[flow.index()][node.index()];
        cases.iter().position(|case| self.test(case)).unwrap_or(cases.len())
    }

    /// Sends those away who wait in queues where nobody is left to serve them.
    pub(super) fn leave_without_agents(&mut self) {
        self.rules.grace_ends = Instant::NEVER;
        for (number, rules) in self.plan.rules.queues.iter().enumerate() {
            let Some(rule) = rules.no_agents.as_ref().filter(|rule| !rule.leave.is_empty()) else { continue };
            if self.queues[number].waiting == 0 || !self.are_absent(&rules.members, &rule.leave) {
                continue;
            }
            let mut here: Vec<u32> = (0..self.contacts.slots() as u32)
                .filter(|&slot| matches!(self.contacts[slot].phase, Phase::Waiting | Phase::Beside))
                .filter(|&slot| self.contacts[slot].record.queue.index() == number)
                .collect();
            here.sort_by_key(|&slot| self.contacts[slot].record.serial);
            for slot in here {
                let may_go = self.contacts[slot].record.entered + rule.grace;
                if may_go > self.now {
                    self.rules.grace_ends = self.rules.grace_ends.min(may_go);
                } else if self.contacts[slot].phase == Phase::Beside {
                    self.close_entry(slot);
                } else if self.contacts[slot].phase == Phase::Waiting {
                    self.step_out(slot);
                    self.send_on(slot, rule.action);
                }
            }
        }
    }
}
