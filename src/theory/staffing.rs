//! The least number of agents for a goal: a doubling search, then halving, over a yes-or-no question
//! whose answer stays yes once it is yes.

use std::fmt;

use super::error::{ModelError, inner_share, not_negative};

/// Numbers up to which the search goes [agents].
const MOST: u64 = 1 << 40;

/// What a planner asks of the agents.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Goal {
    /// Of all offered, at least this share is answered within a wait.
    ServiceLevel {
        /// Least share answered in time [share of offered].
        share: f64,
        /// Longest wait that counts as in time [time].
        within: f64,
    },
    /// Waits are at most this long on average [time].
    MeanWait(f64),
    /// Agents are busy at most this share of their time [share].
    Occupancy(f64),
    /// At most this share gives up waiting [share of offered].
    Abandoned(f64),
}

impl Goal {
    /// Rejects a goal that no answer could be compared with.
    pub(super) fn check(self) -> Result<(), ModelError> {
        match self {
            Self::ServiceLevel { share, within } => {
                inner_share("service level goal", share)?;
                not_negative("service level threshold", within)
            }
            Self::MeanWait(wait) => not_negative("mean wait goal", wait),
            Self::Occupancy(occupancy) => inner_share("occupancy goal", occupancy),
            Self::Abandoned(share) => inner_share("abandonment goal", share),
        }
    }
}

impl fmt::Display for Goal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ServiceLevel { share, within } => {
                write!(out, "`{share}` answered within `{within}`")
            }
            Self::MeanWait(wait) => write!(out, "a mean wait of `{wait}`"),
            Self::Occupancy(occupancy) => write!(out, "an occupancy of `{occupancy}`"),
            Self::Abandoned(share) => write!(out, "`{share}` abandoned"),
        }
    }
}

/// Least number for which the answer is yes, if there is one.
pub(super) fn least(enough: impl Fn(u64) -> Result<bool, ModelError>) -> Result<Option<u64>, ModelError> {
    if enough(0)? {
        return Ok(Some(0));
    }
    let mut high = 1;
    while !enough(high)? {
        if high >= MOST {
            return Ok(None);
        }
        high *= 2;
    }
    let mut low = high / 2;
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if enough(middle)? { high = middle } else { low = middle }
    }
    Ok(Some(high))
}

/// Least number of agents that meets a goal, where an overloaded number of agents does not.
pub(super) fn least_agents(goal: Goal, meets: impl Fn(u64) -> Result<bool, ModelError>) -> Result<u64, ModelError> {
    goal.check()?;
    let enough = |agents| match meets(agents) {
        Err(ModelError::Overloaded { .. }) => Ok(false),
        answer => answer,
    };
    least(enough)?.ok_or(ModelError::Unreachable { goal })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_search_finds_every_threshold_and_admits_none() {
        for threshold in 0..200 {
            assert_eq!(least(|number| Ok(number >= threshold)), Ok(Some(threshold)));
        }
        assert_eq!(least(|_| Ok(false)), Ok(None));
    }
}
