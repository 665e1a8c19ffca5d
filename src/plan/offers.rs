//! Offers made ready: how contacts ring at the people of a team.

use crate::random::Sampler;
use crate::record::OfferEnd;
use crate::scenario::{Apart, Offers};
use crate::units::{Share, Span};

/// How contacts ring at the people of a team.
#[derive(Debug, Clone)]
pub struct OfferPlan {
    /// Probability that a contact is answered at all.
    pub accept: Share,
    /// Of those not answered, the share that is declined.
    pub rejected: Share,
    /// Of those neither answered nor declined, the share that finds a busy line.
    pub busy: Share,
    /// How long it rings before it is answered.
    pub answer_after: Sampler,
    /// How long it rings before it is declined.
    pub reject_after: Sampler,
    /// Longest ringing.
    pub ring: Span,
    /// Time from the acceptance to the talk; `None` where there is never any.
    pub connect: Option<Sampler>,
    /// Whether the customer may hang up meanwhile.
    pub hang_up_while_connecting: bool,
    /// What follows for the agent, by the cause of an offer in vain; entries that take the fewest first.
    pub afterwards: [Vec<AfterPlan>; 3],
}

/// What follows for an agent after so many offers in vain.
#[derive(Debug, Clone)]
pub struct AfterPlan {
    /// What the agent is then.
    pub agent: Apart,
    /// For how long.
    pub lasts: Sampler,
    /// After so many.
    pub after: u16,
}

impl OfferPlan {
    pub(super) fn new(offers: &Offers) -> Self {
        let Offers { accept, reject, busy, ring, hang_up_while_connecting, .. } = *offers;
        let part = |of: Share, rest: f64| Share::new((of.get() / rest).clamp(0.0, 1.0)).unwrap_or(Share::ZERO);
        let unanswered = 1.0 - accept.get();
        Self {
            accept,
            rejected: part(reject, unanswered),
            busy: part(busy, unanswered - reject.get()),
            answer_after: offers.answer_after.sampler(),
            reject_after: offers.reject_after.sampler(),
            ring,
            connect: (offers.connect.mean() > 0.0).then(|| offers.connect.sampler()),
            hang_up_while_connecting,
            afterwards: [0, 1, 2].map(|cause| afterwards(&offers.afterwards[cause])),
        }
    }

    /// What follows for an agent whose offers have ended in vain so many times, the last one like this.
    pub fn after(&self, how: OfferEnd, times: u16) -> Option<&AfterPlan> {
        let cause = match how {
            OfferEnd::Rejected => 1,
            OfferEnd::Busy => 2,
            _ => 0,
        };
        self.afterwards[cause].iter().rev().find(|it| times.is_multiple_of(it.after))
    }
}

fn afterwards(all: &[crate::scenario::Afterwards]) -> Vec<AfterPlan> {
    let plan =
        |it: &crate::scenario::Afterwards| AfterPlan { agent: it.agent, lasts: it.lasts.sampler(), after: it.after };
    let mut all: Vec<AfterPlan> = all.iter().map(plan).collect();
    all.sort_by_key(|it| it.after);
    all
}
