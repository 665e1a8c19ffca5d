//! Sites: a contact goes to the queue with the shortest expected wait, as far as that is known.

use std::collections::BTreeMap;

use crate::engine::centre::Centre;
use crate::engine::roster::Change;
use crate::engine::rules::Whom;
use crate::record::Observer;
use crate::routing::estimate::QueueLength;
use crate::scenario::{Deed, Destination};
use crate::units::{FlowId, NodeId, Span};

/// Expected waits as they were worked out last: by flow and node, then contact type, then site [seconds].
#[derive(Debug, Clone, Default)]
pub(crate) struct Known {
    waits: BTreeMap<(FlowId, NodeId), Vec<Vec<f64>>>,
}

impl<Watch: Observer> Centre<'_, Watch> {
    /// Works out the expected waits of a node for all contact types, and again after a while.
    pub(crate) fn refresh(&mut self, flow: FlowId, node: NodeId) {
        let Deed::ShortestWait { sites, refreshed_every } =
            &self.plan.scenario.flows[flow.index()].nodes[node.index()].deed
        else {
            return;
        };
        let of_kind = |kind| sites.iter().map(|site| self.wait_at_site(kind, site)).collect();
        let waits = (0..self.plan.kinds.len() as u32).map(of_kind).collect();
        self.known.waits.insert((flow, node), waits);
        self.roster.add(self.now + *refreshed_every, Change::Refresh(flow, node));
    }

    /// The position of the site that a contact of a type goes to.
    pub(crate) fn best_site(&self, kind: u32, flow: FlowId, node: NodeId, sites: &[Destination]) -> usize {
        let known = self.known.waits.get(&(flow, node));
        let wait = |(place, site): (usize, &Destination)| {
            let wait = known.map_or_else(|| self.wait_at_site(kind, site), |waits| waits[kind as usize][place]);
            site.factor.mul_add(wait, site.plus.as_seconds())
        };
        let waits: Vec<f64> = sites.iter().enumerate().map(wait).collect();
        (1..sites.len()).fold(0, |best, place| if waits[place] < waits[best] { place } else { best })
    }

    /// How long a contact of a type would wait at a site [seconds; infinite where nobody is at work]: as the queue estimates
    /// it, or by its length and those who serve the type.
    fn wait_at_site(&self, kind: u32, site: &Destination) -> f64 {
        let Some(lane) = self.plan.find_lane(kind, site.queue, site.priority) else { return f64::INFINITY };
        if self.plan.rules.queues[site.queue.index()].estimator.is_some() {
            return self.further_wait(site.queue, Whom::Coming(self.plan.kinds[kind as usize].priority));
        }
        let need = &self.plan.needs[self.plan.lanes[lane as usize].need as usize];
        let waiting = self.queues[site.queue.index()].waiting;
        if waiting == 0 && self.bench.has(need) {
            return 0.0;
        }
        let teams = need.profiles.iter().map(|&profile| self.plan.profiles[profile as usize].team);
        let people: u32 = teams.map(|team| self.teams[team.index()].at_work).sum();
        let contact = &self.plan.scenario.contacts[kind as usize];
        QueueLength::wait(waiting + 1, contact.talk.mean() + contact.wrap_up.mean(), people)
    }
}

/// Every node whose expected waits are worked out from time to time.
pub(crate) fn refreshed(plan: &crate::plan::Plan) -> Vec<(FlowId, NodeId)> {
    let mut all = Vec::new();
    for (flow, it) in plan.scenario.flows.iter().enumerate() {
        for (node, it) in it.nodes.iter().enumerate() {
            if matches!(&it.deed, Deed::ShortestWait { refreshed_every, .. } if *refreshed_every > Span::ZERO) {
                all.push((FlowId::of(flow), NodeId::of(node)));
            }
        }
    }
    all
}
