//! Campaigns made ready: what is on the line, when to dial again, and who may answer.

use super::{Door, Plan};
use crate::dialling::Calls;
use crate::random::{Distribution, Sampler};
use crate::record::Called;
use crate::scenario::{Call, Campaign, Entrance, Limit, Scenario};
use crate::units::{ContactTypeId, Share};

/// A campaign made ready.
#[derive(Debug, Clone)]
pub struct CampaignPlan {
    /// Type of the contacts that it brings.
    pub kind: ContactTypeId,
    /// The lane that they enter.
    pub lane: u32,
    /// Length of the list.
    pub records: u32,
    /// When it dials.
    pub door: Door,
    /// How many calls for each agent who is free.
    pub calls_per_agent: Calls,
    /// How long an agent looks at a record; `None` where the centre dials.
    pub preview: Option<Sampler>,
    /// Most attempts at one record.
    pub attempts: u16,
    /// What may be on the line, in the order of `Called::ALL`.
    pub calls: Vec<CallPlan>,
    /// How long an agent is with a machine.
    pub noticed_after: Sampler,
    /// When too many find no agent.
    pub limit: Option<Limit>,
    /// Other campaigns that ask for some of the same agents: rows of `Plan::campaigns`.
    pub rivals: Vec<u32>,
}

/// One thing that may be on the line, made ready.
#[derive(Debug, Clone)]
pub struct CallPlan {
    /// What it is.
    pub is: Called,
    /// Probability that it is this one or one before it.
    pub upto: f64,
    /// Time until it is known.
    pub after: Sampler,
    /// Probability to be mistaken.
    pub mistaken: Share,
    /// Time until the record is dialled again, and how often at most; `None`: never.
    pub retry: Option<(Sampler, u16)>,
}

/// All campaigns of a plan that has everything else, in the order of the file.
pub(super) fn campaigns(plan: &Plan) -> Vec<CampaignPlan> {
    let all = &plan.scenario.campaigns;
    let profiles = |campaign: &Campaign| &plan.needs[plan.lanes[lane(plan, campaign) as usize].need as usize].profiles;
    let share = |one: &Campaign, other: &Campaign| {
        profiles(one).iter().any(|profile| profiles(other).contains(profile)) && other.dialling.preview.is_none()
    };
    let ready = |(number, campaign): (usize, &Campaign)| {
        let others = (0..).zip(all).filter(|(other, _)| *other as usize != number);
        let rivals = others.filter(|(_, other)| share(campaign, other)).map(|(other, _): (u32, _)| other).collect();
        made_ready(campaign, &plan.scenario, (lane(plan, campaign), rivals))
    };
    all.iter().enumerate().map(ready).collect()
}

/// The lane that the contacts of a campaign enter.
fn lane(plan: &Plan, campaign: &Campaign) -> u32 {
    let kind = campaign.contact;
    match plan.scenario.contacts[kind.index()].entrance {
        Entrance::Queue(queue) => plan.lane(kind.0, queue, None),
        Entrance::Flow(_) => unreachable!("the scenario lets a campaign call into queues only"),
    }
}

fn made_ready(campaign: &Campaign, scenario: &Scenario, (lane, rivals): (u32, Vec<u32>)) -> CampaignPlan {
    let mut upto = 0.0;
    let call = |(is, call): (Called, &Call)| {
        upto += call.share.get();
        let retry = call.retry.as_ref().map(|retry| (retry.after.sampler(), retry.most));
        CallPlan { is, upto, after: call.after.sampler(), mistaken: call.mistaken, retry }
    };
    CampaignPlan {
        kind: campaign.contact,
        lane,
        records: campaign.records,
        door: Door::new(&campaign.hours, &scenario.horizon.calendar),
        calls_per_agent: campaign.dialling.calls,
        preview: campaign.dialling.preview.as_ref().map(Distribution::sampler),
        attempts: campaign.attempts,
        calls: Called::ALL.into_iter().zip(&campaign.calls).map(call).collect(),
        noticed_after: campaign.noticed_after.sampler(),
        limit: campaign.limit,
        rivals,
    }
}

impl CampaignPlan {
    /// What is on the line for a number drawn evenly from 0 to 1.
    pub fn called(&self, drawn: f64) -> &CallPlan {
        let last = self.calls.iter().rev().find(|call| call.upto > 0.0);
        let found = self.calls.iter().find(|call| drawn < call.upto);
        found.or(last).unwrap_or(&self.calls[0])
    }

    /// Probability that a person answers, or seems to.
    pub fn seems_live(&self) -> f64 {
        let [live, machine] = [Called::Live, Called::Machine].map(|called| &self.calls[called as usize]);
        live.upto * live.mistaken.rest().get() + (machine.upto - live.upto) * machine.mistaken.get()
    }

    /// What follows a call that found this on the line.
    pub fn retry(&self, called: Called) -> Option<&(Sampler, u16)> {
        self.calls[called as usize].retry.as_ref()
    }
}
