//! Pacing: how many calls a predictive dialler makes for each agent, by the rule that Microsoft publishes.
//!
//! A pure function of what was seen. Source of each step: Microsoft Learn, Dynamics 365 Contact Center, "Dial modes" of
//! proactive engagement (`proactive-engagement-dial-modes.md`). What the page leaves open is said where it is decided.

use crate::units::{Share, Span};

/// Customers should wait for so much of the threshold: "0.8 x threshold".
const AIM: f64 = 0.8;
/// Bounds of how far the wait moves the number of calls: "scale in [0.1, 2]".
const SCALES: (f64, f64) = (0.1, 2.0);
/// Largest change in one interval: "at most 35 %".
const MOST_CHANGE: f64 = 0.35;
/// "Within 10 % of the suspend threshold" is from so much of it on.
const NEARLY: f64 = 0.9;

/// The settings of the rule.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pacing {
    /// How long a customer who has answered may wait for an agent.
    pub threshold: Span,
    /// Time between two changes.
    pub every: Span,
    /// Share of live answers that wait longer, at which dialling would be suspended.
    pub suspend_at: Share,
    /// With fewer agents there is one call for each.
    pub least_agents: u32,
    /// Calls for each agent before anything is known.
    pub start: f64,
}

/// What has been seen when the number of calls is set anew.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Seen {
    /// Share of calls that a person answered, over the last 30 days.
    pub live_rate: f64,
    /// Mean wait of those who answered in the last interval [seconds]; `None` where nobody did.
    pub wait: Option<f64>,
    /// Share of live answers that waited longer than the threshold, over the last 30 days.
    pub exceeded: f64,
    /// Agents at work who serve the campaign.
    pub agents: u32,
}

impl Pacing {
    /// Calls for each agent from now on, where there were `calls` until now.
    pub fn next(&self, calls: f64, seen: &Seen) -> f64 {
        if self.is_cautious(seen) {
            return 1.0;
        }
        // Where nobody has answered, nothing has been learnt.
        let Some(wait) = seen.wait else { return calls };
        let proposed = Self::base(seen.live_rate) * self.scale(wait);
        let (fewest, most) = (calls * (1.0 - MOST_CHANGE), calls * (1.0 + MOST_CHANGE));
        // The direction is the wait's alone: a proposal on the other side changes nothing.
        let next = if wait < self.target() { proposed.min(most).max(calls) } else { proposed.max(fewest).min(calls) };
        next.max(1.0)
    }

    /// Short circuit: one call for each agent while the share that waits too long is within 10% of the suspend threshold,
    /// or there are fewer than 10 agents.
    pub fn is_cautious(&self, seen: &Seen) -> bool {
        seen.exceeded >= NEARLY * self.suspend_at.get() || seen.agents < self.least_agents
    }

    /// The wait that is aimed at [seconds].
    pub fn target(&self) -> f64 {
        AIM * self.threshold.as_seconds()
    }

    /// Calls that it takes for one live answer.
    pub fn base(live_rate: f64) -> f64 {
        1.0 / live_rate
    }

    /// How many times as many calls the wait allows: target over actual, within bounds.
    pub fn scale(&self, wait: f64) -> f64 {
        (self.target() / wait).clamp(SCALES.0, SCALES.1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pacing() -> Pacing {
        Pacing {
            threshold: Span::seconds(5.0),
            every: Span::minutes(5),
            suspend_at: Share::new(0.03).expect("a share"),
            least_agents: 10,
            start: 1.0,
        }
    }

    fn seen(wait: f64) -> Seen {
        Seen { live_rate: 0.12, wait: Some(wait), exceeded: 0.0, agents: 10 }
    }

    fn near(one: f64, other: f64) {
        assert!((one - other).abs() < 1e-12, "{one} is not {other}");
    }

    /// The worked example of the page.
    #[test]
    fn golden_y10_dynamics_365_dialer() {
        let pacing = pacing();
        near(pacing.target(), 4.0);
        near(pacing.scale(3.0), 4.0 / 3.0);
        near(Pacing::base(0.12), 100.0 / 12.0);
        near(Pacing::base(0.12) * pacing.scale(3.0), 100.0 / 9.0);
        near(pacing.next(3.0, &seen(3.0)), 4.05);
    }

    #[test]
    fn it_goes_up_to_the_proposal_and_no_further() {
        near(pacing().next(10.0, &seen(3.0)), 100.0 / 9.0);
        near(pacing().next(12.0, &seen(3.0)), 12.0);
    }

    #[test]
    fn it_goes_down_while_customers_wait_longer_than_it_aims_at() {
        // 4 s of 8 s is one half, and half of 8.33 is 4.17; 12 falls by 35% at most.
        near(pacing().next(6.0, &seen(8.0)), 100.0 / 24.0);
        near(pacing().next(12.0, &seen(8.0)), 12.0 * 0.65);
        near(pacing().next(2.0, &seen(8.0)), 2.0);
        near(pacing().next(1.2, &seen(400.0)), 1.0);
    }

    #[test]
    fn waits_move_it_within_bounds() {
        near(pacing().scale(0.0), 2.0);
        near(pacing().scale(4_000.0), 0.1);
    }

    #[test]
    fn one_call_for_each_agent_near_the_limit_and_with_few_agents() {
        let calm = seen(1.0);
        near(pacing().next(3.0, &Seen { exceeded: 0.0271, ..calm }), 1.0);
        near(pacing().next(3.0, &Seen { exceeded: 0.0269, ..calm }), 4.05);
        near(pacing().next(3.0, &Seen { agents: 9, ..calm }), 1.0);
    }

    #[test]
    fn nothing_changes_while_nobody_answers() {
        near(pacing().next(3.0, &Seen { wait: None, ..seen(0.0) }), 3.0);
    }
}
