//! Reach: the flows and queues that the contacts of one type may come to, whatever happens to them.

use std::collections::BTreeSet;

use super::{AfterLast, Aim, ContactType, Deed, Ending, Entrance, Leave, Queue, Scenario, WhenClosed};
use crate::record::Outcome;
use crate::units::{FlowId, QueueId};

/// What a contact may come to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reach {
    /// The flows.
    pub flows: BTreeSet<FlowId>,
    /// The queues, with each priority class it may have there.
    pub stays: BTreeSet<(QueueId, u16)>,
}

/// A place on the way.
#[derive(Debug, Clone, Copy)]
enum Stop {
    Flow(FlowId),
    /// In a priority class.
    Queue(QueueId, u16),
}

impl Reach {
    /// Whether this is one of the queues.
    pub fn has_queue(&self, queue: QueueId) -> bool {
        self.stays.range((queue, 0)..=(queue, u16::MAX)).next().is_some()
    }

    /// Notes a place; whether it is a new one.
    fn note(&mut self, stop: Stop) -> bool {
        match stop {
            Stop::Flow(flow) => self.flows.insert(flow),
            Stop::Queue(queue, class) => self.stays.insert((queue, class)),
        }
    }
}

impl Scenario {
    /// Everything that the contacts of a type may come to.
    pub fn reach(&self, contact: &ContactType) -> Reach {
        let usual = contact.priority;
        let mut reach = Reach::default();
        let mut open: Vec<Stop> = vec![match contact.entrance {
            Entrance::Queue(queue) => Stop::Queue(queue, usual),
            Entrance::Flow(flow) => Stop::Flow(flow),
        }];
        open.extend(contact.after_talk.map(Stop::Flow));
        while let Some(stop) = open.pop() {
            if reach.note(stop) {
                open.extend(self.after(stop, usual));
                open.extend(transfers(contact, stop));
            }
        }
        reach
    }

    /// Whether customers of a type may come again.
    pub fn may_return(&self, contact: &ContactType) -> bool {
        let retries = Outcome::ALL.into_iter().any(|outcome| contact.retry_after(outcome).is_some());
        let seems = |flow: &FlowId| {
            let mut ways = self.flows[flow.index()].nodes.iter().flat_map(super::Node::possible);
            ways.any(|way| way.to == Aim::End(Ending::FalselyContained))
        };
        retries || self.reach(contact).flows.iter().any(seems)
    }

    /// Whether contacts may go on after a talk: through a flow, or to another queue.
    pub fn travels(&self) -> bool {
        self.passes_on() || self.contacts.iter().any(|contact| contact.after_talk.is_some())
    }

    /// Whether agents pass contacts on: those who find out that somebody was misunderstood, or of some type anyway.
    pub fn passes_on(&self) -> bool {
        let discovers = |node: &super::Node| matches!(&node.deed, Deed::Menu { discovery: Some(_), .. });
        self.flows.iter().flat_map(|flow| &flow.nodes).any(discovers)
            || self.contacts.iter().any(|contact| !contact.transfers.is_empty())
    }

    /// Whether customers are followed over their contacts, or it is asked what talks came to.
    pub fn follows_customers(&self) -> bool {
        self.customers.is_some()
            || self.experience.is_some()
            || self.contacts.iter().any(|contact| contact.resolution.is_some())
    }

    /// Where the centre may send a contact from a place.
    fn after(&self, stop: Stop, usual: u16) -> Vec<Stop> {
        match stop {
            Stop::Flow(flow) => {
                let ways = self.flows[flow.index()].nodes.iter().flat_map(|node| &node.ways);
                let stop = |to: Aim| match to {
                    Aim::Queue(queue, priority) => Some(Stop::Queue(queue, priority.unwrap_or(usual))),
                    Aim::Flow(flow) => Some(Stop::Flow(flow)),
                    Aim::Node(_) | Aim::End(_) => None,
                };
                ways.filter_map(|way| stop(way.to)).collect()
            }
            Stop::Queue(queue, _) => {
                let plan = &self.queues[queue.index()];
                let returned = plan.offering.returned_priority.map(|class| Stop::Queue(queue, class));
                let beside = plan.also_in.iter().map(|it| Stop::Queue(it.queue, it.priority.unwrap_or(usual)));
                leaves(plan).filter_map(|leave| aim(leave, usual)).chain(returned).chain(beside).collect()
            }
        }
    }
}

/// Where agents may pass contacts of a type on to who talk to them in this queue.
fn transfers(contact: &ContactType, stop: Stop) -> impl Iterator<Item = Stop> + '_ {
    let rules = contact.transfers.iter();
    let leads = move |rule: &&super::TransferRule| matches!(stop, Stop::Queue(queue, _) if rule.applies_to(queue));
    rules.filter(leads).map(|rule| Stop::Queue(rule.to, rule.priority.unwrap_or(contact.priority)))
}

/// The ways out of a queue that the centre takes by itself.
fn leaves(queue: &Queue) -> impl Iterator<Item = Leave> + '_ {
    let closed = if let WhenClosed::Leave(leave) = queue.when_closed { Some(leave) } else { None };
    let absent = queue.no_agents.as_ref().map(|rule| rule.action);
    let ended = if let AfterLast::Leave(leave) = queue.schedule.after_last { Some(leave) } else { None };
    let after_waiting = queue.maximum_wait.map(|maximum| maximum.action).into_iter().chain(absent).chain(ended);
    let called_back = queue.callback.as_ref().map(|callback| Leave::Queue(callback.queue));
    closed.into_iter().chain(called_back).chain(after_waiting).chain(queue.overflow.iter().map(|rule| rule.action))
}

/// Where a way out leads, unless out of the centre.
fn aim(leave: Leave, usual: u16) -> Option<Stop> {
    match leave {
        Leave::Queue(queue) => Some(Stop::Queue(queue, usual)),
        Leave::Flow(flow) => Some(Stop::Flow(flow)),
        Leave::Disconnect | Leave::TransferOut => None,
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn a_contact_may_come_wherever_flows_closed_doors_and_long_waits_lead() {
        let text = "\
            contacts.calls = { arrivals = '30/h', talk = '1m', flow = 'ask', priority = 3 }\n\
            contacts.mail = { channel = 'email', arrivals = '3/h', talk = '1m' }\n\
            queues.first = { maximum_wait = { after = '1m', action = { queue = 'second' } } }\n\
            queues.second = { hours = '08:00-18:00', when_closed = { flow = 'late' } }\n\
            queues.third = {}\n\
            teams.front = { agents = 2 }\n\
            flows.ask = { start = 'on', nodes = { on = { enqueue = { queue = 'first', priority = 1 } } } }\n\
            flows.late = { start = 'on', nodes = { on = { enqueue = 'first' } } }\n";
        let (scenario, _) = Scenario::parse(text, "reach.toml", Path::new(""), &[])
            .unwrap_or_else(|problems| panic!("{}", problems.render(false)));
        let [calls, mail] = [0, 1].map(|kind| scenario.reach(&scenario.contacts[kind]));
        let [first, second, third, own] = [0, 1, 2, 3].map(QueueId);
        assert_eq!(calls.flows, BTreeSet::from([FlowId(0), FlowId(1)]));
        assert_eq!(calls.stays, BTreeSet::from([(first, 1), (first, 3), (second, 3)]));
        assert!(calls.has_queue(second) && !calls.has_queue(third) && !calls.has_queue(own));
        assert_eq!(mail, Reach { stays: BTreeSet::from([(own, mail_class(&scenario))]), ..Reach::default() });
    }

    fn mail_class(scenario: &Scenario) -> u16 {
        scenario.contacts[1].priority
    }
}
