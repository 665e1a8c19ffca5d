//! How many agents: a number, or a goal that the least number of agents is to meet.

use clap::Args;

use super::super::failure::Failure;
use crate::theory;
use crate::units::{Share, Span};

/// A number of agents, or exactly one goal.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub(super) struct Asked {
    /// How many agents there are
    #[arg(long, value_name = "N")]
    pub(super) agents: Option<u64>,
    /// Fewest agents who answer this share of contacts within --within
    #[arg(long, value_name = "SHARE")]
    service_level: Option<Share>,
    /// Fewest agents with a mean wait of at most this
    #[arg(long, value_name = "TIME")]
    asa: Option<Span>,
    /// Fewest agents who are busy at most this share of their time
    #[arg(long, value_name = "SHARE")]
    occupancy: Option<Share>,
    /// Fewest agents with at most this share of contacts abandoned (Erlang A)
    #[arg(long, value_name = "SHARE")]
    abandonment: Option<Share>,
}

/// The time that counts as a good wait.
#[derive(Debug, Args)]
pub(super) struct Within {
    /// Longest wait that counts as in time for the service level
    #[arg(long, value_name = "TIME", default_value = "20s")]
    pub(super) within: Span,
}

impl Asked {
    /// The number of agents: as given, or what `least` finds for the goal.
    pub(super) fn agents(
        &self,
        within: &Within,
        least: impl Fn(theory::Goal) -> Result<u64, theory::ModelError>,
    ) -> Result<u64, Failure> {
        match (self.agents, self.goal(within)) {
            (Some(agents), _) => Ok(agents),
            (None, Some(goal)) => least(goal).map_err(Failure::mistake),
            (None, None) => {
                Err(Failure::Mistake("expected `--agents` or a goal such as `--service-level 80%`".to_owned()))
            }
        }
    }

    fn goal(&self, within: &Within) -> Option<theory::Goal> {
        let within = within.within.as_seconds();
        let level = self.service_level.map(|share| theory::Goal::ServiceLevel { share: share.get(), within });
        let wait = self.asa.map(|wait| theory::Goal::MeanWait(wait.as_seconds()));
        let busy = self.occupancy.map(|share| theory::Goal::Occupancy(share.get()));
        level.or(wait).or(busy).or(self.abandonment.map(|share| theory::Goal::Abandoned(share.get())))
    }

    /// Whether the goal is about abandonment.
    pub(super) fn is_about_abandonment(&self) -> bool {
        self.abandonment.is_some()
    }
}
