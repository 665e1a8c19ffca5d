//! Stopping by precision: how sure a measure must be before no more replications are played.
//!
//! The rule looks at fixed numbers of replications alone, so that it stops at the same one on any number of threads.
//!
//! After each checkpoint the study stops if the half-width of the confidence interval is at most the goal's, which is
//! the fixed-width sequential procedure of Chow and Robbins, On the asymptotic theory of fixed-width sequential
//! confidence intervals for the mean, Annals of Mathematical Statistics 36 (1965) 457–462, with at least ten
//! observations first, as Law, Simulation Modeling and Analysis, 5th edition, section 9.4.1, advises. Stopping when
//! the spread happens to look small makes the interval cover a little less than it says; the effect goes away as the
//! goal gets narrower, and geometric checkpoints make it smaller than looking after every replication would.

mod goal;

pub use goal::{Goal, GoalError, Precision};
pub(super) use goal::{LEVEL, amount, read_subject, unit_of};

/// Fewest observations before a goal can be met.
pub const FEWEST: u64 = 10;

/// Numbers of observations at which goals are looked at: 10, then a quarter more each time, at last `most`.
pub fn checkpoints(most: u64) -> impl Iterator<Item = u64> {
    let first = (most > 0).then(|| FEWEST.min(most));
    std::iter::successors(first, move |&now| (now < most).then(|| now.saturating_add(now.div_ceil(4)).min(most)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checkpoints_grow_by_a_quarter_and_end_where_told() {
        assert_eq!(checkpoints(40).collect::<Vec<_>>(), [10, 13, 17, 22, 28, 35, 40]);
        assert_eq!(checkpoints(4).collect::<Vec<_>>(), [4]);
        assert_eq!(checkpoints(0).count(), 0);
        assert!(checkpoints(u64::MAX).count() < 250);
    }
}
