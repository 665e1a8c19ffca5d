//! Comparing: several configurations met by the same customers, where they differ, and which one is the best.
//!
//! Replication r of every configuration has the chance of seed and r alone, so that customers of one name, purpose and
//! number are the same in all of them. The number of threads changes nothing that is found.

mod check;
mod error;
mod player;
mod rows;
mod select;
#[cfg(test)]
mod tests;

use std::ops::Range;
use std::time::Instant as WallClock;

use super::{Source, Watch};
use crate::plan::Plan;
use crate::record::Comparison;
use crate::stats::compare::{Better, Subject};
use crate::units::Share;

pub(crate) use check::MOST_CONFIGURATIONS;
use check::Ready;
pub use error::CompareError;
use player::Player;

/// Something to be compared.
#[derive(Debug, Clone)]
pub struct Configuration<'plan> {
    /// Short name that no other one has.
    pub name: String,
    /// What is played.
    pub plan: &'plan Plan,
    /// What was asked for, as the record will name it.
    pub source: Source,
}

/// Which differences are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Against {
    /// Those of each configuration against the first.
    Base,
    /// Those of each two configurations.
    Each,
}

/// How the best is looked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// What it is best at.
    pub subject: Subject,
    /// Which way that is better.
    pub better: Better,
    /// Smallest difference that matters [unit of the measure, above 0].
    pub indifference: f64,
    /// Replications of everybody before the first look; at least 2.
    pub first: u64,
    /// Most replications of anybody.
    pub most: u64,
}

/// What is compared, how often it is played, and how sure the answer is to be.
///
/// ```
/// use std::path::Path;
/// use switchboard::plan::Plan;
/// use switchboard::scenario::Scenario;
/// use switchboard::stats::compare::Subject;
/// use switchboard::study::compare::{Against, Compare, Configuration};
/// use switchboard::study::{Source, Watch};
///
/// let text = "
///     contacts.billing = { arrivals = '60/h', talk = { exponential = '3m' } }
///     teams.front = { agents = 5 }
///     horizon = { length = '8h' }
/// ";
/// let plan = |agents: u32| {
///     let change = [format!("teams.front.agents={agents}")];
///     Plan::new(Scenario::parse(text, "billing.toml", Path::new(""), &change).unwrap().0)
/// };
/// let plans = [plan(5), plan(6)];
/// let named = |(name, plan)| Configuration { name: String::from(name), plan, source: Source::default() };
/// let compare = Compare {
///     configurations: ["five", "six"].into_iter().zip(&plans).map(named).collect(),
///     subjects: vec![Subject::of_all("mean_wait").unwrap()],
///     replications: 0..20,
///     seed: 1,
///     threads: 1,
///     confidence: "95%".parse().unwrap(),
///     against: Against::Base,
///     choice: None,
/// };
/// let found = compare.run(&Watch::nobody()).unwrap();
/// assert!(found.differences[0].high < Some(0.0), "with six agents, customers wait less");
/// ```
#[derive(Debug, Clone)]
pub struct Compare<'plan> {
    /// What is compared; the first is the base.
    pub configurations: Vec<Configuration<'plan>>,
    /// Measures that are compared.
    pub subjects: Vec<Subject>,
    /// Numbers of the replications that each configuration is played for estimates and differences; at least two.
    pub replications: Range<u64>,
    /// Names the chance.
    pub seed: u64,
    /// Most threads that play; at least 1.
    pub threads: usize,
    /// Probability that all differences lie in their intervals, and that the best is found; above 0 and below 1.
    pub confidence: Share,
    /// Which differences are looked at.
    pub against: Against,
    /// How the best is looked for, if it is.
    pub choice: Option<Choice>,
}

impl Compare<'_> {
    /// Plays everything and says what came out. An interruption gives what all configurations have finished, and a
    /// note that says so.
    pub fn run(&self, watch: &Watch<'_>) -> Result<Comparison, CompareError> {
        let began = WallClock::now();
        let ready = Ready::of(self)?;
        let mut player = Player::new(self, &ready, watch)?;
        let everybody: Vec<usize> = (0..self.configurations.len()).collect();
        player.play(&everybody, self.count())?;
        let common = player.common().min(self.count());
        if common < 2 {
            return Err(CompareError::Cancelled);
        }
        let selection = self.choice.as_ref().map(|choice| select::select(choice, self, &mut player)).transpose()?;
        let mut comparison = rows::comparison(self, &ready, &player, common);
        comparison.selection = selection;
        comparison.run.wall_seconds = began.elapsed().as_secs_f64();
        Ok(comparison)
    }

    /// Replications that everybody is played for estimates and differences.
    fn count(&self) -> u64 {
        self.replications.end.saturating_sub(self.replications.start)
    }

    /// Every measure that is read: those compared, and the one the best is chosen by.
    fn subjects(&self) -> Vec<&Subject> {
        let choice = self.choice.iter().map(|choice| &choice.subject);
        let more = choice.filter(|subject| !self.subjects.contains(subject));
        self.subjects.iter().chain(more).collect()
    }

    /// Rows of what is held against what: against the base first, then the other pairs.
    fn pairs(&self) -> Vec<(usize, usize)> {
        let count = self.configurations.len();
        let bases = match self.against {
            Against::Base => 0..count.min(1),
            Against::Each => 0..count,
        };
        bases.flat_map(|base| (base + 1..count).map(move |other| (other, base))).collect()
    }
}
